using System.CommandLine;
using System.Globalization;
using Anamnesis.Simulation;
using Anamnesis.Simulation.Levers;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis simulate</c>: writes a clinic whose truth is known.</summary>
static class SimulateCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var patients = new Option<string>("--patients") { HelpName = "number", Description = "how many people", DefaultValueFactory = _ => "5000" };
        var years = new Option<string>("--years") { HelpName = "first-last", Description = "first and last year of the record", DefaultValueFactory = _ => "2016-2023" };
        var seed = new Option<string>("--seed") { HelpName = "number", Description = "same seed and version, same bytes", DefaultValueFactory = _ => "1" };
        var folder = new Option<string>("--out") { HelpName = "folder", Description = "the folder to write: record/, truth/ and manifest.json", Required = true };
        var process = new Option<string?>("--process") { HelpName = "file", Description = "clinic.yaml: how the levers of the documentation process stand; or 'usual', 'clean'" };
        var style = new Option<string>("--style") { HelpName = "style", Description = "names as of one of three hospitals: english, polish or german", DefaultValueFactory = _ => "english" };
        var csv = new Option<bool>("--csv") { Description = "the record as CSV instead of Parquet" };
        var force = new Option<bool>("--force") { Description = "replace a clinic that is in the folder already" };
        var command = new Verb(
            "simulate",
            "Write a simulated heart clinic: a record that is messy because its work is, and apart from it what was true.",
            [("simulate --out clinic", "5,000 people as Parquet"), ("simulate --out big --patients 200000 --years 2010-2023 --seed 7", "a large one"), ("simulate --out clinic --process clinic.yaml", "with levers moved, see 'levers'"), ("examine clinic/record", "look at its record as if it were real")],
            "All people are invented. record/ is what a hospital would hand out; truth/ holds what was true and the cause of every changed cell (docs/clinic.md).") { patients, years, seed, process, style, folder, csv, force };
        command.SetAction(parsed =>
        {
            var plan = ClinicPlan.Read(parsed.GetValue(patients)!, parsed.GetValue(years)!, parsed.GetValue(seed)!); // have defaults
            plan = plan with { Levers = ClinicProcess.Read(parsed.GetValue(process), plan), Style = NamingStyle.Find(parsed.GetValue(style)!) };
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

        terminal.Out.WriteLine($"Wrote {writing.Folder}: synthetic and deliberately messy. 'anamnesis examine {Path.Combine(writing.Folder, "record")}' looks at it; 'anamnesis why {writing.Folder} TABLE ROW COLUMN' tells what was true.");
        return ExitCode.Done;
    }
}
