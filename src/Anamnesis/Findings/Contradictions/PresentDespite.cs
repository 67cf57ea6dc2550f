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

    internal static IEnumerable<Finding> In(TableProfile table, Flag flag, Sql screen, Dataset dataset)
    {
        var columns = table.Variables
            .Where(profile => profile.Variable.Item is null && profile.Missing > 0 && profile.Present > 0 && profile.Variable.Column.Name != flag.Name)
            .Where(profile => profile.Present >= LeastWith * flag.YesRows * 0.5 && profile.Present <= 2 * (flag.YesRows + (MostDespite * flag.NoRows)))
            .Select(profile => profile.Variable.Column)
            .Take(MostColumns)
            .ToList();
        if (columns.Count == 0 || flag.NoRows < LeastRows)
        {
            yield break;
        }

        var (yes, no, likely) = Filled(flag, columns, screen, dataset);
        columns = [.. likely.Where(column => column.Despite <= MostDespite * no && column.With >= LeastWith * yes).Select(column => column.Column)];
        if (columns.Count == 0)
        {
            yield break;
        }

        (yes, no, likely) = Filled(flag, columns, table.Table.From, dataset);
        var odd = likely
            .Where(column => column.Despite > 0 && column.Despite <= MostDespite * no && column.With >= LeastWith * yes && column.Despite <= 0.1 * column.With)
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
            $"{names} {(odd.Count == 1 ? "is" : "are")} filled in {odd.Max(column => column.Despite):N0} of the {no:N0} rows where {flag.Name} says no, and otherwise only where it says yes",
            (odd.Max(column => column.Despite), no),
            $"(({filled}) AND {flag.No})") with
        { Weight = 0.6 };
    }

    static (long Yes, long No, List<(Column Column, long With, long Despite)> Columns) Filled(Flag flag, List<Column> columns, Sql from, Dataset dataset)
    {
        var counts = Sql.Join(", ", columns.Select(column => (Sql)$"count({Any(column)})"));
        var sides = dataset.Rows(
            $"""
            SELECT CASE WHEN {flag.Yes} THEN 1 ELSE 0 END AS says, count(*), {counts}
            FROM {from}
            WHERE {flag.Yes} OR {flag.No}
            GROUP BY 1
            """,
            row => (Yes: row.CountAt(0) == 1, Rows: row.CountAt(1), Counts: columns.Select((_, place) => row.CountAt(place + 2)).ToList()));
        var (yes, no) = (sides.FirstOrDefault(side => side.Yes), sides.FirstOrDefault(side => !side.Yes));
        return (yes.Rows, no.Rows, [.. columns.Select((column, place) => (column, yes.Counts?[place] ?? 0, no.Counts?[place] ?? 0))]);
    }

    static Sql Any(Column column) => column.Raw ?? column.Value;
}
