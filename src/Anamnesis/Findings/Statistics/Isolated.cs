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
    const int Least = 30; // values
    const double LeastDistance = 6; // robust standard deviations

    /// <summary>Isolated values above and below.</summary>
    /// <param name="numbers">The column.</param>
    /// <param name="leastGap">The least gap, as in <see cref="Gap"/>.</param>
    internal static IReadOnlyList<Isolated> Of(Frequencies numbers, double leastGap = 0.5)
    {
        if (numbers.Total < Least || numbers.Values.Count < 8)
        {
            return [];
        }

        var scale = Scale.Of(numbers);
        var places = numbers.Values.Select(scale.To).ToList();
        List<Isolated?> sides = [Side(numbers, places, scale, above: true, leastGap), Side(numbers, places, scale, above: false, leastGap)];
        return [.. sides.OfType<Isolated>()];
    }

    static Isolated? Side(Frequencies numbers, List<double> places, Scale scale, bool above, double leastGap)
    {
        var median = scale.To(numbers.Quantile(0.5));
        var spread = Spread(numbers, scale, median, above);
        var most = Math.Max(2, numbers.Total / 200);
        var (count, found) = (0L, (Isolated?)null);
        for (var step = 0; step < places.Count - 1; step++)
        {
            var at = above ? places.Count - 1 - step : step;
            var next = above ? at - 1 : at + 1;
            count += numbers.Counts[at];
            var distance = Math.Abs(places[at] - median) / spread;
            if (count > most || distance < LeastDistance)
            {
                break;
            }

            var gap = Math.Abs(places[at] - places[next]) / Math.Max(Math.Abs(places[next] - median), 3 * spread);
            if (gap >= leastGap)
            {
                found = new Isolated(above, RoundBetween(numbers.Values[Math.Min(at, next)], numbers.Values[Math.Max(at, next)]), count, distance, gap);
            }
        }

        return found;
    }

    /// <summary>Robust standard deviation towards one side: the widest that the quartile, the 95th and the 99th percentile give.</summary>
    static double Spread(Frequencies numbers, Scale scale, double median, bool above)
    {
        double At(double share) => Math.Abs(scale.To(numbers.Quantile(above ? share : 1 - share)) - median);
        var spread = Math.Max(At(0.75) / 0.674, At(0.95) / 1.645);
        var other = Math.Abs(scale.To(numbers.Quantile(above ? 0.25 : 0.75)) - median) / 0.674;
        return Math.Max(Math.Max(spread, other / 2), 1e-9);
    }

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
