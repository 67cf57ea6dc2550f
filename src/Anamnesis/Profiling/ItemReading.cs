namespace Anamnesis.Profiling;

/// <summary>What recognition makes of an item code of a long table.</summary>
/// <param name="Code">The code or name as it stands in the item column.</param>
/// <param name="Label">Its name for people, from a dictionary table or the code itself.</param>
/// <param name="Variable">Id of the clinical variable, or null.</param>
/// <param name="Confidence">How sure, in [0, 1].</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Unit">The most frequent unit, or null.</param>
public sealed record ItemReading(string Code, string Label, string? Variable, double Confidence, string Reason, string? Unit);
