using System.CommandLine;
using System.Globalization;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench questions</c>: how the linter of questions agrees with labels written by hand.</summary>
static class BenchQuestions
{
    internal static Command Of(Terminal terminal)
    {
        var details = new Option<bool>("--details") { Description = "list every question that was judged wrongly" };
        var quick = new Option<bool>("--quick") { Description = "only good or not good, not each flaw" };
        var file = new Option<string?>("--file") { HelpName = "file", Description = "these labelled questions, by weights fitted to those of the repository" };
        var command = new Verb(
            "questions",
            "Compare the linter of questions with labels written by hand.",
            [("bench questions", "by cross-validation, and on the questions that were written last"), ("bench questions --details", "with every question that was judged wrongly")],
            "Each voice, and each style, is judged by weights that were fitted without it, in ten parts of whole voices or styles.") { details, quick, file };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(details), parsed.GetValue(quick), parsed.GetValue(file)));
        return command;
    }

    static int Run(Terminal terminal, bool details, bool quick, string? file)
    {
        if (file is not null)
        {
            var questions = LabelledQuestion.Read(file);
            Print(terminal, "rules alone", LintAccuracy.ByRules(questions), flaws: false, details: false);
            Print(terminal, "this file", LintAccuracy.Of(questions, LintAccuracy.Fit(LabelledQuestion.Read(Repository.File(LabelledQuestion.Training, "labelled questions")))), !quick, details);
            return ExitCode.Done;
        }

        var training = LabelledQuestion.Read(Repository.File(LabelledQuestion.Training, "labelled questions"));
        Print(terminal, "training, rules alone", LintAccuracy.ByRules(training), flaws: !quick, details: false);
        var authors = LintAccuracy.LeavingAuthorsOut(training, quick);
        Print(terminal, "training, each author left out who did not know the rules", authors, !quick, details);
        Authors(terminal, authors);
        Print(terminal, "training, each voice left out", LintAccuracy.LeavingOut(training, question => question.Voice, quick), !quick, details);
        Print(terminal, "training, each style left out", LintAccuracy.LeavingOut(training, question => question.Style, quick), !quick, details: false);
        if (!quick)
        {
            var last = LabelledQuestion.Read(Repository.File(LabelledQuestion.Last, "labelled questions"));
            Print(terminal, "written last, rules alone", LintAccuracy.ByRules(last), flaws: false, details: false);
            Print(terminal, "written last", LintAccuracy.Of(last, Weights.Trained), true, details);
        }

        return ExitCode.Done;
    }

    static void Print(Terminal terminal, string name, LintAccuracy accuracy, bool flaws, bool details)
    {
        var (precision, recall) = accuracy.Micro;
        Line(terminal, $"{name}: {accuracy.Marked.Count} questions, good or not good right in {accuracy.Accuracy:P1}, tricky ones {accuracy.Tricky:P1} of {accuracy.Marked.Count(marked => marked.Question.IsTricky)}; flaws: precision {precision:0.00}, recall {recall:0.00}");
        Line(terminal, $"  good called not good {accuracy.Marked.Count(marked => marked.Question.IsGood && marked.Flaws.Count > 0)} of {accuracy.Marked.Count(marked => marked.Question.IsGood)}, not good called good {accuracy.Marked.Count(marked => !marked.Question.IsGood && marked.Flaws.Count == 0)} of {accuracy.Marked.Count(marked => !marked.Question.IsGood)}");
        foreach (var group in accuracy.Marked.GroupBy(marked => marked.Question.Voice, StringComparer.Ordinal).Where(_ => flaws || details))
        {
            Line(terminal, $"  {group.Key,-22} {group.Count(),4}  {new LintAccuracy([.. group]).Accuracy,6:P0}");
        }

        foreach (var flaw in Criteria.Flaws.Where(_ => flaws))
        {
            var (ofNamed, ofLabels, labels, named) = accuracy.Of(flaw.Id);
            Line(terminal, $"  {flaw.Id,-26} precision {ofNamed,5:0.00} of {named,3} named, recall {ofLabels,5:0.00} of {labels,3} labels");
        }

        foreach (var (question, found) in accuracy.Marked.Where(marked => details && marked.Question.IsGood != (marked.Flaws.Count == 0)))
        {
            Line(terminal, $"  {(question.IsGood ? "good" : "bad ")} {question.Voice}/{question.Style} {question.Role} {(question.IsTricky ? "t" : "-")} [{string.Join(' ', question.Flaws)}] said [{string.Join(' ', found)}]: {question.Text}");
        }
    }

    static void Authors(Terminal terminal, LintAccuracy accuracy)
    {
        foreach (var group in accuracy.Marked.GroupBy(marked => marked.Question.Author, StringComparer.Ordinal))
        {
            var own = new LintAccuracy([.. group]);
            Line(terminal, $"  author {group.Key,-12} {group.Count(),4}  {own.Accuracy,6:P1}, tricky ones {own.Tricky,6:P1} of {group.Count(marked => marked.Question.IsTricky)}");
        }
    }

    static void Line(Terminal terminal, FormattableString line) => terminal.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
