namespace Anamnesis.Engines;

/// <summary>What is stored as a number or time and is none to compute with: NaN, infinities, numbers of more than a hundred digits, and times outside of the <see cref="Calendar"/>.</summary>
/// <remarks>NaN is read as absent; the others are, too, and stay there to be looked at as text.</remarks>
static class OutOfRange
{
    // its square is a double, as is the sum of many; in SQL it is written out, so that PostgreSQL compares what is no double as it is
    const double Most = 1e100;

    /// <summary>True for a double that is no number to compute with.</summary>
    internal static bool Is(double value) => !(Math.Abs(value) < Most);

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
            $"SELECT {Sql.Join(", ", some.Select(column => (Sql)$"max(CASE WHEN {Is(column)} THEN 1 ELSE 0 END)"))} FROM {from}",
            row => some.Select((_, place) => row.CountAt(place) > 0).ToList()))];
    }

    /// <summary>The column with NULL for such values.</summary>
    internal static Column Guarded(Column column) => column with
    {
        Value = $"CASE WHEN {(column.Kind == Kind.Time ? Calendar.Holds(column.Bare) : Fits(column.Bare))} THEN {column.Value} END",
        Key = null,
        Raw = $"CASE WHEN lower(CAST({column.Bare} AS VARCHAR)) <> 'nan' THEN CAST({column.Bare} AS VARCHAR) END",
        Nulls = null,
    };

    /// <summary>True for such a value, NULL for NULL; what is stored is compared, for making it a value may fail.</summary>
    internal static Sql Is(Column column) => column.Kind == Kind.Time
        ? (Sql)$"NOT {Calendar.Holds(column.Bare)}"
        : (Sql)$"({column.Bare} >= 1e100 OR {column.Bare} <= -1e100)"; // NaN is the greatest to the engines

    /// <summary>True for a number to compute with, NULL for NULL.</summary>
    internal static Sql Fits(Sql number) => $"({number} > -1e100 AND {number} < 1e100)";
}
