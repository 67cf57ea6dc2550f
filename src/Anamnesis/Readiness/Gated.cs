using Anamnesis.Knowledge;

namespace Anamnesis.Readiness;

/// <summary>Fitness for a use: the least of its gates, never an average.</summary>
static class Gated
{
    const int CapWhileUnassessed = 2;
    const int MostReasons = 2; // gates that are told one by one

    internal static Fitness By(string use, IReadOnlyList<Gate> gates)
    {
        var mine = ReadinessTable.Gates(use).Select(need => (need.Least, Gate: gates.Single(gate => gate.Dimension == need.Dimension))).ToList();
        var assessed = mine.Where(need => need.Gate.Level > 0).ToList();
        var open = mine.Where(need => need.Gate.Level == 0).Select(need => need.Gate.Dimension).ToList();
        var least = assessed.Count == 0 ? 0 : assessed.Min(need => need.Gate.Level);
        var level = open.Count > 0 ? Math.Min(least, CapWhileUnassessed) : least;
        var notAssessed = mine.Where(need => need.Gate.NotAssessed is not null).Select(need => $"{need.Gate.Dimension}: {need.Gate.NotAssessed}");
        var says = Why(level, least, assessed) + (open.Count == 0 || level == 0 ? string.Empty : $" Not assessed: {string.Join(", ", open)}.");
        return new Fitness(use, level, [.. mine.Select(need => need.Gate)], [.. notAssessed], says);
    }

    static string Why(int level, int least, IReadOnlyList<(int Least, Gate Gate)> assessed)
    {
        var failing = assessed.Where(need => need.Gate.Level < (level == 1 ? 2 : need.Least)).Select(need => need.Gate).OrderBy(gate => gate.Level).ToList();
        var named = string.Join(", ", failing.Select(gate => gate.Dimension));
        var reasons = string.Concat((failing.Count > 0 ? failing : assessed.Select(need => need.Gate).Where(gate => gate.Level == level)).Take(MostReasons).Select(gate => " " + gate.Says));
        return level switch
        {
            0 => "Nothing that this use needs could be assessed.",
            1 => $"Not ready: {named} must be cleared up first.{reasons}",
            _ when failing.Count > 0 => $"Usable with named handling; {named} {(failing.Count == 1 ? "stays" : "stay")} below what this use needs.{reasons}",
            2 when least > level => "At most usable: what was assessed is fit, but not all could be.",
            2 => $"Usable with named handling.{reasons}",
            3 => "Fit.",
            _ => "Fit, and confirmed by a person.",
        };
    }
}
