using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>The distance of Kolmogorov and Smirnov: the largest difference between two cumulated shares, from 0 to 1.</summary>
static class Distance
{
    internal static double Of(Frequencies one, Frequencies other)
    {
        if (one.Total == 0 || other.Total == 0)
        {
            return double.NaN;
        }

        var (i, j, seen, seenOther, most) = (0, 0, 0L, 0L, 0.0);
        while (i < one.Values.Count || j < other.Values.Count)
        {
            var next = Math.Min(i < one.Values.Count ? one.Values[i] : double.PositiveInfinity, j < other.Values.Count ? other.Values[j] : double.PositiveInfinity);
            if (i < one.Values.Count && one.Values[i] == next)
            {
                seen += one.Counts[i++];
            }

            if (j < other.Values.Count && other.Values[j] == next)
            {
                seenOther += other.Counts[j++];
            }

            most = Math.Max(most, Math.Abs(((double)seen / one.Total) - ((double)seenOther / other.Total)));
        }

        return most;
    }

    /// <summary>Whether they lie nearer than that. Most that do not are told by the shares at one value: no difference is larger than the distance.</summary>
    internal static bool IsBelow(double bound, Frequencies one, Frequencies other)
    {
        var middle = other.Quantile(0.5);
        double Share(Frequencies numbers) => (double)numbers.CountWithin(double.NegativeInfinity, middle) / numbers.Total;
        return Math.Abs(Share(one) - Share(other)) < bound && Of(one, other) < bound;
    }
}
