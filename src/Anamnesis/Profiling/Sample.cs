using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Whole patients of a large table, or all rows of a small one.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="OneIn">One patient in so many; 1 for all.</param>
sealed record Sample(Sql From, int OneIn)
{
    /// <summary>At most about <paramref name="mostRows"/> rows of a table with every column, kept where the engine can.</summary>
    internal static Sample Of(Dataset dataset, TableReading reading, long mostRows) => Of(dataset, reading, mostRows, new Sample(reading.Table.From, 1));

    /// <summary>The smaller sample for what needs sorting.</summary>
    internal static Sample Sorted(Dataset dataset, TableReading reading, ProfileOptions options, Sample large) =>
        Of(dataset, reading, options.SortedRows(reading.Columns.Count(column => column.Column.Kind == Kind.Number)), large);

    /// <summary>The few rows on which candidates are looked for.</summary>
    internal static Sample Few(Dataset dataset, TableReading reading, Sample sorted) => Of(dataset, reading, ProfileOptions.Screened, sorted);

    /// <summary>The rows of a sample that meet a condition, kept where the engine can.</summary>
    internal static Sql Slice(Dataset dataset, Table table, Sql from, Sql condition) => dataset.Keep(Of(table, from, condition));

    /// <summary>What stands after FROM for the rows that meet a condition, read anew in every query.</summary>
    internal static Sql Part(Table table, Sql from, Sql condition) => $"({Of(table, from, condition)}) AS part";

    static Sql Of(Table table, Sql from, Sql condition) => $"SELECT {Sql.Join(", ", table.Columns.SelectMany(Whole).DistinctBy(part => part.Text))} FROM {from} WHERE {condition}";

    static Sample Of(Dataset dataset, TableReading reading, long mostRows, Sample large)
    {
        var key = reading.Of(Role.Patient) ?? reading.Of(Role.Stay);
        // items that lie together are found without looking at the others
        var item = reading.Layout == Layout.Long ? reading.Of(Role.Item) : null;
        return large.OneIn == 1 && item is null && reading.Ahead is { } ahead && ahead.Key == key?.Name && ahead.Rows.OneIn == Nested(reading.Table.Rows, mostRows, 1)
            ? ahead.Rows
            : Of(dataset, reading.Table, key, item, mostRows, large);
    }

    /// <summary>A sample by a key, or by whole rows without one; rows of one item together where there are items.</summary>
    internal static Sample Of(Dataset dataset, Table table, Column? key, Column? item, long mostRows, Sample large)
    {
        var oneIn = Nested(table.Rows, mostRows, large.OneIn);
        if (oneIn == large.OneIn)
        {
            return large;
        }

        Sql by = key is null ? dataset.Dialect.RowHash([.. table.Columns.Select(column => column.Value)]) : key.Key;
        Sql order = item is null ? (Sql)$"" : $" ORDER BY {item.Key}";
        Sql columns = Sql.Join(", ", table.Columns.SelectMany(Whole).DistinctBy(part => part.Text));
        return new Sample(dataset.Keep($"SELECT {columns} FROM {large.From} WHERE {dataset.Dialect.Sampled(by, oneIn)}{order}"), oneIn);
    }

    /// <summary>A power of two, so that samples nest.</summary>
    static int Nested(long rows, long mostRows, int oneIn)
    {
        while (rows / oneIn > mostRows)
        {
            oneIn *= 2;
        }

        return oneIn;
    }

    static bool IsPlain(Sql value) => value.Text.StartsWith('"');

    static IEnumerable<Sql> Whole(Column column)
    {
        yield return $"{new Name(column.Name)}";
        if (column.Raw is { } raw && raw.Text != new Name(column.Name).Quoted && IsPlain(raw))
        {
            yield return raw;
        }
    }
}
