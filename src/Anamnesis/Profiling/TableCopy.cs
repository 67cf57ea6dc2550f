using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>A table that repeats most rows of another: an older export, a corrected one, a backup.</summary>
/// <param name="Original">The table that is repeated: the one with more rows, or else the shorter name.</param>
/// <param name="Copy">The table that repeats it.</param>
/// <param name="Key">The column that tells the rows apart in both.</param>
/// <param name="Lacks">Rows of the original that the copy does not have.</param>
/// <param name="Adds">Rows of the copy that the original does not have.</param>
/// <param name="Changed">Rows of both that differ in some column.</param>
/// <param name="ChangedColumns">The columns in which they differ, in the order of the copy.</param>
public sealed record TableCopy(Table Original, Table Copy, Column Key, long Lacks, long Adds, long Changed, IReadOnlyList<Column> ChangedColumns);
