namespace Anamnesis.Readiness;

/// <summary>Fitness for a use: the least of its gates, never an average.</summary>
static class Gated
{
    const int CapWhileUnassessed = 2;

    internal static Fitness By(string use, IReadOnlyList<Gate> gates, params IReadOnlyList<(string Dimension, int Least)> needs)
    {
        var mine = needs.Select(need => (need.Least, Gate: gates.Single(gate => gate.Dimension == need.Dimension))).ToList();
        var assessed = mine.Where(need => need.Gate.Level > 0).ToList();
        var unassessed = mine.Where(need => need.Gate.Level == 0 || need.Gate.NotAssessed is not null).ToList();
        var least = assessed.Count == 0 ? 0 : assessed.Min(need => need.Gate.Level);
        var level = mine.Exists(need => need.Gate.Level == 0) ? Math.Min(least, CapWhileUnassessed) : least;
        var failing = assessed.Where(need => need.Gate.Level < need.Least).Select(need => need.Gate.Dimension).ToList();
        var says = level switch
        {
            0 => "Nothing that this use needs could be assessed.",
            1 => $"Not ready: {string.Join(", ", assessed.Where(need => need.Gate.Level == 1).Select(need => need.Gate.Dimension))} must be cleared up first.",
            _ when failing.Count > 0 => $"Usable with named handling; {string.Join(", ", failing)} {(failing.Count == 1 ? "stays" : "stay")} below what this use needs.",
            2 => "Usable with named handling.",
            3 => "Fit.",
            _ => "Fit, and confirmed by a person.",
        };
        var open = mine.Where(need => need.Gate.Level == 0).Select(need => need.Gate.Dimension).ToList();
        says += open.Count == 0 || level == 0 ? string.Empty : $" Not assessed: {string.Join(", ", open)}.";
        return new Fitness(use, level, [.. mine.Select(need => need.Gate)], [.. unassessed.Select(need => $"{need.Gate.Dimension}: {need.Gate.NotAssessed}")], says);
    }
}
