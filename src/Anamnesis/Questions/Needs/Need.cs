namespace Anamnesis.Questions.Needs;

/// <summary>What is needed, without a solution in it: a way to change a problem in a population in order to reach an outcome.</summary>
sealed record Need
{
    internal required string Id { get; init; }

    /// <summary>patients, analysis, equipment or facility.</summary>
    internal required string Track { get; init; }

    internal required string Short { get; init; }

    internal required string Population { get; init; }

    internal required string Problem { get; init; }

    internal required string Outcome { get; init; }

    /// <summary>By axis.</summary>
    internal required IReadOnlyDictionary<string, int> Scores { get; init; }

    /// <summary>Evidence by axis, one line each.</summary>
    internal IReadOnlyDictionary<string, string> Because { get; init; } = new Dictionary<string, string>();

    /// <summary>Ids of findings that speak for it.</summary>
    internal IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The use of the data it would need, or null.</summary>
    internal string? Use { get; init; }

    /// <summary>Questions that must be answered with yes, each with the answer; null where nobody answered.</summary>
    internal IReadOnlyDictionary<string, bool?> Screen { get; init; } = new Dictionary<string, bool?>();

    internal string Statement => $"A way to {Problem} in {Population} in order to {Outcome}.";
}
