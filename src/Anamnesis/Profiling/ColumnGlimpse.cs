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
    const int LeastColumns = 20; // worth a query of their own

    internal bool IsUnique => Filled > 0 && Distinct == Filled;

    /// <summary>Of a column at which nobody looked yet: its name alone.</summary>
    internal static ColumnGlimpse Nothing(Column column) => new(column, 0, 0, 0, double.NaN, double.NaN, double.NaN, 0, 0, 0);

    /// <remarks>The few rows are read and counted here: an engine needs a table of its own for the distinct values of every column, and longer to plan it than to fill it.</remarks>
    internal static IReadOnlyList<ColumnGlimpse> Of(Dataset dataset, Table table, Sql from)
    {
        var rows = Math.Clamp(MostCells / table.Columns.Count, LeastRows, MostRows);
        return [.. SideBySide.Each([.. table.Columns.Chunk(Math.Max(LeastColumns, (table.Columns.Count + 1) / 2))], columns => Of(dataset, from, columns, rows)).SelectMany(some => some)];
    }

    static List<ColumnGlimpse> Of(Dataset dataset, Sql from, Column[] columns, int most)
    {
        var probes = columns.Select(column => new ColumnProbe(column)).ToList();
        var values = Sql.Join(", ", probes.Select((probe, place) => (Sql)$"{probe.Shown(dataset.Dialect)} AS {new Name($"v{place}")}"));
        var rows = 0L;
        dataset.Each($"SELECT {values} FROM {from} LIMIT {most}", row =>
        {
            rows++;
            for (var place = 0; place < probes.Count; place++)
            {
                probes[place].Add(row, place);
            }
        });
        return probes.ConvertAll(probe => probe.Seen(rows));
    }
}
