using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>A few values far outside all others of the column.</summary>
/// <param name="Above">True when they lie above the rest.</param>
/// <param name="Cut">A round value in the gap between them and the rest; not a value of the data.</param>
/// <param name="Count">How many.</param>
/// <param name="Distance">How far the nearest of them lies from the median, in robust standard deviations of the column's own scale.</param>
/// <param name="Gap">The gap to the rest, as a share of the way from the median to the edge of the rest.</param>
sealed record Isolated(bool Above, double Cut, long Count, double Distance, double Gap)
{
    const int Least = 15; // values
    const int Small = 30; // below, one value at most, and farther out
    const double LeastOfSmall = 8; // robust standard deviations
    const double LeastOnLog = 5; // robust standard deviations
    const double LeastGap = 0.5; // see Gap
    const double LeastDistance = 6; // robust standard deviations

    /// <summary>Isolated values above and below.</summary>
    /// <param name="numbers">The column.</param>
    /// <param name="least">The least distance in robust standard deviations.</param>
    internal static IReadOnlyList<Isolated> Of(Frequencies numbers, double least = LeastDistance)
    {
        if (numbers.Total < Least || numbers.Values.Count < 8)
        {
            return [];
        }

        var scale = Scale.Of(numbers);
        least = numbers.Total < Small ? Math.Max(least, LeastOfSmall) : least;
        List<Isolated?> sides = [Side(numbers, scale, above: true, least), Side(numbers, scale, above: false, least)];
        return [.. sides.OfType<Isolated>()];
    }

    /// <summary>Far on the logarithm, too: a large value of a column of positive numbers is often only skewed.</summary>
    static bool IsFarOnLog(Frequencies numbers, double value) => numbers.Min <= 0
        || Math.Log(value / numbers.Quantile(0.5)) > LeastOnLog * Math.Log(numbers.Quantile(0.75) / numbers.Quantile(0.5)) / Deviations(0.75);

    static Isolated? Side(Frequencies numbers, Scale scale, bool above, double least)
    {
        var values = numbers.Values;
        var median = scale.To(numbers.Quantile(0.5));
        var most = numbers.Total < Small ? 1 : Math.Max(2, numbers.Total / 200);
        var spread = Spread(numbers, scale, median, above, most);
        if (spread <= 0 || numbers.Quantile(0.75) - numbers.Quantile(0.25) <= 1e-6 * Math.Abs(numbers.Quantile(0.5)))
        {
            return null;
        }

        var (count, found) = (0L, (Isolated?)null);
        for (var step = 0; step < values.Count - 1; step++)
        {
            var at = above ? values.Count - 1 - step : step;
            var next = above ? at - 1 : at + 1;
            count += numbers.Counts[at];
            var distance = Math.Abs(scale.To(values[at]) - median) / spread;
            if (count > most || distance < least)
            {
                break;
            }

            var gap = Math.Abs(scale.To(values[at]) - scale.To(values[next])) / Math.Max(Math.Abs(scale.To(values[next]) - median), 3 * spread);
            if (gap >= LeastGap && (!above || !scale.IsLinear || IsFarOnLog(numbers, numbers.Values[at])))
            {
                found = new Isolated(above, RoundBetween(numbers.Values[Math.Min(at, next)], numbers.Values[Math.Max(at, next)]), count, distance, gap);
            }
        }

        return found;
    }

    /// <summary>Robust standard deviation towards one side: the widest that the quartile, the 95th percentile and a far percentile without the outermost values give.</summary>
    static double Spread(Frequencies numbers, Scale scale, double median, bool above, long most)
    {
        double At(double share) => Math.Abs(scale.To(numbers.Quantile(above ? share : 1 - share)) - median) / Deviations(share);
        var far = 1 - Math.Max(0.005, 1.5 * most / numbers.Total);
        var other = Math.Abs(scale.To(numbers.Quantile(above ? 0.25 : 0.75)) - median) / Deviations(0.75);
        var wide = Math.Abs(scale.To(numbers.Quantile(above ? 0.05 : 0.95)) - median) / Deviations(0.95); // where one value is a habit, the other side shows how far the rest goes
        return Math.Max(Math.Max(At(0.75), far > 0.8 ? At(far) : 0), Math.Max(At(0.9), Math.Max(other, wide) / 2));
    }

    /// <summary>How many standard deviations a normal quantile lies from the middle (Tukey's lambda, within 1 %).</summary>
    static double Deviations(double share) => 4.91 * (Math.Pow(share, 0.14) - Math.Pow(1 - share, 0.14));

    /// <summary>The roundest number strictly above <paramref name="low"/> and at most <paramref name="high"/>, so that no patient's value is told.</summary>
    internal static double RoundBetween(double low, double high)
    {
        var middle = low + ((high - low) / 2);
        for (var step = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(Math.Abs(high), Math.Abs(low))))); step > 0 && step > (high - low) / 1e6; step /= 10)
        {
            foreach (var part in (double[])[1, 0.5, 0.2])
            {
                var round = Math.Round(middle / (step * part)) * step * part;
                if (round > low && round < high)
                {
                    return double.Parse(round.ToString("G12", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
                }
            }
        }

        return middle;
    }
}
