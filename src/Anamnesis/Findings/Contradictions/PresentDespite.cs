using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>A column that is filled only where a flag says yes, and the few rows where it is filled although the flag says no, e.g. a date of death of the living.</summary>
static class PresentDespite
{
    const double MostDespite = 0.02; // of the rows that say no
    const double LeastWith = 0.8; // of the rows that say yes
    const long LeastRows = 50; // that say no
    const int MostColumns = 80;

    internal static IEnumerable<Finding> In(TableProfile table, Flag flag, Dataset dataset)
    {
        var columns = table.Variables
            .Where(profile => profile.Variable.Item is null && profile.Missing > 0 && profile.Present > 0 && profile.Variable.Column.Name != flag.Name)
            .Select(profile => profile.Variable.Column)
            .Take(MostColumns)
            .ToList();
        if (columns.Count == 0 || flag.NoRows < LeastRows)
        {
            yield break;
        }

        var counts = Sql.Join(", ", columns.Select(column => (Sql)$"count({Any(column)}) FILTER (WHERE {flag.Yes}), count({Any(column)}) FILTER (WHERE {flag.No})"));
        var found = dataset.Row(
            $"SELECT count(*) FILTER (WHERE {flag.Yes}), count(*) FILTER (WHERE {flag.No}), {counts} FROM {table.Table.From}",
            row => Enumerable.Range(0, 2 + (2 * columns.Count)).Select(row.CountAt).ToList());
        var odd = Enumerable.Range(0, columns.Count)
            .Select(place => (Column: columns[place], With: found[2 + (2 * place)], Despite: found[3 + (2 * place)]))
            .Where(column => column.Despite > 0 && column.Despite <= MostDespite * found[1] && column.With >= LeastWith * found[0] && column.Despite <= 0.1 * column.With)
            .ToList();
        if (odd.Count == 0)
        {
            yield break;
        }

        var filled = Sql.Join(" OR ", odd.Select(column => (Sql)$"{Any(column.Column)} IS NOT NULL"));
        var names = string.Join(", ", odd.Select(column => column.Column.Name));
        yield return Draft.Of(
            "cross-field",
            table.Table,
            [.. odd.Select(column => column.Column), flag.Column],
            $"{names} {(odd.Count == 1 ? "is" : "are")} filled in {odd.Max(column => column.Despite):N0} of the {found[1]:N0} rows where {flag.Name} says no, though otherwise only where it says yes.",
            (odd.Max(column => column.Despite), found[1]),
            $"(({filled}) AND {flag.No})") with
        { Weight = 0.6 };
    }

    static Sql Any(Column column) => column.Raw ?? column.Value;
}
