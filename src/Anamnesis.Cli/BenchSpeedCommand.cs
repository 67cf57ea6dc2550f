using System.CommandLine;
using System.Globalization;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench speed</c> and the hidden <c>bench one</c> that it starts.</summary>
static class BenchSpeedCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var rows = new Option<string>("--rows") { Description = "rows of the long shapes, e.g. 1m or 10m", DefaultValueFactory = _ => "10m" };
        var wide = new Option<string>("--wide") { Description = "rows of the wide shape", DefaultValueFactory = _ => "200k" };
        var runs = new Option<int>("--runs") { Description = "pairs of runs; the median ratio is printed", DefaultValueFactory = _ => 3 };
        var shapes = new Option<string[]>("--shape") { Description = $"one or more of {string.Join(", ", BenchShapes.All)}; all when not given", AllowMultipleArgumentsPerToken = true };
        var folder = new Option<string?>("--folder") { Description = "make the files here and keep them (about 2 GB at 10m)" };
        shapes.AcceptOnlyFromAmong(BenchShapes.All);
        var command = new Verb(
            "speed",
            "Measure a whole examination against DuckDB's own SUMMARIZE of the same file: paired runs, each a process of its own.",
            [("bench speed", "all shapes at 10 million rows: minutes"), ("bench speed --rows 1m --runs 1 --shape long", "a quick look")],
            "What counts is the ratio within a pair: seconds depend on the machine and on what else it does.") { rows, wide, runs, shapes, folder };
        command.SetAction(parsed => BenchSpeed.Run(
            new BenchSpeedChoice(
                Size(parsed.GetValue(rows)!), // has a default
                Size(parsed.GetValue(wide)!), // has a default
                Math.Max(1, parsed.GetValue(runs)),
                parsed.GetValue(shapes) is { Length: > 0 } some ? some : BenchShapes.All,
                parsed.GetValue(folder)),
            terminal,
            cancellation));
        return command;
    }

    internal static Command One(Terminal terminal, CancellationToken cancellation)
    {
        var what = new Argument<string>("what");
        var path = new Argument<string>("path");
        var command = new Command("one", "One process of bench speed: examine, summarize or queries") { what, path };
        command.Hidden = true;
        command.SetAction(parsed => BenchOne.Inside(parsed.GetRequiredValue(what), parsed.GetRequiredValue(path), terminal, cancellation));
        return command;
    }

    static long Size(string text)
    {
        var unit = text.Length == 0 ? ' ' : char.ToLowerInvariant(text[^1]);
        var times = unit switch { 'k' => 1_000, 'm' => 1_000_000, _ => 1 };
        return long.TryParse(times == 1 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000
            || (times == 1 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0)
            ? number * times
            : throw new AnamnesisException($"'{text}' is no number of rows. Expected e.g. 200k, 10m or 1000000.");
    }
}
