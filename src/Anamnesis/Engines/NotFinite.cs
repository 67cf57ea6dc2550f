namespace Anamnesis.Engines;

/// <summary>What is stored as a double and is no number: NaN is read as absent; infinities are, too, and stay there to be looked at as text.</summary>
static class NotFinite
{
    /// <summary>The columns, those of them guarded whose doubles are not all numbers.</summary>
    /// <param name="dataset">Where they are.</param>
    /// <param name="from">What stands after FROM: the rows to look at.</param>
    /// <param name="columns">All columns of the table.</param>
    /// <param name="suspects">Whether a column may hold such values; others are not looked at.</param>
    internal static IReadOnlyList<Column> Guarded(Dataset dataset, Sql from, IReadOnlyList<Column> columns, Func<Column, bool> suspects)
    {
        var held = Held(dataset, from, [.. columns.Where(suspects).Select(column => column.Value)]);
        var guarded = columns.Where(suspects).Where((_, place) => held[place]).ToHashSet();
        return [.. columns.Select(column => guarded.Contains(column) ? Guarded(column) : column)];
    }

    /// <summary>For each of some doubles whether it is no number in some row.</summary>
    internal static IReadOnlyList<bool> Held(Dataset dataset, Sql from, IReadOnlyList<Sql> doubles)
    {
        const int Together = 200; // columns a query
        return [.. doubles.Chunk(Together).SelectMany(some => dataset.Row(
            $"SELECT {Sql.Join(", ", some.Select(value => (Sql)$"max(CASE WHEN {IsNone(value)} THEN 1 ELSE 0 END)"))} FROM {from}",
            row => some.Select((_, place) => row.CountAt(place) > 0).ToList()))];
    }

    /// <summary>The column with NULL for what is no number.</summary>
    internal static Column Guarded(Column column) => column with
    {
        Value = $"CASE WHEN NOT ({IsNone(column.Value)}) THEN {column.Value} END",
        Raw = $"CASE WHEN {column.Value} <> CAST('NaN' AS DOUBLE PRECISION) THEN CAST({column.Value} AS VARCHAR) END",
        Nulls = null,
    };

    /// <summary>True for a double that is no number.</summary>
    internal static Sql IsNone(Sql value) => $"{value} IN ({Sql.Join(", ", ((string[])["NaN", "Infinity", "-Infinity"]).Select(word => (Sql)$"CAST({word} AS DOUBLE PRECISION)"))})";
}
