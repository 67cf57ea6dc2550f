using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Anamnesis.Questions.Interviews;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench interviews</c>: the simulated people under random words, and the transcripts of four levels.</summary>
static class BenchInterviews
{
    const int PerTalk = 12;
    const int Longest = 50; // milliseconds of a turn
    static readonly string[] Levels = ["bad", "mediocre", "good", "expert"];

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var turns = new Option<int>("--turns") { HelpName = "number", Description = "random turns", DefaultValueFactory = _ => 100_000 };
        var folder = new Option<string?>("--transcripts") { HelpName = "folder", Description = "score the conversations in it, named <scenario>.<level>.txt" };
        var command = new Verb(
            "interviews",
            "Throw random words at the simulated people, and score conversations of four levels.",
            [("bench interviews", "100,000 random turns over all scenarios"), ("bench interviews --turns 0 --transcripts transcripts", "the table of docs/asking.md")],
            "A turn is timed alone, on one core; the slowest is what counts.") { turns, folder };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(folder) is { } from)
            {
                Score(terminal, from);
            }

            if (parsed.GetValue(turns) is > 0 and var many)
            {
                Random(terminal, many, cancellation);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static void Score(Terminal terminal, string folder)
    {
        terminal.Out.WriteLine($"| scenario | {string.Join(" | ", Levels)} |\n|---|{string.Concat(Levels.Select(_ => "--:|"))}");
        foreach (var scenario in Scenarios.All)
        {
            var scores = Levels.Select(level => Path.Combine(folder, $"{scenario.Id}.{level}.txt")).Select(path => File.Exists(path) ? Script.Read(path).Replay(scenario).Marks.Total.ToString(CultureInfo.InvariantCulture) : "-");
            terminal.Out.WriteLine($"| {scenario.Id} | {string.Join(" | ", scores)} |");
        }
    }

    static void Random(Terminal terminal, int turns, CancellationToken cancellation)
    {
        var (said, words) = (0, new RandomWords(1));
        var (slowest, over) = (TimeSpan.Zero, 0);
        var (busiest, busyOver) = (TimeSpan.Zero, 0); // of the processor, which waiting for others does not lengthen
        foreach (var scenario in Scenarios.All)
        {
            new Interview(scenario).Ask("How did the last one come about?"); // compiled and loaded
        }

        while (said < turns)
        {
            cancellation.ThrowIfCancellationRequested();
            var talk = new Interview(Scenarios.All[words.Next(Scenarios.All.Count)], words.Next(100));
            for (var turn = 0; turn < PerTalk && said < turns && !talk.IsOver; turn++)
            {
                var text = words.Text(talk.Scenario);
                var (worked, began) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
                talk.Ask(text);
                var (took, work) = (Stopwatch.GetElapsedTime(began), Environment.CpuUsage.TotalTime - worked);
                said++;
                over += took.TotalMilliseconds > Longest ? 1 : 0;
                busyOver += work.TotalMilliseconds > Longest ? 1 : 0;
                (slowest, busiest) = (took > slowest ? took : slowest, work > busiest ? work : busiest);
            }

            Debrief.Of(talk, []);
        }

        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{said:N0} random turns, no exception, {over} above {Longest} ms, the slowest {slowest.TotalMilliseconds:0.0} ms; of the processor {busyOver} above {Longest} ms, at most {busiest.TotalMilliseconds:0.0} ms"));
    }
}
