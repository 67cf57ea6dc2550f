using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>A number that was lost on the way from one column to another: the two are equal where both are filled, and in a few rows only the first still has it.</summary>
static class LostBeside
{
    const double Equal = 0.95; // of the rows with both
    const double MostLost = 0.2; // of the rows with the first
    const long LeastRows = 50;
    const int MostPairs = 60;
    const int MostCompared = 200; // other columns; an engine gives a bounded number of results at once
    const int FewestEmpty = 3; // other columns that are empty in the same rows
    const double Near = 0.1; // of the interquartile range, between the same quartiles of the two
    static readonly double[] Quartiles = [0.25, 0.5, 0.75];

    internal static IEnumerable<Finding> In(TableProfile table, Sql screen, Dataset dataset)
    {
        var numbers = table.Variables
            .Where(number => number.Variable.Item is null && number.Variable.Column.Kind == Kind.Number && number.Numbers.Values.Count >= 10 && number.Numbers.Total >= LeastRows && !Measured.IsNamedAsCode(number.Variable.Column.Name))
            .ToList();
        List<(VariableProfile Kept, VariableProfile Poorer)> pairs = [.. numbers.SelectMany(kept => numbers.Where(poorer => IsPair(kept, poorer)).Select(poorer => (kept, poorer))).Take(MostPairs)];
        if (pairs.Count == 0)
        {
            yield break;
        }

        var facts = Sql.Join(", ", pairs.SelectMany(pair => (Sql[])[$"count(*) FILTER (WHERE {Both(pair)})", $"count(*) FILTER (WHERE {Both(pair)} AND {pair.Kept.Variable.Value} = {pair.Poorer.Variable.Value})"]));
        var seen = dataset.Row($"SELECT {facts} FROM {screen}", row => pairs.Select((_, place) => (Both: row.CountAt(2 * place), Same: row.CountAt((2 * place) + 1))).ToList());
        foreach (var (kept, poorer) in pairs.Where((_, place) => seen[place].Both >= LeastRows && seen[place].Same >= Equal * seen[place].Both))
        {
            if (Told(table, kept, poorer, dataset) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>Rows in which several other columns are empty, too, that are filled elsewhere: such rows were added, as computed ones are, and nothing was lost on the way.</summary>
    static bool AreOfAnotherKind(TableProfile table, VariableProfile poorer, Sql lost, Dataset dataset)
    {
        var others = table.Table.Columns.Where(column => column.Name != poorer.Variable.Column.Name).Take(MostCompared).ToList();
        var counts = Sql.Join(", ", others.SelectMany(column => (Sql[])[$"count({column.Value})", $"count(*) FILTER (WHERE {lost} AND {column.Value} IS NOT NULL)"]));
        return dataset.Row(
            $"SELECT {counts} FROM {table.Table.From}",
            row => others.Where((_, place) => row.CountAt(2 * place) >= 0.5 * table.Table.Rows && row.CountAt((2 * place) + 1) == 0).Count()) >= FewestEmpty;
    }

    /// <summary>Nearly the same values, the second with fewer.</summary>
    static bool IsPair(VariableProfile kept, VariableProfile poorer) =>
        kept != poorer && poorer.Numbers.Total < kept.Numbers.Total && poorer.Numbers.Total >= (1 - MostLost) * kept.Numbers.Total
        && Quartiles.All(share => Math.Abs(kept.Numbers.Quantile(share) - poorer.Numbers.Quantile(share)) <= Near * (kept.Numbers.Quantile(0.75) - kept.Numbers.Quantile(0.25)));

    static Sql Both((VariableProfile Kept, VariableProfile Poorer) pair) => $"{pair.Kept.Variable.Value} IS NOT NULL AND {pair.Poorer.Variable.Value} IS NOT NULL";

    static Finding? Told(TableProfile table, VariableProfile kept, VariableProfile poorer, Dataset dataset)
    {
        var (value, other) = (kept.Variable.Value, poorer.Variable.Value);
        Sql lost = $"{value} IS NOT NULL AND {other} IS NULL";
        var (all, both, same, gone, negative, negatives) = dataset.Row(
            $"""
            SELECT count({value}), count(*) FILTER (WHERE {Both((kept, poorer))}), count(*) FILTER (WHERE {value} = {other}), count(*) FILTER (WHERE {lost}),
              count(*) FILTER (WHERE {lost} AND {value} < 0), count(*) FILTER (WHERE {value} < 0)
            FROM {table.Table.From}
            """,
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3), row.CountAt(4), row.CountAt(5)));
        return both < LeastRows || same < Equal * both || gone == 0 || gone > MostLost * all || AreOfAnotherKind(table, poorer, lost, dataset) ? null : Draft.Of(
            "cross-field",
            table.Table,
            [poorer.Variable.Column, kept.Variable.Column],
            $"{poorer.Variable.Label} is empty in {Says.Of(gone, all)} in which {kept.Variable.Label} holds a number, although the two agree wherever both are filled{(negative == gone && negatives == gone ? "; all of these numbers are negative" : string.Empty)}",
            (gone, all),
            lost) with
        {
            Token = "lost",
            Weight = 0.6,
            Facts = new Dictionary<string, double> { ["lost"] = 1, ["oneform"] = negative == gone && negatives == gone ? 1 : 0 },
        };
    }
}
