namespace Anamnesis.Profiling;

/// <summary>A variable at one site in one month.</summary>
/// <param name="Site">The site, or null where the table has none.</param>
/// <param name="Month">First day of the month, or null where the table has no clock.</param>
/// <param name="Rows">Rows that are about the variable.</param>
/// <param name="Present">Rows with a value.</param>
/// <param name="Mean">Mean of the values, null when there is none or they are no numbers.</param>
/// <param name="Median">Median of the values, from whole sampled patients where the table is large; null when there is none.</param>
public readonly record struct Cell(string? Site, DateTime? Month, long Rows, long Present, double? Mean, double? Median);
