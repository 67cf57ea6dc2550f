using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>On which days a time column has rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="Dated">Rows by day, ascending.</param>
/// <param name="Midnight">How many of all rows hold midnight.</param>
sealed record ClockDays(Column Column, IReadOnlyList<(DateTime Day, long Rows)> Dated, long Midnight);
