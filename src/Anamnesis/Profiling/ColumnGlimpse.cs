using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>What the first rows say about a column; all that recognition looks at besides the name.</summary>
/// <param name="Column">The column.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Filled">Of these, with a value.</param>
/// <param name="Distinct">Distinct values.</param>
/// <param name="Low">5 % quantile of numbers, NaN otherwise.</param>
/// <param name="Middle">Median of numbers.</param>
/// <param name="High">95 % quantile of numbers.</param>
/// <param name="Fractions">Numbers that are not whole.</param>
/// <param name="Length">Mean length of texts, 0 otherwise.</param>
/// <param name="Blanks">Share of texts with more than two words.</param>
sealed record ColumnGlimpse(
    Column Column, long Rows, long Filled, long Distinct, double Low, double Middle, double High, long Fractions, double Length, double Blanks)
{
    const int MostRows = 20_000;
    const int LeastRows = 4_000;
    const int MostCells = 500_000; // rows × columns
    const int Chunk = 120; // columns a query
    const int ManyColumns = 30;

    internal bool IsUnique => Filled > 0 && Distinct == Filled;

    internal static IReadOnlyList<ColumnGlimpse> Of(Dataset dataset, Table table)
    {
        var values = Sql.Join(", ", table.Columns.Select((column, i) => (Sql)$"{column.Value} AS {new Name($"v{i}")}"));
        Sql probe = $"SELECT {values} FROM {table.From} LIMIT {Math.Clamp(MostCells / table.Columns.Count, LeastRows, MostRows)}";
        // distinct values of many columns are dear on rows that still have to be read
        var from = table.Columns.Count > ManyColumns ? dataset.Keep(probe) : $"({probe}) AS probe";
        return [.. table.Columns.Select((column, place) => (column, place)).Chunk(Chunk).SelectMany(columns => Some(dataset, from, columns))];
    }

    static IEnumerable<ColumnGlimpse> Some(Dataset dataset, Sql from, (Column Column, int Place)[] columns)
    {
        const int Facts = 8;
        var dialect = dataset.Dialect;
        var facts = Sql.Join(", ", columns.Select(column =>
        {
            Sql value = $"{new Name($"v{column.Place}")}";
            return column.Column.Kind switch
            {
                Kind.Number => (Sql)$"count({value}), count(DISTINCT {value}), {Sql.Join(", ", dialect.Quantiles(value, 0.05, 0.5, 0.95))}, count(*) FILTER (WHERE {value} <> floor({value})), 0, 0",
                Kind.Text => (Sql)$"count({value}), count(DISTINCT {value}), NULL, NULL, NULL, 0, avg(length({value})), avg(CASE WHEN {value} LIKE '% % %' THEN 1.0 ELSE 0.0 END)",
                Kind.Time or Kind.Truth => (Sql)$"count({value}), count(DISTINCT {value}), NULL, NULL, NULL, 0, 0, 0",
                _ => (Sql)$"count({value}), 0, NULL, NULL, NULL, 0, 0, 0",
            };
        }));
        var (rows, row) = dataset.Row(
            $"SELECT count(*), {facts} FROM {from}",
            row => (row.CountAt(0), Enumerable.Range(1, row.FieldCount - 1).Select(row.NumberAt).ToArray()));
        return columns.Select((column, i) =>
        {
            var at = i * Facts;
            return new ColumnGlimpse(
                column.Column, rows, (long)(row[at] ?? 0), (long)(row[at + 1] ?? 0), row[at + 2] ?? double.NaN, row[at + 3] ?? double.NaN, row[at + 4] ?? double.NaN,
                (long)(row[at + 5] ?? 0), row[at + 6] ?? 0, row[at + 7] ?? 0);
        });
    }
}
