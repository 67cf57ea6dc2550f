using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A computed number changes its level at a date against the number from which it is computed.</summary>
/// <remarks>A small step of the result drowns in the spread between patients; against its own input, row by row, it stands out.</remarks>
sealed class FormulaStep : IFindingKind
{
    const double Least = 0.03; // of the value
    const long FewestPairs = 400;

    /// <summary>Known variables that are computed, and from what.</summary>
    static readonly (string Result, string Input)[] Computed = [("egfr", "creatinine"), ("qtc_ms", "qt_ms"), ("ldl", "chol_total"), ("map", "sbp"), ("bmi", "weight")];

    static readonly HashSet<string> SexWords = new(StringComparer.OrdinalIgnoreCase) { "f", "m", "k", "w", "female", "male", "kobieta", "mężczyzna", "weiblich", "männlich", "woman", "man" };

    public string Id => "formula-step";

    public string Title => "A computed number steps against what it is computed from";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let clock = table.Calendar?.Column
        where clock is not null
        from pair in Computed
        let result = Measured.In(table).FirstOrDefault(variable => variable.Variable.Known == pair.Result)
        let input = Measured.In(table).FirstOrDefault(variable => variable.Variable.Known == pair.Input)
        where result is not null && input is not null && result.Numbers.Total >= FewestPairs && result.Numbers.Min >= 0 && input.Numbers.Min >= 0
        let seen = Seen(profile, table, result, input, dataset)
        where seen is not null
        let count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {result.Variable.Rows} AND {clock.Value} >= {seen.Value.Step.From} AND {result.Variable.Value} IS NOT NULL")
        select Draft.Of(
            Id, result,
            $"{result.Variable.Label} steps in {seen.Value.Step.From:yyyy-MM} by {Says.Share(Math.Abs(seen.Value.Change))} against {input.Variable.Label} of the same sample, from which it is computed: {count:N0} values since then",
            count, $"{clock.Value} >= {seen.Value.Step.From} AND {result.Variable.Value} IS NOT NULL") with
        {
            Estimated = false,
            Where = new Where(null, seen.Value.Step.From, Item: result.Variable.Item),
            Weight = 0.5,
            Facts = new Dictionary<string, double> { ["change"] = seen.Value.Change, ["input"] = seen.Value.Input, ["noise"] = seen.Value.Noise },
        };

    /// <summary>The step of the result against its input, the change of the input itself at that date, and the noise from month to month.</summary>
    internal static (LevelStep Step, double Change, double Input, double Noise)? Seen(Profile profile, TableProfile table, VariableProfile result, VariableProfile input, Dataset dataset)
    {
        if (Paired(table, result, input) is not { } pairs || table.Calendar is null)
        {
            return null;
        }

        var (rows, slope) = dataset.Row($"SELECT count(*), corr(y, x) * stddev_samp(y) / nullif(stddev_samp(x), 0) FROM ({pairs}) AS pairs", row => (row.CountAt(0), row.NumberAt(1)));
        if (rows < FewestPairs || slope is not { } steep)
        {
            return null;
        }

        var (people, sex) = Sexes(profile, table);
        var months = dataset.Rows(
            $"""
            SELECT date_trunc('month', taken), count(*), avg(rest - usual), avg(x)
            FROM (SELECT taken, x, rest, avg(rest) OVER (PARTITION BY sex) AS usual
                FROM (SELECT pairs.taken, pairs.x, pairs.y - {steep} * pairs.x AS rest, {sex} AS sex FROM ({pairs}) AS pairs{people}) AS rests) AS groups
            GROUP BY 1
            """,
            row => (Month: row.TimeAt(0), Count: row.CountAt(1), Left: row.NumberAt(2) ?? 0, Input: row.NumberAt(3) ?? 0)).Where(month => month.Month is not null).ToList();
        var centre = months.Count == 0 ? 0 : months.Average(month => month.Left);
        var step = LevelStep.Of(months.Select(month => new Cell(null, month.Month, month.Count, month.Count, Math.Exp(month.Left - centre), null)));
        if (step is null)
        {
            return null;
        }

        var change = Math.Log(step.After / step.Before);
        var (before, after) = (months.Where(month => month.Month < step.From).ToList(), months.Where(month => month.Month >= step.From).ToList());
        var moved = steep * (after.Average(month => month.Input) - before.Average(month => month.Input));
        return Math.Abs(change) < Least ? null : (step, change, moved, step.Noise);
    }

    /// <summary>Women and men apart, where a table of people tells: formulas have another constant for each.</summary>
    static (Sql People, Sql Sex) Sexes(Profile profile, TableProfile table)
    {
        var patient = table.Reading.Of(Role.Patient);
        var found = (from link in profile.Links
                     where patient is not null && link.From.Name == table.Table.Name && link.FromColumn.Name == patient.Name && profile.Table(link.To.Name) is not null
                     from column in profile.Table(link.To.Name)!.Variables // just seen
                     where column.Variable.Item is null && column.Distinct is 2 or 3 && column.Texts.Count >= 2 && column.Texts.Take(2).All(text => SexWords.Contains(text.Text.Trim()))
                     select (link.To, link.ToColumn, column.Variable.Column)).FirstOrDefault();
        return found.Column is null ? ((Sql)$"", (Sql)$"''") : ((Sql)$" LEFT JOIN (SELECT {found.ToColumn.Value} AS person, {found.Column.Value} AS sex FROM {found.To.From}) AS people ON people.person = pairs.whose", (Sql)$"coalesce(people.sex, '')");
    }

    /// <summary>Logarithms of result and input of one row, or of one sample in a long table.</summary>
    static Sql? Paired(TableProfile table, VariableProfile result, VariableProfile input)
    {
        var (clock, y, x) = (table.Calendar!.Column, result.Variable, input.Variable); // asked for by the caller
        if (y.Item is null != x.Item is null)
        {
            return null;
        }

        var patient = table.Reading.Of(Role.Patient);
        if (y.Item is null)
        {
            return $"SELECT {clock.Value} AS taken, {(patient is null ? (Sql)$"NULL" : patient.Value)} AS whose, ln({y.Value}) AS y, ln({x.Value}) AS x FROM {table.ForShares.From} WHERE {y.Value} > 0 AND {x.Value} > 0 AND {clock.Value} IS NOT NULL";
        }

        return patient is null ? null
            : (Sql)$"""
                SELECT at_time AS taken, of_whom AS whose, max(CASE WHEN {y.Rows} AND {y.Value} > 0 THEN ln({y.Value}) END) AS y, max(CASE WHEN {x.Rows} AND {x.Value} > 0 THEN ln({x.Value}) END) AS x
                FROM (SELECT *, {patient.Value} AS of_whom, {clock.Value} AS at_time FROM {table.ForShares.From} WHERE ({y.Rows}) OR ({x.Rows})) AS both_of_them
                WHERE at_time IS NOT NULL
                GROUP BY of_whom, at_time
                HAVING count(CASE WHEN {y.Rows} AND {y.Value} > 0 THEN 1 END) = 1 AND count(CASE WHEN {x.Rows} AND {x.Value} > 0 THEN 1 END) = 1
                """;
    }
}
