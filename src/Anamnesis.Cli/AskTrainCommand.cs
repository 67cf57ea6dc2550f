using System.CommandLine;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask train</c>: the weights of the linter, made from labelled questions.</summary>
static class AskTrainCommand
{
    const string Table = "knowledge/questions/weights.csv";

    internal static Command Of(Terminal terminal)
    {
        var out_ = new Option<string?>("--out") { HelpName = "file", Description = $"where the table is written; {Table} of the repository when left out" };
        var command = new Verb(
            "train",
            "Fit the weights of the linter to the labelled questions of the repository.",
            [("ask train", "writes the table again, byte for byte"), ("ask train --out weights.csv", "writes it elsewhere")],
            "For those who change the rules or the labelled questions. No chance is in it: the same questions and rules give the same table, and the program carries it after the next build.") { out_ };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(out_)));
        return command;
    }

    static int Run(Terminal terminal, string? path)
    {
        var questions = LabelledQuestion.Read(Repository.File(LabelledQuestion.Training, "labelled questions"));
        var table = path ?? Repository.File(Table, "weights");
        Output.Write(table, LintAccuracy.Fit(questions).Text());
        terminal.Out.WriteLine($"{questions.Count} questions, weights written to {table}");
        return ExitCode.Done;
    }
}
