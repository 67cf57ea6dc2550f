using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Whole patients of a large table, or all rows of a small one.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="OneIn">One patient in so many; 1 for all.</param>
sealed record Sample(Sql From, int OneIn)
{
    /// <summary>At most about <paramref name="mostRows"/> rows of a table with every column, kept where the engine can.</summary>
    internal static Sample Of(Dataset dataset, TableReading reading, long mostRows) => Of(dataset, reading, mostRows, Whole);

    /// <summary>The smaller sample for what needs sorting. Of texts it only tells whether they are there.</summary>
    internal static Sample Sorted(Dataset dataset, TableReading reading, ProfileOptions options, Sample large)
    {
        var measured = reading.Columns.Count(column => column.Column.Kind == Kind.Number);
        var most = options.SortedRows(measured);
        if (reading.Table.Rows / large.OneIn <= most)
        {
            return large;
        }

        var keys = reading.Columns.Where(column => column.Role is Role.Site or Role.Patient or Role.Stay or Role.Item).Select(column => column.Column).ToList();
        return Of(dataset, reading, most, column => keys.Contains(column) || column.Kind != Kind.Text || !IsPlain(column.Value) ? Whole(column) : [IsThere(column)]);
    }

    static Sample Of(Dataset dataset, TableReading reading, long mostRows, Func<Column, IEnumerable<Sql>> parts)
    {
        var table = reading.Table;
        if (table.Rows <= mostRows)
        {
            return new Sample(table.From, 1);
        }

        // a power of two, so that samples of different tables nest
        var oneIn = 2;
        while (table.Rows / oneIn > mostRows)
        {
            oneIn *= 2;
        }

        var key = reading.Of(Role.Patient) ?? reading.Of(Role.Stay);
        Sql by = key is null ? dataset.Dialect.RowHash([.. table.Columns.Select(column => column.Value)]) : key.Value;
        Sql columns = Sql.Join(", ", table.Columns.SelectMany(parts).DistinctBy(part => part.Text));
        return new Sample(dataset.Keep($"SELECT {columns} FROM {table.From} WHERE {dataset.Dialect.Sampled(by, oneIn)}"), oneIn);
    }

    static bool IsPlain(Sql value) => value.Text.StartsWith('"');

    static Sql IsThere(Column column) => $"CASE WHEN {column.Value} IS NOT NULL THEN 1 END AS {new Name(column.Name)}";

    static IEnumerable<Sql> Whole(Column column)
    {
        yield return $"{new Name(column.Name)}";
        if (column.Raw is { } raw && raw.Text != new Name(column.Name).Quoted && IsPlain(raw))
        {
            yield return raw;
        }
    }
}
