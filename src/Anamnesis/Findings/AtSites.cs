using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The numbers of a variable at one site and at all others.</summary>
/// <param name="There">At the site.</param>
/// <param name="Elsewhere">At the others, and where no site is given.</param>
/// <param name="Rows">Rows with a value at the site.</param>
sealed record AtSites(Frequencies There, Frequencies Elsewhere, long Rows)
{
    /// <summary>The rows of a variable at a site.</summary>
    internal static Sql Condition(Variable variable, Column site, string place, Dialect dialect) => $"{dialect.ToText(site.Value)} = {place} AND {variable.Value} IS NOT NULL";

    /// <summary>Variables of one table, each with a site of its own, in their order, in rows of it; items are counted in one scan.</summary>
    internal static IReadOnlyList<AtSites> Of(Dataset dataset, TableProfile table, Sql from, Column site, IReadOnlyList<(VariableProfile Variable, string Site)> wanted)
    {
        var cells = new List<(double Value, long There, long All)>[wanted.Count];
        var places = wanted.Select((one, place) => (one.Variable.Variable, one.Site, Place: place)).ToList();
        foreach (var column in places.Where(one => one.Variable.Item is null))
        {
            cells[column.Place] = [.. dataset.Rows(
                $"SELECT {column.Variable.Value}, count(*) FILTER (WHERE {Condition(column.Variable, site, column.Site, dataset.Dialect)}), count(*) FROM {from} WHERE {column.Variable.Value} IS NOT NULL GROUP BY 1",
                row => (row.NumberAt(0) ?? double.NaN, row.CountAt(1), row.CountAt(2)))];
        }

        var items = places.Where(one => one.Variable.Item is not null).Select(one => (One: one, Told: ItemMeasures.Told(table.Reading.Of(Role.Item)!, one.Variable.Item!, dataset.Dialect))); // filtered; items have a column
        foreach (var same in items.GroupBy(item => item.Told.By.Text))
        {
            Sql list = Sql.Join(", ", same.Select(item => (Sql)$"({item.One.Place}, {item.Told.Code}, {item.One.Site})"));
            var (by, value) = (same.First().Told.By, same.First().One.Variable.Value);
            foreach (var item in dataset.Rows(
                $"""
                SELECT wanted.place, v, count(*) FILTER (WHERE cells.site = wanted.site), count(*)
                FROM (SELECT {by} AS item, {value} AS v, {dataset.Dialect.ToText(site.Value)} AS site FROM {from} WHERE {value} IS NOT NULL) AS cells
                JOIN (VALUES {list}) AS wanted (place, item, site) ON cells.item = wanted.item
                GROUP BY 1, 2
                """,
                row => (Place: (int)row.CountAt(0), Cell: (row.NumberAt(1) ?? double.NaN, row.CountAt(2), row.CountAt(3)))).GroupBy(cell => cell.Place))
            {
                cells[item.Key] = [.. item.Select(cell => cell.Cell)];
            }
        }

        return [.. cells.Select(some => Of(some ?? []))];
    }

    static AtSites Of(List<(double Value, long There, long All)> cells)
    {
        var numbers = cells.Where(cell => !double.IsNaN(cell.Value)).ToList();
        return new AtSites(
            Frequencies.Counted([.. numbers.Where(cell => cell.There > 0).Select(cell => cell.Value)], [.. numbers.Where(cell => cell.There > 0).Select(cell => cell.There)]),
            Frequencies.Counted([.. numbers.Where(cell => cell.All > cell.There).Select(cell => cell.Value)], [.. numbers.Where(cell => cell.All > cell.There).Select(cell => cell.All - cell.There)]),
            cells.Sum(cell => cell.There));
    }
}
