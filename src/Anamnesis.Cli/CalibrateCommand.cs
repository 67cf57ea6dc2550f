using System.CommandLine;
using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Simulation.Accuracy;
using Anamnesis.Simulation.Calibration;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis calibrate</c>: counts the weights of signs on simulated clinics.</summary>
static class CalibrateCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var trials = new TrialOptions("40", "400");
        var to = new Option<string?>("--out") { HelpName = "file", Description = "where the table goes; printed when not given" };
        var command = new Verb(
            "calibrate",
            "Count how much each sign says, on simulated clinics that 'bench accuracy' never uses: the table knowledge/weights.csv.",
            [("calibrate --clinics 8 --patients 300", "a small table, printed"), ("calibrate --out knowledge/weights.csv", "the table of this program, byte for byte")],
            "Its header has the command, the seeds, the names and the mechanisms that made it. Clinics are examined with default weights, so that a table does not depend on the one before.") { to };
        trials.AddTo(command);
        command.SetAction(parsed =>
        {
            var size = trials.Size(parsed);
            var counts = new WeightCount();
            using var progress = new ProgressLine(terminal, TimeProvider.System);
            foreach (var (done, outcome) in TrialRun.Each(Series.Calibration.Trials(size), trials.Jobs(parsed), Weights.Default, cancellation).Index())
            {
                counts.Add(outcome);
                progress.Report(new Step($"{done + 1} of {size.Clinics} clinics", (done + 1.0) / size.Clinics));
            }

            progress.Dispose();
            if (parsed.GetValue(to) is { } path)
            {
                Output.Write(path, counts.Table(size));
                terminal.Out.WriteLine($"Wrote {path}.");
            }
            else
            {
                terminal.Out.Write(counts.Table(size));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
