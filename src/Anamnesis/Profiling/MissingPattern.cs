namespace Anamnesis.Profiling;

/// <summary>Which columns are missing together in how many rows.</summary>
/// <param name="Missing">For every column of <see cref="TableProfile.Patterned"/>, whether it is missing.</param>
/// <param name="Rows">Rows with exactly this pattern.</param>
public sealed record MissingPattern(IReadOnlyList<bool> Missing, long Rows);
