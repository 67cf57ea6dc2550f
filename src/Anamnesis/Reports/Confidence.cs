namespace Anamnesis.Reports;

/// <summary>Confidence of a share.</summary>
static class Confidence
{
    const double Z95 = 1.959964; // 97.5 % quantile of the standard normal distribution

    /// <summary>The Wilson score interval at 95 %; [0, 1] for an empty denominator.</summary>
    /// <seealso href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</seealso>
    internal static (double Low, double High) Of(long count, long denominator)
    {
        if (denominator <= 0)
        {
            return (0, 1);
        }

        var n = (double)denominator;
        var p = Math.Clamp(count / n, 0, 1);
        var centre = (p + (Z95 * Z95 / (2 * n))) / (1 + (Z95 * Z95 / n));
        var half = Z95 / (1 + (Z95 * Z95 / n)) * Math.Sqrt((p * (1 - p) / n) + (Z95 * Z95 / (4 * n * n)));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
