using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>A column that refers to the key of another table.</summary>
/// <param name="From">The table with the reference.</param>
/// <param name="FromColumn">Its column.</param>
/// <param name="To">The table with the key.</param>
/// <param name="ToColumn">Its key column, unique there.</param>
/// <param name="References">Rows of <paramref name="From"/> with a reference.</param>
/// <param name="Orphans">Those without a partner.</param>
public sealed record Link(Table From, Column FromColumn, Table To, Column ToColumn, long References, long Orphans);
