using System.CommandLine;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench</c>: the published numbers, each made by a command.</summary>
static class BenchCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var details = new Option<bool>("--details") { Description = "list what was missed" };
        var key = new Verb(
            "key",
            "Score examinations of real data sets against the key of their documented quirks.",
            [("bench key", "the table by data set"), ("bench key --details", "with what was missed")],
            "Needs the data sets, which are not part of this program (ANAMNESIS_SHARED names the folder that holds data/), and python3.") { details };
        key.SetAction(parsed => BenchKey.Run(terminal, parsed.GetValue(details), cancellation));
        return new Verb(
            "bench",
            "Measure this program: every number that its documents state is printed by one of these.",
            [("bench speed --rows 1m --runs 1", "a whole examination against DuckDB's SUMMARIZE of the same file"), ("bench key", "real data sets against the key of their documented quirks")])
        {
            key, BenchSpeedCommand.Of(terminal, cancellation), BenchSpeedCommand.One(terminal, cancellation), BenchRecognition.Of(terminal, cancellation), BenchFidelity.Of(terminal, cancellation), BenchSimulation.Of(terminal, cancellation),
            BenchFindings.Of(terminal, cancellation), BenchAccuracy.Of(terminal, cancellation), BenchDetectable.Of(terminal, cancellation), BenchQuestions.Of(terminal), BenchInterviews.Of(terminal, cancellation),
        };
    }
}
