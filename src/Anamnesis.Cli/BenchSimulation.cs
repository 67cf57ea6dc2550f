using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Anamnesis.Simulation;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench simulation</c>: how fast a clinic is simulated and written, and how much a patient leaves behind.</summary>
static class BenchSimulation
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var patients = new Option<string>("--patients") { HelpName = "number", Description = "how many people", DefaultValueFactory = _ => "20000" };
        var years = new Option<string>("--years") { HelpName = "first-last", Description = "of the record", DefaultValueFactory = _ => "2016-2023" };
        var folder = new Option<string?>("--in") { HelpName = "folder", Description = "where the files stand while it runs; a temporary folder when not given" };
        var command = new Verb(
            "simulation",
            "Time the simulated clinic: patients a second, rows of a patient, processor time and memory; the files are deleted again.",
            [("bench simulation", "20,000 people of eight years, about 430 MB"), ("bench simulation --patients 1000000 --in /data", "whether memory is bounded: half an hour, 21 GB")],
            "Record, truth and ledger are written as Parquet, with the usual documentation process, on all processors.") { patients, years, folder };
        command.SetAction(parsed => Run(
            terminal, ClinicPlan.Read(parsed.GetValue(patients)!, parsed.GetValue(years)!, "1") with { Levers = ClinicProcess.Usual }, parsed.GetValue(folder), cancellation)); // have defaults
        return command;
    }

    static int Run(Terminal terminal, ClinicPlan plan, string? where, CancellationToken cancellation)
    {
        var folder = Path.Combine(where ?? Path.GetTempPath(), $"anamnesis-simulation-{Path.GetRandomFileName()}");
        try
        {
            using var progress = new ProgressLine(terminal, TimeProvider.System);
            var started = TimeProvider.System.GetTimestamp();
            var files = ClinicFolder.Write(plan, new ClinicWriting(folder), progress, cancellation);
            var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            progress.Dispose();
            double Rows(Func<ClinicFile, bool> which) => (double)files.Where(which).Sum(file => file.Rows) / plan.Patients;
            var ledger = Rows(file => file.Name == "truth/ledger.parquet");
            using var self = Process.GetCurrentProcess();
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Patients:N0} patients, {plan.FirstYear}-{plan.LastYear}, in {seconds:0.0} s: {plan.Patients / seconds:0} a second on {Environment.ProcessorCount} processors"));
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows a patient: record {Rows(file => file.Name.StartsWith("record/", StringComparison.Ordinal)):0}, truth {Rows(file => file.Name.StartsWith("truth/", StringComparison.Ordinal)) - ledger:0}, ledger {ledger:0}"));
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time {self.TotalProcessorTime.TotalSeconds:0} s, greatest memory {self.PeakWorkingSet64 / 1048576.0:N0} MiB, files {files.Sum(file => file.Bytes) / 1e6:N0} MB"));
            return ExitCode.Done;
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
