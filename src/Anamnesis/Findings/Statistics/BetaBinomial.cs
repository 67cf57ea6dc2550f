namespace Anamnesis.Findings.Statistics;

/// <summary>How often something happens in groups that each have a rate of their own, as days of stays.</summary>
/// <param name="Rate">Over all, in (0, 1).</param>
/// <param name="Alike">How alike two trials of one group are beyond those of two groups, in [0, 1): the correlation within groups.</param>
readonly record struct BetaBinomial(double Rate, double Alike)
{
    const double Least = 0.001; // of a rate or of what is left of it
    const double MostAlike = 0.99;

    /// <summary>By moments, from groups with so many trials and hits.</summary>
    internal static BetaBinomial Of(IEnumerable<(long Trials, long Hits, long Groups)> groups)
    {
        var (trials, hits, pairs, surplus) = (0.0, 0.0, 0.0, 0.0);
        var all = groups.ToList();
        foreach (var group in all)
        {
            (trials, hits) = (trials + (group.Groups * group.Trials), hits + (group.Groups * group.Hits));
        }

        var rate = trials == 0 ? 0.5 : Math.Clamp(hits / trials, Least, 1 - Least);
        foreach (var group in all)
        {
            pairs += group.Groups * group.Trials * (group.Trials - 1.0) * rate * (1 - rate);
            surplus += group.Groups * (Math.Pow(group.Hits - (group.Trials * rate), 2) - (group.Trials * rate * (1 - rate)));
        }

        return new BetaBinomial(rate, pairs == 0 ? 0 : Math.Clamp(surplus / pairs, 0, MostAlike));
    }

    /// <summary>The logarithm of the probability that so many trials of one group bring no hit.</summary>
    internal double LogNone(long trials)
    {
        var (log, never) = (0.0, (1 - Rate) * (1 - Alike));
        for (var i = 0L; i < trials; i++)
        {
            log += Math.Log((never + (i * Alike)) / (1 - Alike + (i * Alike)));
        }

        return log;
    }
}
