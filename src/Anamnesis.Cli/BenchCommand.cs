using System.CommandLine;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench</c>: the published numbers, each made by a command.</summary>
static class BenchCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var details = new Option<bool>("--details") { Description = "list what was missed" };
        var key = new Command("key", "Score examinations of real data sets against the key of known quirks (needs ANAMNESIS_SHARED and python3)") { details };
        key.SetAction(parsed => BenchKey.Run(terminal, parsed.GetValue(details), cancellation));
        return new Command("bench", "Measure this program: the numbers in the README")
        {
            key, BenchSpeedCommand.Of(terminal, cancellation), BenchSpeedCommand.One(terminal, cancellation), BenchRecognition.Of(terminal, cancellation),
        };
    }
}
