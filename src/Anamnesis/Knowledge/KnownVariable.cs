using System.Globalization;

namespace Anamnesis.Knowledge;

/// <summary>A clinical variable of <c>knowledge/variables.yaml</c>.</summary>
public sealed record KnownVariable
{
    /// <summary>Id, e.g. <c>potassium</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>LOINC codes.</summary>
    public required IReadOnlyList<string> Loinc { get; init; }

    /// <summary>Codes of widely used item lists: MIMIC item ids, OMOP standard concepts.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Names in English, Polish and German, as they stand in data.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The unit of the ranges.</summary>
    public required string Unit { get; init; }

    /// <summary>Other units and what to multiply by; formulas in x are texts.</summary>
    public required IReadOnlyDictionary<string, string> Factors { get; init; }

    /// <summary>Outside is not compatible with a living adult or the instrument.</summary>
    public required (double Low, double High) Hard { get; init; }

    /// <summary>Outside needs corroboration.</summary>
    public required (double Low, double High) Extreme { get; init; }

    /// <summary>What about 99 % of a mixed heart-failure ward shows.</summary>
    public required (double Low, double High) Usual { get; init; }

    /// <summary>True when it hardly changes in an adult, such as height.</summary>
    public bool Constant { get; init; }

    /// <summary>True for a class such as NYHA, whose few whole numbers are no measurement.</summary>
    public bool IsClass => Unit.StartsWith("class", StringComparison.Ordinal);

    /// <summary>The factor of a unit, or null when it is a formula or not known.</summary>
    public double? Factor(string unit) => Factors.TryGetValue(unit, out var text) ? Number(text) : null;

    /// <summary>Converts a value of another unit to <see cref="Unit"/>, by factor or by formula; null when the conversion is not known.</summary>
    public Func<double, double>? Conversion(string unit)
    {
        if (!Factors.TryGetValue(unit, out var text))
        {
            return null;
        }

        if (Number(text) is { } factor)
        {
            return value => value * factor;
        }

        // the formulas of the file: (x-32)/1.8 and 0.09148*x+2.152
        if (text.Split("*x+") is [var slope, var start] && Number(slope) is { } rise && Number(start) is { } offset)
        {
            return value => (value * rise) + offset;
        }

        return text.StartsWith("(x-", StringComparison.Ordinal) && text[3..].Split(")/") is [var zero, var divisor] && Number(zero) is { } from && Number(divisor) is { } by
            ? value => (value - from) / by
            : null;
    }

    static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
