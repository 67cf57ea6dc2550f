using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Variables by site and month.</summary>
static class CellMeasures
{
    const int MostSites = 60;
    const int Chunk = 40; // columns a query
    const long MostCells = 5000;
    const long LeastRowsOfCell = 20; // on average; with fewer, years are told apart and not months

    /// <summary>For every column of a table, by name; empty without a site and a clock.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<Cell>> Columns(Dataset dataset, TableReading reading, Sample sample)
    {
        if (Keys(dataset, reading, sample) is not { } keys)
        {
            return new Dictionary<string, IReadOnlyList<Cell>>();
        }

        return SideBySide.Each([.. reading.Columns.Where(IsCounted).Chunk(Chunk)], columns =>
        {
            var facts = Sql.Join(", ", columns.Select(column => column.Column.Kind == Kind.Number && column.Role is not Role.Item
                ? (Sql)$"count({column.Column.Value}), avg({column.Column.Value}), {dataset.Dialect.Quantile(column.Column.Value, 0.5)}"
                : (Sql)$"count({column.Column.Value}), NULL, NULL"));
            var cells = columns.Select(column => (column.Column.Name, Cells: new List<Cell>(keys.Cells))).ToList();
            dataset.Each(
                $"SELECT {keys.Site} AS cell_site, {keys.Month} AS cell_month, count(*), {facts} FROM {sample.From} GROUP BY 1, 2 ORDER BY 1, 2",
                row =>
                {
                    var (site, month, rows) = (row.TextAt(0), row.TimeAt(1), row.CountAt(2));
                    for (var i = 0; i < cells.Count; i++)
                    {
                        cells[i].Cells.Add(new Cell(site, month, rows, row.CountAt(3 + (3 * i)), row.NumberAt(4 + (3 * i)), row.NumberAt(5 + (3 * i))));
                    }
                });
            return cells;
        }).SelectMany(some => some).ToDictionary(one => one.Name, one => (IReadOnlyList<Cell>)one.Cells);
    }

    /// <summary>For every item of a long table, by code.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<Cell>> Items(Dataset dataset, TableReading reading, Sample sample, Column item, Column value)
    {
        if (Keys(dataset, reading, sample) is not { } keys)
        {
            return new Dictionary<string, IReadOnlyList<Cell>>();
        }

        Sql facts = value.Kind == Kind.Number ? (Sql)$"avg({value.Value}), {dataset.Dialect.Quantile(value.Value, 0.5)}" : $"NULL, NULL";
        return dataset.Rows(
                $"""
                SELECT {dataset.Dialect.ToText($"item")}, site, month, rows_here, present, mean, median
                FROM (SELECT {item.Value} AS item, {keys.Site} AS site, {keys.Month} AS month, count(*) AS rows_here, count({value.Value}) AS present, {facts}
                  FROM {sample.From} WHERE {item.Value} IS NOT NULL GROUP BY 1, 2, 3) AS cells (item, site, month, rows_here, present, mean, median)
                """,
                row => (Code: RecognitionItems.Code(row.TextAt(0)!, item), Cell: new Cell(row.TextAt(1), row.TimeAt(2), row.CountAt(3), row.CountAt(4), row.NumberAt(5), row.NumberAt(6)))) // not null by WHERE
            .GroupBy(row => row.Code)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<Cell>)[.. group.Select(row => row.Cell).OrderBy(cell => cell.Site, StringComparer.Ordinal).ThenBy(cell => cell.Month)]);
    }

    static bool IsCounted(ColumnReading column) => column.Role is not (Role.RowId or Role.Patient or Role.Stay);

    /// <summary>What tells cells apart, and how many there are, 0 where that is not known.</summary>
    static (Sql Site, Sql Month, int Cells)? Keys(Dataset dataset, TableReading reading, Sample sample)
    {
        var (clock, site) = (reading.Clock, reading.Of(Role.Site));
        while (clock is not null || site is not null)
        {
            Sql month = clock is null ? (Sql)$"CAST(NULL AS TIMESTAMP)" : $"date_trunc('month', {clock.Value})";
            Sql place = site is null ? (Sql)$"CAST(NULL AS VARCHAR)" : dataset.Dialect.ToText(site.Value);
            var (cells, rows, sites) = dataset.Row(
                $"SELECT count(*), sum(n), count(DISTINCT p) FROM (SELECT {place} AS p, {month} AS m, count(*) AS n FROM {sample.From} GROUP BY 1, 2) AS one",
                row => (row.CountAt(0), row.CountAt(1), row.CountAt(2)));
            if (sites <= MostSites)
            {
                return cells > MostCells || (sample.OneIn > 1 && cells * LeastRowsOfCell > rows) ? (place, $"date_trunc('year', {month})", 0) : (place, month, (int)cells);
            }

            site = null;
        }

        return null;
    }
}
