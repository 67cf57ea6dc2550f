using System.Diagnostics;
using System.Text.Json.Nodes;
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

    /// <summary>The table of all entries and, where some lie in files that are not read yet, the last line again without these.</summary>
    static int Score(string script, string key, string folder, bool details, Terminal terminal)
    {
        var printed = Scored(script, [key, folder, .. details ? (string[])["--details"] : []]);
        terminal.Out.Write(printed);
        var (without, left) = InWorkbooks(key, folder);
        if (left > 0)
        {
            terminal.Out.WriteLine($"{left} entries lie in workbooks, which are not read yet. Without them: {Scored(script, [without, folder]).TrimEnd().Split('\n')[^1]}");
        }

        return ExitCode.Done;
    }

    /// <summary>The key without the entries that lie in workbooks alone, and how many of those would be scored.</summary>
    static (string Path, int Left) InWorkbooks(string key, string folder)
    {
        var root = JsonNode.Parse(File.ReadAllText(key));
        var entries = (root as JsonArray ?? root?["entries"] as JsonArray ?? []).ToList();
        var left = entries.Where(entry => entry?["files"] is JsonArray { Count: > 0 } files && files.All(file => file?.GetValue<string>().EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) == true)).ToList();
        var path = System.IO.Path.Combine(folder, "without-workbooks.key");
        File.WriteAllText(path, new JsonArray([.. entries.Except(left).Select(entry => entry?.DeepClone())]).ToJsonString());
        return (path, left.Count(entry => entry?["detectable"]?.GetValue<bool>() == true && entry["control"]?.GetValue<bool>() != true && entry["accept"] is JsonArray { Count: > 0 }));
    }

    static string Scored(string script, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("python3", [script, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            using var process = Process.Start(start) ?? throw new AnamnesisException("python3 did not start.");
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? printed : throw new AnamnesisException($"'{script}' ended with code {process.ExitCode}. It tells the reason above.");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new AnamnesisException("python3 is needed to score by the key's own rules, and it is not installed.", missing);
        }
    }
}
