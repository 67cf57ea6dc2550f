using System.CommandLine;
using Anamnesis.Profiling;
using Anamnesis.Sources;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis init</c>: writes what was recognised, for the user to correct.</summary>
static class InitCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var address = new Argument<string>("address") { Description = "a file, a folder of tables, or a database (with --beside)" };
        var force = new Option<bool>("--force") { Description = "overwrite an anamnesis.yaml that is there already" };
        var beside = BesideFolder.Option();
        var command = new Verb(
            "init",
            "Write anamnesis.yaml beside the data: roles, variables and units as they were recognised, for you to correct.",
            [("init ./extract", "then edit ./extract/anamnesis.yaml and examine again"), ("init labs.csv --force", "replace the file that is there")],
            "What the file says overrules recognition. It may be cut down to the lines that were wrong.") { address, force, beside };
        command.SetAction(parsed => Write(parsed.GetValue(address)!, parsed.GetValue(force), BesideFolder.Of(parsed.GetValue(beside)), terminal, cancellation)); // required
        return command;
    }

    static int Write(string address, bool force, string? beside, Terminal terminal, CancellationToken cancellation)
    {
        if (beside is null && !Directory.Exists(address) && !File.Exists(address) && (address == "demo" || address.Contains(':', StringComparison.Ordinal)))
        {
            throw new AnamnesisException(
                $"'{address}' is no file or folder, and anamnesis.yaml lies beside the data. Expected the path of a file or folder of tables; or name a folder for it with --beside.");
        }

        var folder = beside ?? (Directory.Exists(address) ? address : Path.GetDirectoryName(Path.GetFullPath(address))!); // a full path has a folder
        var file = Path.Combine(folder, "anamnesis.yaml");
        if (File.Exists(file) && !force)
        {
            throw new AnamnesisException($"'{file}' is there already and may hold your corrections. Edit it, or add --force to overwrite it.");
        }

        using var dataset = Address.Open(address, new Opening { Cancellation = cancellation });
        dataset.Cancellation = cancellation;
        Output.Write(file, CorrectionsFile.Text(Recognition.Read(dataset)));
        terminal.Out.WriteLine($"Wrote {file}. Correct what is wrong and examine again: what it says overrules recognition.");
        return ExitCode.Done;
    }
}
