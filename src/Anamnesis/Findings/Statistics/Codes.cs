namespace Anamnesis.Findings.Statistics;

/// <summary>Numbers that stand for no value.</summary>
static class Codes
{
    static readonly HashSet<double> Known =
    [
        0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -66, -77, -88, -99, -666, -777, -888, -999, -6666, -7777, -8888, -9999, -99999, -999999,
        77, 88, 99, 777, 888, 999, 99.9, 999.9, 7777, 8888, 9999, 9999.9, 99999, 999999, 9999999,
    ];

    /// <summary>True for codes such as -9, 999 or 0, which other kinds of finding look after.</summary>
    internal static bool MayMeanNothing(double value) => Known.Contains(value);
}
