using System.Diagnostics;
using Anamnesis.Examinations;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench key</c>: examines the real data sets that lie beside the project and scores them by the key's own rules.</summary>
static class BenchKey
{
    internal static int Run(Terminal terminal, bool details, CancellationToken cancellation)
    {
        var data = RealSets.Folder;
        var key = Path.Combine(data, "answerkey.json");
        if (!File.Exists(key))
        {
            throw new AnamnesisException($"The key of known quirks is not at '{Path.GetFullPath(key)}'. Set ANAMNESIS_SHARED to the folder that holds data/answerkey.json.");
        }

        var json = Catalog.Of<IReport>().Single(report => report.Id == "json");
        var folder = Directory.CreateTempSubdirectory("anamnesis-key-");
        try
        {
            foreach (var set in Directory.EnumerateDirectories(data).Order(StringComparer.Ordinal))
            {
                Examine(set, folder.FullName, json, terminal, cancellation);
            }

            return Score(Path.Combine(data, "score.py"), key, folder.FullName, details, terminal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Examine(string set, string folder, IReport json, Terminal terminal, CancellationToken cancellation)
    {
        try
        {
            var examination = Examiner.Examine(set, new ExaminationOptions { Cancellation = cancellation });
            Output.Write(Path.Combine(folder, Output.FileName(set)), json.Render(examination, new Rendering()));
            terminal.Out.WriteLine($"examined {Path.GetFileName(set)}: {examination.Profile.Tables.Count} tables, {examination.Diagnoses.Count} findings, {examination.Took.TotalSeconds:0.0} s");
        }
        catch (AnamnesisException outOfScope)
        {
            terminal.Out.WriteLine($"out of scope {Path.GetFileName(set)}: {outOfScope.Message}");
        }
    }

    static int Score(string script, string key, string folder, bool details, Terminal terminal)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, UseShellExecute = false, ArgumentList = { script, key, folder } };
        if (details)
        {
            start.ArgumentList.Add("--details");
        }

        try
        {
            using var process = Process.Start(start) ?? throw new AnamnesisException("python3 did not start.");
            terminal.Out.Write(process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            return process.ExitCode == 0 ? ExitCode.Done : ExitCode.Mend;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new AnamnesisException("python3 is needed to score by the key's own rules, and it is not installed.", missing);
        }
    }
}
