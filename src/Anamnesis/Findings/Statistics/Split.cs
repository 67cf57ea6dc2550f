using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>A column that falls into two humps on the logarithmic scale.</summary>
/// <param name="Cut">The value in the valley: the lower hump lies below, the upper at or above.</param>
/// <param name="Lower">The numbers of the lower hump.</param>
/// <param name="Upper">The numbers of the upper hump.</param>
/// <param name="Depth">How deep the valley is, as a share of the smaller peak, in [0, 1].</param>
sealed record Split(double Cut, Frequencies Lower, Frequencies Upper, double Depth)
{
    /// <summary>Median of the upper hump over median of the lower.</summary>
    public double Ratio => Upper.Quantile(0.5) / Lower.Quantile(0.5);

    /// <summary>True when the upper hump is the smaller one.</summary>
    public bool UpperIsFewer => Upper.Total <= Lower.Total;

    /// <summary>The hump with fewer values.</summary>
    public Frequencies Fewer => UpperIsFewer ? Upper : Lower;

    /// <summary>Distance (Kolmogorov-Smirnov) between the humps after the upper is divided by <paramref name="factor"/>, in [0, 1].</summary>
    public double Distance(double factor) => Distance(value => value / factor);

    /// <summary>Distance between the humps after the upper is converted by a function that rises.</summary>
    public double Distance(Func<double, double> convert)
    {
        var upper = Upper.Pairs.Select(pair => (Value: convert(pair.Value), pair.Count)).ToList(); // conversions keep the order
        var (largest, belowLower, belowUpper, place) = (0.0, 0L, 0L, 0);
        foreach (var (value, count) in Lower.Pairs)
        {
            while (place < upper.Count && upper[place].Value < value)
            {
                belowUpper += upper[place++].Count;
            }

            largest = Math.Max(largest, Math.Abs(((double)belowLower / Lower.Total) - ((double)belowUpper / Upper.Total)));
            belowLower += count;
            while (place < upper.Count && upper[place].Value <= value)
            {
                belowUpper += upper[place++].Count;
            }

            largest = Math.Max(largest, Math.Abs(((double)belowLower / Lower.Total) - ((double)belowUpper / Upper.Total)));
        }

        return largest;
    }

    /// <summary>
    /// How far the measured ratio may lie from a factor: 5 %, a quarter of the spread where that is more (the places behind the humps differ in their
    /// patients), or twice its standard error when few values make it less sure; at most 15 %.
    /// </summary>
    public double Tolerance
    {
        get
        {
            var spread = Math.Log(Fewer.Quantile(0.75) / Fewer.Quantile(0.25)) / 1.35;
            return Math.Clamp(Math.Max(0.25 * spread, 2 * 1.25 * spread / Math.Sqrt(Fewer.Total)), 0.05, 0.15);
        }
    }
}
