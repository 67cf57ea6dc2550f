using System.CommandLine;
using System.Globalization;
using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench accuracy</c>: examinations of simulated clinics whose truth is known.</summary>
static class BenchAccuracy
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var trials = new TrialOptions("200", "2000");
        var json = new Option<bool>("--json") { Description = "print JSON (anamnesis/accuracy/1)" };
        var details = new Option<bool>("--details") { Description = "list every finding with a wrong first cause and every mechanism that was missed" };
        var command = new Verb(
            "accuracy",
            "Measure how often examinations name the true cause, on simulated clinics that calibration never saw.",
            [("bench accuracy --clinics 8 --patients 500", "a quick look: a minute or two"), ("bench accuracy --clinics 200", "the published numbers: hours of processor time"), ("bench accuracy --clinics 40 --json", "for programs")],
            "Mechanisms, strengths, sites and names are drawn from the seed. Ctrl-C prints the figures of the clinics that are done.") { json, details };
        trials.AddTo(command);
        command.SetAction(parsed => Run(trials.Size(parsed), trials.Jobs(parsed), parsed.GetValue(json), parsed.GetValue(details), terminal, cancellation));
        return command;
    }

    static int Run(TrialSize size, int jobs, bool json, bool details, Terminal terminal, CancellationToken cancellation)
    {
        var figures = new AccuracyFigures();
        using var progress = new ProgressLine(terminal, TimeProvider.System);
        try
        {
            foreach (var outcome in TrialRun.Each(Series.Accuracy.Trials(size), jobs, Weights.Counted, cancellation))
            {
                figures.Add(outcome);
                progress.Report(new Step($"{figures.Clinics} of {size.Clinics} clinics", (double)figures.Clinics / size.Clinics));
                if (details)
                {
                    AccuracyDetails.Print(outcome, terminal.Error);
                }
            }
        }
        catch (OperationCanceledException) when (figures.Clinics > 0)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"interrupted: these are the figures of {figures.Clinics} of {size.Clinics} clinics"));
        }

        progress.Dispose();
        if (json)
        {
            AccuracyJson.Print(figures, size, terminal.Out);
        }
        else
        {
            AccuracyPage.Print(figures, size, terminal.Out);
        }

        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Done;
    }
}
