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
        var ending = ExitCode.Done;
        foreach (var address in choice.Addresses)
        {
            try
            {
                var examination = One(address, choice, terminal);
                ending = Math.Max(ending, conditions.Exists(condition => condition.IsMet(examination, choice.Rendering.Use)) ? ExitCode.Failed : ExitCode.Done);
            }
            catch (AnamnesisException mend) when (choice.Addresses.Length > 1)
            {
                terminal.Error.WriteLine($"anamnesis: {mend.Message}"); // the other addresses are examined all the same
                ending = ExitCode.Mend;
            }
        }

        return ending;
    }

    static Examination One(string address, ExamineChoice choice, Terminal terminal)
    {
        Examination examination;
        using (var progress = new ProgressLine(terminal, TimeProvider.System))
        {
            examination = Examiner.Examine(address, choice.Options with { Progress = progress });
        }

        Report(examination, choice, terminal);
        return examination;
    }

    static void Check(ExamineChoice choice)
    {
        if (choice.Rendering.Use is { } use && !Uses.Contains(use))
        {
            throw new AnamnesisException($"--for does not know the use '{use}'. Nearest: {Nearest.To(use, Uses)[0]}. Expected one of: {string.Join(", ", Uses)}.");
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

        if (choice.Addresses.Length > 1 && choice is { Json: true, Out: null })
        {
            throw new AnamnesisException($"{choice.Addresses.Length} addresses were given, and --json prints one document. Add --out FOLDER: one file each is written there.");
        }

        foreach (var same in choice.Addresses.GroupBy(Output.FileName, StringComparer.OrdinalIgnoreCase).Where(same => choice.Out is not null && same.Count() > 1))
        {
            throw new AnamnesisException($"{string.Join(" and ", same.Select(address => $"'{address}'"))} would both be written to '{same.Key}'. Examine them into different folders.");
        }

        foreach (var path in choice.Files.Where(Directory.Exists))
        {
            throw new AnamnesisException($"'{path}' is a folder. Name a file for the report, such as '{Path.Combine(path, "report.html")}'.");
        }

        foreach (var path in choice.Files)
        {
            Output.Prepare(path);
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
            TerminalReport.Print(terminal, examination, choice.Rendering);
            if (choice.Html is not null)
            {
                terminal.Out.WriteLine($"The report is in {choice.Html}.");
            }
        }
    }
}
