using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How many rows of a table meet a condition under each value of a column.</summary>
/// <param name="Value">The value as text.</param>
/// <param name="Rows">Rows with it.</param>
/// <param name="Hits">Of these, rows that meet the condition.</param>
sealed record ByValue(string Value, long Rows, long Hits)
{
    /// <summary>The values in the order of their texts; rows without a value are left out.</summary>
    internal static IReadOnlyList<ByValue> Of(Dataset dataset, TableProfile table, Column column, Sql condition)
    {
        var shown = dataset.Dialect.ToText(column.Value);
        if (table.AllTexts(column) is not { } known)
        {
            return dataset.Rows(
                $"SELECT {shown}, count(*), count(*) FILTER (WHERE {condition}) FROM {table.Table.From} WHERE {column.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
                row => new ByValue(row.TextAt(0)!, row.CountAt(1), row.CountAt(2))); // not null by WHERE
        }

        // only the rows that meet it are read: where they lie together, as items do in a sample, the others are passed over
        var hits = dataset.Rows(
            $"SELECT {shown}, count(*) FROM {table.Table.From} WHERE ({condition}) AND {column.Value} IS NOT NULL GROUP BY 1",
            row => (Value: row.TextAt(0)!, Hits: row.CountAt(1))) // not null by WHERE
            .ToDictionary(hit => hit.Value, hit => hit.Hits, StringComparer.Ordinal);
        return [.. known.OrderBy(text => text.Text, StringComparer.Ordinal).Select(text => new ByValue(text.Text, text.Count, hits.GetValueOrDefault(text.Text)))];
    }
}
