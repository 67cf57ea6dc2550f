using System.CommandLine;
using Anamnesis.Knowledge;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask lint</c>: how a question is put.</summary>
static class AskLintCommand
{
    static readonly string[] Kinds = ["data", "need"];

    internal static Command Of(Terminal terminal)
    {
        var text = new Argument<string?>("question") { Description = "the question, in quotes; the standard input is read when it is left out", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string?>("--to") { HelpName = "role", Description = "whom it is put to: " + Roles.All };
        var kind = new Option<string?>("--kind") { HelpName = "data|need", Description = "what the talk is about: a data set, or which application would help" };
        var file = new Option<string?>("--file") { HelpName = "file", Description = "questions.jsonl, .md or .txt with one question a line" };
        var json = new Option<bool>("--json") { Description = "one line of JSON for each question, in the same order" };
        var command = new Verb(
            "lint",
            "Check how a question to a clinician is put: score, flaws with reasons, a better way.",
            [
                ("ask lint \"Why do nurses never fill in the weight?\" --to \"ward nurse\"", "one question"),
                ("ask lint --file questions.md --to cardiologist", "every question of a document, with line and column"),
                ("ask lint --file questions.jsonl --json", "lines {\"id\",\"text\",\"role\",\"kind\"} in, lines with score, flaws and rewrite out"),
            ],
            "Scores from 70 can be asked, from 85 as they stand; the worst flaw sets a ceiling. English, Polish and German are read. docs/linter.md says how often it is right.",
            "A ⟨blank⟩ in a better way is what only you can fill in. Text in quotation marks is taken as an example and not linted.") { text, to, kind, file, json };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(text), parsed.GetValue(file), Role(parsed.GetValue(to)), Kind(parsed.GetValue(kind)), parsed.GetValue(json)));
        return command;
    }

    static int Run(Terminal terminal, string? text, string? file, string? role, string? kind, bool asJson)
    {
        if (text is not null && file is not null)
        {
            throw new AnamnesisException("Both a question and --file were given; one of them is enough.");
        }

        var inputs = text is not null && text != "-" ? [new LintInput("1", text, null, null, 1, 1)] : Read(file);
        var linted = inputs.AsParallel().AsOrdered().Select(input => Lint(input, role, kind));
        var wrong = 0;
        foreach (var (input, question, rewrite, note) in linted)
        {
            wrong += input.Note is null ? 0 : 1;
            if (asJson)
            {
                terminal.Out.WriteLine(LintJson.Line(input.Id, question, rewrite, note));
            }
            else if (text is not null)
            {
                LintPage.Print(terminal, question, rewrite);
            }
            else
            {
                LintPage.Lines(terminal, $"{file ?? "stdin"}:{input.Line}:", input.Column, question, rewrite, note);
            }
        }

        return wrong == 0 ? ExitCode.Done : throw new AnamnesisException($"{(wrong == 1 ? "one line" : $"{wrong} lines")} could not be read as a question; each says why. Expected lines such as {{\"id\":1,\"text\":\"…\",\"role\":\"ward-nurse\"}}.");
    }

    static (LintInput Input, LintedQuestion Question, string? Rewrite, string? Note) Lint(LintInput input, string? role, string? kind)
    {
        var (given, note) = input.Role is { } words ? Understood(words) : (role, null);
        var question = Linter.Lint(input.Text, given, input.Kind is { } said && Kinds.Contains(said) ? said : kind);
        return (input, question, Linter.Rewrite(question), input.Note ?? note);
    }

    static IReadOnlyList<LintInput> Read(string? file)
    {
        try
        {
            var text = file is not null ? File.ReadAllText(file) : Console.IsInputRedirected ? Console.In.ReadToEnd() : throw new AnamnesisException("No question was given. Type one in quotes, name a --file, or pipe questions in.");
            var form = file is null || Path.GetExtension(file) is ".json" ? LintInput.Guess(text) : Path.GetExtension(file).ToLowerInvariant();
            var inputs = LintInput.Of(text, form).ToList();
            return inputs.Count > 0 || file is null ? inputs : throw new AnamnesisException($"'{file}' holds no question. Expected one a line, JSON lines, or Markdown with list items or paragraphs that ask.");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{file}' cannot be read: {closed.Message} Name a .jsonl, .md or .txt file.", closed);
        }
    }

    static string? Role(string? words) => words is null ? null : Understood(words) is { Role: { } role } ? role
        : throw new AnamnesisException($"Nobody is called '{words}' here. {Nearby(words)} All: {string.Join(", ", Respondents.All.Select(respondent => respondent.Id))}.");

    static (string? Role, string? Note) Understood(string words) => Respondents.Named(words) is { } known
        ? (known.Id, null)
        : (null, $"role '{words}' is not known, so nothing is said about whether this person can know. {Nearby(words)}");

    static string Nearby(string words) => $"Nearest: {string.Join(", ", Nearest.To(words.Length > 60 ? words[..60] : words, Respondents.Words).Take(2))}.";

    static string? Kind(string? word) => word is null || Kinds.Contains(word) ? word
        : throw new AnamnesisException($"'{word}' is no kind of talk. Expected data or need. Nearest: {Nearest.To(word, Kinds)[0]}.");
}
