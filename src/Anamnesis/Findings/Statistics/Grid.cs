using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>How finely numbers are written.</summary>
static class Grid
{
    const int Most = 6; // decimals looked at
    const double Tolerance = 1e-9;

    /// <summary>Decimals with which a number is written, at most 6.</summary>
    internal static int Decimals(double value)
    {
        var scaled = Math.Abs(value);
        for (var decimals = 0; decimals < Most; decimals++)
        {
            if (Math.Abs(scaled - Math.Round(scaled)) <= Tolerance * Math.Max(1, scaled))
            {
                return decimals;
            }

            scaled *= 10;
        }

        return Most;
    }

    /// <summary>Values by decimals: place 0 holds whole numbers.</summary>
    internal static long[] Profile(Frequencies numbers)
    {
        var counts = new long[Most + 1];
        foreach (var (value, count) in numbers.Pairs)
        {
            counts[Decimals(value)] += count;
        }

        return counts;
    }

    /// <summary>The decimals that at most 2 % of the values exceed.</summary>
    internal static int Usual(Frequencies numbers) => numbers.Once(Counted);

    static int Counted(Frequencies numbers)
    {
        var counts = Profile(numbers);
        var above = 0L;
        for (var decimals = Most; decimals > 0; decimals--)
        {
            above += counts[decimals];
            if (above > 0.02 * numbers.Total)
            {
                return decimals;
            }
        }

        return 0;
    }

    /// <summary>The last digit of a value at that many decimals.</summary>
    internal static int LastDigit(double value, int decimals) => (int)(Math.Round(Math.Abs(value) * Math.Pow(10, decimals)) % 10);

    /// <summary>Values by last digit at the usual decimals, 10 numbers.</summary>
    internal static long[] Digits(Frequencies numbers, int decimals)
    {
        var counts = new long[10];
        foreach (var (value, count) in numbers.Pairs.Where(pair => Math.Abs(pair.Value) < 1e9))
        {
            counts[LastDigit(value, decimals)] += count;
        }

        return counts;
    }
}
