using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Finds tables that repeat most rows of another with the same columns.</summary>
static class Copies
{
    const double Mostly = 0.8; // share of the rows of the smaller table that must be in both, and of those that must be equal
    const int Fewest = 20;
    const long Most = 2_000_000; // rows; larger tables are not compared

    internal static IReadOnlyList<TableCopy> Among(Dataset dataset, IReadOnlyList<TableProfile> tables)
    {
        var copies = new List<TableCopy>();
        foreach (var (one, place) in tables.Select((table, place) => (table, place)))
        {
            foreach (var other in tables.Skip(place + 1).Where(other => HaveOneForm(one, other)))
            {
                var (original, copy) = (other.Table.Rows, -other.Table.Name.Length).CompareTo((one.Table.Rows, -one.Table.Name.Length)) > 0 ? (other, one) : (one, other);
                if (!copies.Exists(known => known.Copy == copy.Table || known.Copy == original.Table) && Compare(dataset, original, copy) is { } found)
                {
                    copies.Add(found);
                }
            }
        }

        return copies;
    }

    static bool HaveOneForm(TableProfile one, TableProfile other) =>
        one.OneIn == 1 && other.OneIn == 1 && one.Table.Columns.Count >= 3 && Math.Min(one.Table.Rows, other.Table.Rows) >= Fewest
        && Math.Max(one.Table.Rows, other.Table.Rows) <= Math.Min(Most, 2 * Math.Min(one.Table.Rows, other.Table.Rows))
        && one.Table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal).SequenceEqual(other.Table.Columns.Select(column => column.Name).Order(StringComparer.Ordinal));

    static TableCopy? Compare(Dataset dataset, TableProfile original, TableProfile copy)
    {
        var key = copy.Table.Columns.FirstOrDefault(column => IsKey(copy, column.Name) && IsKey(original, column.Name) && original.Table.Column(column.Name)!.Kind == column.Kind); // same names
        if (key is null)
        {
            return null;
        }

        // as text where both have it, so that two readings of one text are no difference
        var columns = copy.Table.Columns.Where(column => column.Name != key.Name).Select(column => (Column: column, Same: original.Table.Column(column.Name)!)) // same names
            .Where(pair => pair.Column.Kind == pair.Same.Kind || (pair.Column.Raw is not null && pair.Same.Raw is not null)).ToList();
        Sql Shown(Table table, bool mine) => Sql.Join(", ", columns.Select((pair, i) =>
            (Sql)$"{Cell(mine ? pair.Column : pair.Same, pair.Column.Raw is not null && pair.Same.Raw is not null)} AS {new Name($"c{i}")}"));
        Sql differs = Sql.Join(", ", columns.Select((_, i) => (Sql)$"count(*) FILTER (WHERE a.{new Name($"c{i}")} IS DISTINCT FROM b.{new Name($"c{i}")})"));
        Sql any = Sql.Join(" OR ", columns.Select((_, i) => (Sql)$"a.{new Name($"c{i}")} IS DISTINCT FROM b.{new Name($"c{i}")}"));
        var (both, changed, byColumn) = dataset.Row(
            $"""
            SELECT count(*), count(*) FILTER (WHERE {any}), {differs}
            FROM (SELECT {original.Table.Column(key.Name)!.Value} AS k, {Shown(original.Table, false)} FROM {original.Table.From}) AS a
            JOIN (SELECT {key.Value} AS k, {Shown(copy.Table, true)} FROM {copy.Table.From}) AS b ON a.k = b.k
            """,
            row => (row.CountAt(0), row.CountAt(1), columns.Select((_, i) => row.CountAt(i + 2)).ToList()));
        return both < Mostly * copy.Table.Rows || changed > (1 - Mostly) * both
            ? null
            : new TableCopy(original.Table, copy.Table, key, original.Table.Rows - both, copy.Table.Rows - both, changed, [.. columns.Where((_, i) => byColumn[i] > 0).Select(pair => pair.Column)]);
    }

    static Sql Cell(Column column, bool asText) => asText && column.Raw is { } raw ? raw : column.Value;

    static bool IsKey(TableProfile table, string name) => table.Column(name) is { Missing: 0 } column && column.Distinct == column.Rows && column.Variable.Column.Kind is Kind.Number or Kind.Text;
}
