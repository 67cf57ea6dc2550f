using System.CommandLine;
using System.Globalization;
using Anamnesis.Questions.Needs;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis needs</c>: which application would help most.</summary>
static class NeedsCommand
{
    internal static Command Of(Terminal terminal) => new Verb(
        "needs",
        "Which application would help most: needs instead of ideas, ranked, with how firm the rank is.",
        [("needs rank", "sixteen needs of an invented hospital"), ("needs rank needs.yaml --pitch F1 --out pitch.html", "one of yours on one page")])
    {
        Rank(terminal),
    };

    static Verb Rank(Terminal terminal)
    {
        var file = new Argument<string?>("needs.yaml") { Description = "your needs; sixteen worked ones when left out", Arity = ArgumentArity.ZeroOrOne };
        var examination = new Option<string?>("--examination") { HelpName = "file", Description = "what 'examine --json' printed: how ready the data are for each need" };
        var json = new Option<bool>("--json") { Description = "print JSON (schema anamnesis/needs/1)" };
        var pitch = new Option<string?>("--pitch") { HelpName = "id", Description = "one need on one page instead, as Markdown or, by the name of --out, as HTML" };
        var output = new Option<string?>("--out") { HelpName = "file", Description = "of --pitch: pitch.html or pitch.md; printed when left out" };
        var example = new Option<bool>("--example") { Description = "print the file of the sixteen, to begin yours from" };
        var command = new Verb(
            "rank",
            "Rank needs: benefit, feasibility, friction and confidence, with the ranks that one step on any axis would give.",
            [("needs rank", "sixteen needs of an invented hospital"), ("needs rank --example > needs.yaml", "a file to begin from"), ("needs rank needs.yaml --examination exam.json", "the data as ready as they were found"), ("needs rank needs.yaml --pitch F1 --out pitch.html", "one page to decide on")],
            "A need says who, which problem and which outcome, and no solution: what names an app, a score or a dashboard is marked. Without three incidents from two roles it is a candidate, whatever its score.",
            "The method favours small, digital problems that are counted already. A need high in benefit and low in the ranking is a reason to change what stands in the way, not to forget it. docs/asking.md tells the axes.") { file, examination, json, pitch, output, example };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(example))
            {
                terminal.Out.Write(NeedsFile.ExampleText);
                return ExitCode.Done;
            }

            var needs = parsed.GetValue(file) is { } path ? NeedsFile.Read(path) : NeedsFile.Examples;
            var ranking = NeedRanking.Of(needs, parsed.GetValue(examination) is { } exam ? NeedsFile.Examined(exam) : null);
            if (parsed.GetValue(pitch) is { } id)
            {
                Page(terminal, ranking, id, parsed.GetValue(output));
            }
            else if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(NeedsJson.Text(ranking));
            }
            else
            {
                Print(terminal, ranking);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static void Page(Terminal terminal, IReadOnlyList<RankedNeed> ranking, string id, string? path)
    {
        var ranked = ranking.FirstOrDefault(one => one.Need.Id == id)
            ?? throw new AnamnesisException($"There is no need '{id}'. Nearest: {string.Join(", ", Nearest.To(id, ranking.Select(one => one.Need.Id)))}.");
        if (path is null)
        {
            terminal.Out.Write(Pitch.Markdown(ranked, ranking.Count));
            return;
        }

        Output.Write(path, Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".html" or ".htm" => Pitch.Html(ranked, ranking.Count),
            ".md" or ".markdown" => Pitch.Markdown(ranked, ranking.Count),
            var other => throw new AnamnesisException($"--out ends in '{other}'. Expected .html or .md."),
        });
        terminal.Out.WriteLine($"Wrote {path}.");
    }

    static void Print(Terminal terminal, IReadOnlyList<RankedNeed> ranking)
    {
        var page = new TerminalPage(terminal);
        page.Say("rank   range  now  benefit  feasible  friction  sure  need", "bold");
        foreach (var (need, score, rank, best, worst) in ranking)
        {
            page.Say(need.Short, "default", string.Create(CultureInfo.InvariantCulture, $"{rank,4} {$"{best}-{worst}",7} {score.StartNow,4:0} {score.Benefit,8:0} {score.Feasible,9:0} {score.Friction,9:0.00} {score.Confidence,5:0.0}  {need.Id,-3} "));
        }

        foreach (var one in ranking.Where(one => one.Faults.Count + one.Resembles.Count > 0 || one.Candidate is not null || one.Readiness is not null))
        {
            page.Title($"{one.Need.Id}: {one.Need.Short}");
            foreach (var line in Lines(one))
            {
                page.Say(line, "default", "  - ");
            }
        }

        page.Blank();
        page.Say($"By benefit alone: {string.Join(", ", ranking.OrderByDescending(one => one.Score.Benefit).ThenBy(one => one.Need.Id, StringComparer.Ordinal).Take(5).Select(one => one.Need.Id))}. What is high there and low above is a reason to change what stands in the way.", "grey");
    }

    static IEnumerable<string> Lines(RankedNeed one) =>
    [
        .. one.Candidate is { } only ? (string[])[$"a candidate only: {only}"] : [],
        .. one.Readiness is { } ready ? (string[])[$"the data: level {ready.Level} of 4 for {ready.Use}{(ready.Level < one.Need.Scores["data"] ? $", where {one.Need.Scores["data"]} was hoped for; {ready.Level} was used" : string.Empty)}", .. ready.Findings.Select(finding => $"{finding.Id}: {finding.Says}")] : [],
        .. one.Faults,
        .. one.Resembles.Select(pick => $"looks like “{pick.Short}”: {pick.Fails}"),
    ];
}
