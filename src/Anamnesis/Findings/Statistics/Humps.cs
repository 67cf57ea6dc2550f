using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>Looks for two humps in the logarithms of a column.</summary>
static class Humps
{
    /// <summary>Values needed before two humps mean anything.</summary>
    internal const int Least = 100;

    /// <summary>Values the smaller hump needs.</summary>
    internal const int LeastFewer = 15;

    const double Width = 0.02; // decades a bin
    const double LeastShare = 0.01; // of all values in the smaller hump
    const double LeastDepth = 0.3; // mechanisms.md, log_mixture

    /// <summary>The deepest valley with a hump on either side; null when there is one hump, or too few values to say.</summary>
    internal static Split? Of(Frequencies numbers) => numbers.Once(Found);

    static Split? Found(Frequencies numbers)
    {
        var positive = numbers.Min > 0 ? numbers : numbers.Where(value => value > 0);
        if (positive.Total < Least || positive.Values.Count < 12)
        {
            return null;
        }

        var first = Math.Log10(positive.Min);
        var bins = Binned(positive, first);
        var sigma = Bandwidth(positive) / Width;
        var smooth = Smoothed(bins, sigma);
        var window = sigma * Math.Sqrt(2 * Math.PI); // a smoothed bin stands for about so many bins
        return Valleys(smooth)
            .Where(valley => Stands(valley, smooth, window))
            .Select(valley => (At: Math.Pow(10, first + (valley.Place * Width)), valley.Depth))
            .GroupBy(valley => positive.ValuesBelow(valley.At)) // all places of an empty stretch cut the same values
            .Select(same => same.MaxBy(valley => valley.Depth))
            .Select(valley => Cut(positive, valley.At, valley.Depth))
            .Where(split => split.Fewer.Total >= Math.Max(LeastFewer, LeastShare * positive.Total) && split.Fewer.Values.Count >= 4)
            .MaxBy(split => split.Depth * Math.Sqrt(split.Fewer.Total));
    }

    /// <summary>The two sides of a cut.</summary>
    internal static Split Cut(Frequencies numbers, double cut, double depth)
    {
        var (lower, upper) = numbers.CutAt(cut);
        return new Split(Isolated.RoundBetween(lower.Max, upper.Min), lower, upper, depth);
    }

    static double[] Binned(Frequencies positive, double first)
    {
        var bins = new double[(int)((Math.Log10(positive.Max) - first) / Width) + 2];
        foreach (var (value, count) in positive.Pairs)
        {
            bins[(int)((Math.Log10(value) - first) / Width)] += count;
        }

        return bins;
    }

    /// <summary>Decades; wide enough that the grid of small whole numbers makes no humps of its own.</summary>
    static double Bandwidth(Frequencies positive)
    {
        var (sum, weight) = (0.0, 0L);
        for (var i = 1; i < positive.Values.Count; i++)
        {
            var pairWeight = Math.Min(positive.Counts[i], positive.Counts[i - 1]);
            sum += Math.Log10(positive.Values[i] / positive.Values[i - 1]) * pairWeight;
            weight += pairWeight;
        }

        return Math.Clamp(1.5 * sum / weight, 2 * Width, 0.5);
    }

    static double[] Smoothed(double[] bins, double sigma)
    {
        var reach = (int)Math.Ceiling(3 * sigma);
        var kernel = Enumerable.Range(-reach, (2 * reach) + 1).Select(step => Math.Exp(-step * step / (2 * sigma * sigma))).ToArray();
        var total = kernel.Sum();
        var smooth = new double[bins.Length];
        for (var i = 0; i < bins.Length; i++)
        {
            if (bins[i] > 0)
            {
                for (var step = -reach; step <= reach; step++)
                {
                    if (i + step >= 0 && i + step < bins.Length)
                    {
                        smooth[i + step] += bins[i] * kernel[step + reach] / total;
                    }
                }
            }
        }

        return smooth;
    }

    /// <summary>Every valley with its depth and the lower of the highest peaks on either side.</summary>
    static IEnumerable<(int Place, double Depth, double Peak)> Valleys(double[] smooth)
    {
        var peakRight = new double[smooth.Length];
        for (var i = smooth.Length - 2; i >= 0; i--)
        {
            peakRight[i] = Math.Max(peakRight[i + 1], smooth[i + 1]);
        }

        var peakLeft = 0.0;
        for (var i = 1; i < smooth.Length - 1; i++)
        {
            peakLeft = Math.Max(peakLeft, smooth[i - 1]);
            if (smooth[i] <= smooth[i - 1] && smooth[i] <= smooth[i + 1])
            {
                var peak = Math.Min(peakLeft, peakRight[i]);
                yield return (i, 1 - (smooth[i] / Math.Max(1e-12, peak)), peak);
            }
        }
    }

    /// <summary>Deep enough, and deeper than chance makes valleys.</summary>
    static bool Stands((int Place, double Depth, double Peak) valley, double[] smooth, double window)
    {
        var low = smooth[valley.Place] * window;
        var peak = low / Math.Max(1e-9, 1 - valley.Depth);
        peak = valley.Depth > 0.999 ? valley.Peak * window : peak;
        return valley.Depth > LeastDepth && peak - low > 3 * Math.Sqrt(peak + low);
    }
}
