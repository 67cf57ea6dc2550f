using System.CommandLine;
using System.Globalization;
using Anamnesis.Simulation;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis simulate</c>: writes a clinic whose truth is known.</summary>
static class SimulateCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var patients = new Option<string>("--patients") { Description = "how many people", DefaultValueFactory = _ => "5000" };
        var years = new Option<string>("--years") { Description = "first and last year of the record", DefaultValueFactory = _ => "2016-2023" };
        var seed = new Option<string>("--seed") { Description = "same seed and version, same bytes", DefaultValueFactory = _ => "1" };
        var folder = new Option<string>("--out") { Description = "the folder to write: record/, truth/ and manifest.json", Required = true };
        var csv = new Option<bool>("--csv") { Description = "the record as CSV instead of Parquet" };
        var force = new Option<bool>("--force") { Description = "replace a clinic that is in the folder already" };
        var command = new Command("simulate", "Write a simulated heart clinic: a record that is messy because its work is, and apart from it what was true") { patients, years, seed, folder, csv, force };
        command.SetAction(parsed =>
        {
            var plan = ClinicPlan.Read(parsed.GetValue(patients)!, parsed.GetValue(years)!, parsed.GetValue(seed)!); // have defaults
            return Write(plan, new ClinicWriting(parsed.GetValue(folder)!) { Csv = parsed.GetValue(csv), Force = parsed.GetValue(force) }, terminal, cancellation); // required
        });
        return command;
    }

    static int Write(ClinicPlan plan, ClinicWriting writing, Terminal terminal, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(terminal, TimeProvider.System);
        var files = ClinicFolder.Write(plan, writing, progress, cancellation);
        progress.Dispose();
        foreach (var file in files)
        {
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Name,-28} {file.Rows,12:N0} rows {file.Bytes / 1e6,9:N1} MB"));
        }

        terminal.Out.WriteLine($"Wrote {writing.Folder}: synthetic and deliberately messy. 'anamnesis examine {Path.Combine(writing.Folder, "record")}' looks at it; 'anamnesis why' tells what was true.");
        return ExitCode.Done;
    }
}
