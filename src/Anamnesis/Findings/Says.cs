using System.Globalization;

namespace Anamnesis.Findings;

/// <summary>Numbers in sentences.</summary>
static class Says
{
    /// <summary>12,345.</summary>
    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>37 % or 0.4 %.</summary>
    internal static string Share(double share) =>
        share is > 0 and < 0.1 ? $"{(share * 100).ToString("0.#", CultureInfo.InvariantCulture)} %" : $"{(share * 100).ToString("0", CultureInfo.InvariantCulture)} %";

    /// <summary>"12 of 340 rows".</summary>
    internal static string Of(long count, long denominator, string rows = "rows") => $"{Count(count)} of {Count(denominator)} {rows}";

    /// <summary>A number with at most four significant digits after it.</summary>
    internal static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Three figures, written out: 1810 and not 1.81E+03; very small and very large numbers keep their power.</summary>
    internal static string Figures(double value)
    {
        var three = value.ToString("G3", CultureInfo.InvariantCulture);
        return Math.Abs(value) is >= 0.001 and < 1e9 ? Number(double.Parse(three, CultureInfo.InvariantCulture)) : three;
    }

    /// <summary>"a, b and c", at most five of them by name.</summary>
    internal static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => string.Empty,
        1 => names[0],
        <= 5 => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
        _ => string.Join(", ", names.Take(4)) + $" and {names.Count - 4} more",
    };
}
