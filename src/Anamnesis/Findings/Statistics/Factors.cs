using System.Globalization;
using Anamnesis.Knowledge;

namespace Anamnesis.Findings.Statistics;

/// <summary>Ratios that units have to each other.</summary>
static class Factors
{
    /// <summary>Conversions that any column may mix: powers of ten, pounds, inches, minutes and hours, common molar masses.</summary>
    static readonly (string Name, double Factor)[] Common =
    [
        ("10", 10), ("100", 100), ("1000", 1000), ("pounds and kilograms", 2.2046), ("inches and centimetres", 2.54),
        ("minutes and hours", 60), ("hours and days", 24), ("months and years", 12), ("kPa and mmHg", 7.50062),
    ];

    /// <summary>The units that a ratio of two humps fits, or null.</summary>
    /// <param name="known">The variable, or null for the common conversions.</param>
    /// <param name="ratio">Upper over lower, above 1.</param>
    /// <param name="tolerance">Relative, e.g. 0.05.</param>
    internal static (string Name, double Factor)? Match(KnownVariable? known, double ratio, double tolerance)
    {
        var found = Of(known).Where(pair => Math.Abs((ratio / pair.Factor) - 1) <= tolerance)
            .OrderBy(pair => Math.Abs((ratio / pair.Factor) - 1)).ToList();
        return found.Count == 0 ? null : found[0];
    }

    static IEnumerable<(string Name, double Factor)> Of(KnownVariable? known)
    {
        if (known is null)
        {
            return Common;
        }

        List<(string Name, double Factor)> own =
        [
            (known.Unit, 1),
            .. known.Factors
                .Select(pair => (pair.Key, Value: double.TryParse(pair.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) ? factor : 0))
                .Where(pair => pair.Value > 0),
        ];
        return own.SelectMany(_ => own, (a, b) => (Name: $"{a.Name} and {b.Name}", Factor: a.Factor / b.Factor)).Where(pair => pair.Factor > 1.2);
    }
}
