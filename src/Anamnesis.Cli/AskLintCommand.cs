using System.CommandLine;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask lint</c>: how a question is put.</summary>
static class AskLintCommand
{
    internal static Command Of(Terminal terminal)
    {
        var text = new Argument<string?>("question") { Description = "the question, in quotes; read from --file or the standard input when left out", Arity = ArgumentArity.ZeroOrOne };
        var to = new Option<string?>("--to") { HelpName = "role", Description = "whom it is put to, e.g. \"ward nurse\"" };
        var command = new Verb(
            "lint",
            "Check how a question to a clinician is put: score, flaws with reasons, a better way.",
            [("ask lint \"Why do nurses never fill in the weight?\" --to \"ward nurse\"", "one question")]) { text, to };
        command.SetAction(parsed =>
        {
            var linted = Linter.Lint(parsed.GetValue(text) ?? string.Empty, parsed.GetValue(to));
            terminal.Out.WriteLine($"{linted.Score} of 100");
            return ExitCode.Done;
        });
        return command;
    }
}
