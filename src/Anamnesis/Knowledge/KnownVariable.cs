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

    /// <summary>The factor of a unit, or null when it is a formula or not known.</summary>
    public double? Factor(string unit) =>
        Factors.TryGetValue(unit, out var text) && double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var factor)
            ? factor
            : null;
}
