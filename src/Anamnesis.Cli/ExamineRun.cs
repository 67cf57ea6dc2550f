using Anamnesis.Examinations;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary>Runs <c>examine</c>: every address in turn, every report asked for.</summary>
static class ExamineRun
{
    internal static readonly string[] Uses = ["description", "prediction", "causal", "operations", "device-signal", "patient-app"];

    internal static int All(ExamineChoice choice, Terminal terminal)
    {
        var conditions = choice.FailOn.Select(FailOn.Parse).ToList();
        Check(choice);
        var failed = false;
        foreach (var address in choice.Addresses)
        {
            Examination examination;
            using (var progress = new ProgressLine(terminal, TimeProvider.System))
            {
                examination = Examiner.Examine(address, choice.Options with { Progress = progress });
            }

            Report(examination, choice, terminal);
            failed |= conditions.Any(condition => condition.IsMet(examination, choice.Rendering.Use));
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    static void Check(ExamineChoice choice)
    {
        if (choice.Rendering.Use is { } use && !Uses.Contains(use))
        {
            throw new AnamnesisException($"'{use}' is no use that is known. Expected one of: {string.Join(", ", Uses)}.");
        }

        if (choice.Addresses.Length > 1 && (choice.Html is not null || choice.Markdown is not (null or "-")))
        {
            throw new AnamnesisException(
                $"{choice.Addresses.Length} addresses were given, and --html and --markdown write one file. "
                + "Examine them one by one, or use --json --out FOLDER.");
        }

        if (choice.Out is not null && !choice.Json)
        {
            throw new AnamnesisException("--out names a folder for JSON files. Add --json.");
        }
    }

    static void Report(Examination examination, ExamineChoice choice, Terminal terminal)
    {
        if (choice.Html is { } html)
        {
            Output.Write(html, Catalog.Of<IReport>().Single(report => report.Id == "html").Render(examination, choice.Rendering));
        }

        if (choice.Markdown is { } markdown)
        {
            var text = Catalog.Of<IReport>().Single(report => report.Id == "markdown").Render(examination, choice.Rendering);
            if (markdown == "-")
            {
                terminal.Out.Write(text);
            }
            else
            {
                Output.Write(markdown, text);
            }
        }

        if (choice.Json)
        {
            var text = Catalog.Of<IReport>().Single(report => report.Id == "json").Render(examination, choice.Rendering);
            if (choice.Out is { } folder)
            {
                Output.Write(Path.Combine(folder, Output.FileName(examination.Address)), text);
            }
            else
            {
                terminal.Out.WriteLine(text);
            }
        }
        else if (choice.Markdown != "-")
        {
            TerminalReport.Print(terminal.Console(), examination, choice.Rendering);
            if (choice.Html is not null)
            {
                terminal.Out.WriteLine($"The report is in {choice.Html}.");
            }
        }
    }
}
