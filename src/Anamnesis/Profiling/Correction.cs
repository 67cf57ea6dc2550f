namespace Anamnesis.Profiling;

/// <summary>What the user said about a column; null means nothing was said.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Variable">Id of the clinical variable; empty text says that it is none.</param>
/// <param name="Unit">The unit.</param>
public sealed record Correction(Role? Role, string? Variable, string? Unit);
