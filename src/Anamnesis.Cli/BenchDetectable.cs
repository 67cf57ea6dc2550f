using System.CommandLine;
using System.Globalization;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Simulation;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench detectable</c>: how strong a mechanism has to be to be seen; what pages state as <c>detectable</c>.</summary>
static class BenchDetectable
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var trials = new TrialOptions("1", "1000");
        var mechanism = new Option<string[]>("--mechanism") { HelpName = "id", Description = "one alone, may be repeated (default all, which takes hours)", AllowMultipleArgumentsPerToken = true };
        var site = new Option<string>("--site") { HelpName = "name", Description = "let it act at this site alone" };
        site.AcceptOnlyFromAmong([.. Sites.All.Select(one => one.Name)]);
        var command = new Verb(
            "detectable",
            "Measure from which strength on a mechanism that acts alone raises a finding.",
            [("bench detectable --mechanism observer-variability", "everywhere"), ("bench detectable --mechanism observer-variability --site South", "at one site")],
            "Each strength is tried on so many clinics; the last column is the weakest from which on all of them show it.") { mechanism, site };
        trials.AddTo(command);
        command.SetAction(parsed => Run(trials.Size(parsed), trials.Jobs(parsed), Known(parsed.GetValue(mechanism)), parsed.GetValue(site), terminal, cancellation));
        return command;
    }

    static int Run(TrialSize size, int jobs, IReadOnlyList<string> mechanisms, string? site, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"mechanism",-36} {string.Concat(Ladder.Strengths.Select(strength => string.Create(CultureInfo.InvariantCulture, $"{strength,6:0.00}")))}   from  page says"));
        foreach (var ladder in mechanisms.AsParallel().AsOrdered().WithDegreeOfParallelism(jobs).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(mechanism => Ladder.Of(mechanism, site, size, cancellation)))
        {
            var rungs = ladder.Rungs.Select(rung => string.Create(CultureInfo.InvariantCulture, $"{rung.Found,4}/{ladder.Clinics}"));
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ladder.Mechanism,-36} {string.Concat(rungs),-36}   {ladder.From?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–",-4}  {(site is null ? Pages.Find(ladder.Mechanism)?.Detectable : Pages.Find(ladder.Mechanism)?.DetectableAtOneSite):0.00}"));
        }

        return ExitCode.Done;
    }

    static IReadOnlyList<string> Known(string[]? wanted)
    {
        IReadOnlyList<string> all = [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id).Order(StringComparer.Ordinal)];
        var unknown = wanted?.FirstOrDefault(id => !all.Contains(id));
        return unknown is not null ? throw new AnamnesisException($"There is no mechanism '{unknown}'. Nearest: {string.Join(", ", Nearest.To(unknown, all))}.") : wanted is { Length: > 0 } ? wanted : all;
    }
}
