namespace Anamnesis.Engines;

/// <summary>What is stored as a double and is no number, or as a time outside of the <see cref="Calendar"/>: NaN is read as absent; the others are, too, and stay there to be looked at as text.</summary>
static class NotFinite
{
    /// <summary>The columns, those of them guarded that hold such values.</summary>
    /// <param name="dataset">Where they are.</param>
    /// <param name="from">What stands after FROM: the rows to look at.</param>
    /// <param name="columns">All columns of the table.</param>
    /// <param name="known">Of which columns it is known; they are not looked at.</param>
    internal static IReadOnlyList<Column> Guarded(Dataset dataset, Sql from, IReadOnlyList<Column> columns, Func<Column, bool>? known = null)
    {
        var suspects = columns.Where(column => column is { Raw: null, Kind: Kind.Number, Whole: false } or { Raw: null, Kind: Kind.Time } && known?.Invoke(column) != true).ToList();
        var guarded = suspects.Zip(Held(dataset, from, suspects)).Where(pair => pair.Second).Select(pair => pair.First).ToHashSet();
        return [.. columns.Select(column => guarded.Contains(column) ? Guarded(column) : column)];
    }

    /// <summary>For each of some columns of doubles or times whether some row holds such a value.</summary>
    internal static IReadOnlyList<bool> Held(Dataset dataset, Sql from, IReadOnlyList<Column> columns)
    {
        const int Together = 200; // columns a query
        return [.. columns.Chunk(Together).SelectMany(some => dataset.Row(
            $"SELECT {Sql.Join(", ", some.Select(column => (Sql)$"max(CASE WHEN {IsNone(column)} THEN 1 ELSE 0 END)"))} FROM {from}",
            row => some.Select((_, place) => row.CountAt(place) > 0).ToList()))];
    }

    /// <summary>The column with NULL for what is no number or time.</summary>
    internal static Column Guarded(Column column) => column.Kind == Kind.Time
        ? column with
        {
            Value = $"CASE WHEN {Calendar.Holds(column.Key)} THEN {column.Value} END",
            Key = Calendar.Within(column.Key),
            Raw = $"CAST({column.Key} AS VARCHAR)",
            Nulls = null,
        }
        : column with
        {
            Value = $"CASE WHEN NOT ({IsNone(column)}) THEN {column.Value} END",
            Raw = $"CASE WHEN {column.Value} <> CAST('NaN' AS DOUBLE PRECISION) THEN CAST({column.Value} AS VARCHAR) END",
            Nulls = null,
        };

    /// <summary>True for a double that is no number, and for a time outside of the calendar.</summary>
    internal static Sql IsNone(Column column) => column.Kind == Kind.Time
        ? (Sql)$"NOT {Calendar.Holds(column.Key)}"
        : $"{column.Value} IN ({Sql.Join(", ", ((string[])["NaN", "Infinity", "-Infinity"]).Select(word => (Sql)$"CAST({word} AS DOUBLE PRECISION)"))})";
}
