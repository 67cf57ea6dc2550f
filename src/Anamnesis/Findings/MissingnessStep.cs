using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The share of missing values jumps at a calendar date.</summary>
sealed class MissingnessStep : IFindingKind
{
    const double Jump = 0.3; // difference between before and after
    const double Steady = 0.8; // share of the rows of a side that lie in months on its side of the middle
    const int FewestRows = 50; // on each side
    const int FewestMonths = 2;

    public string Id => "missingness-step";

    public string Title => "Missingness jumps at a calendar date";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            foreach (var unit in MissingUnit.Of(table).Where(unit => !IsReference(profile, table, unit)).Take(100))
            {
                if (ByMonth(table, unit) is { } dated)
                {
                    yield return dated;
                }
                else if (ByYear(dataset, table, unit) is { } yearly)
                {
                    yield return yearly;
                }
            }
        }
    }

    /// <summary>Which kind of row a table holds, of a stay or of a visit, is no field that a form has.</summary>
    static bool IsReference(Profile profile, TableProfile table, MissingUnit unit) =>
        profile.Links.Any(link => link.From.Name == table.Table.Name && unit.Columns.Any(column => column.Name == link.FromColumn.Name));

    Finding? ByMonth(TableProfile table, MissingUnit unit)
    {
        var clock = table.Calendar?.Column;
        var cells = table.Column(unit.Columns[0].Name)?.Cells;
        if (clock is null || cells is null || unit.Columns[0].Name == clock.Name)
        {
            return null;
        }

        var months = cells.Where(cell => cell.Month is not null)
            .AggregateBy(cell => cell.Month!.Value, (Rows: 0L, Missing: 0L), (sum, cell) => (sum.Rows + cell.Rows, sum.Missing + cell.Rows - cell.Present)) // filtered
            .OrderBy(month => month.Key).Select(month => (month.Key, month.Value.Rows, month.Value.Missing)).ToList();
        return Best(months) is not { } step ? null : Finding(table, unit, step, clock.Name);
    }

    /// <summary>The cut with the largest difference, if it is a step: a plateau on each side.</summary>
    internal static (DateTime At, double Before, double After)? Best(IReadOnlyList<(DateTime Month, long Rows, long Missing)> months)
    {
        (DateTime At, double Before, double After)? best = null;
        var score = 0.0;
        long rowsBefore = 0, missingBefore = 0;
        var (rows, missing) = (months.Sum(month => month.Rows), months.Sum(month => month.Missing));
        for (var i = 1; i < months.Count; i++)
        {
            rowsBefore += months[i - 1].Rows;
            missingBefore += months[i - 1].Missing;
            if (i < FewestMonths || months.Count - i < FewestMonths || rowsBefore < FewestRows || rows - rowsBefore < FewestRows)
            {
                continue;
            }

            var (before, after) = ((double)missingBefore / rowsBefore, (double)(missing - missingBefore) / (rows - rowsBefore));
            // a step separates best, weighed by the smaller side
            var power = Math.Abs(after - before) * Math.Sqrt((double)rowsBefore * (rows - rowsBefore));
            if (power > score)
            {
                (best, score) = ((months[i].Month, before, after), power);
            }
        }

        return best is { } step && Math.Abs(step.After - step.Before) >= Jump && IsPlateau(months, step) ? step : null;
    }

    /// <summary>Most rows lie in months that are on the right side of the middle, before and after: a step, no ups and downs.</summary>
    static bool IsPlateau(IReadOnlyList<(DateTime Month, long Rows, long Missing)> months, (DateTime At, double Before, double After) step)
    {
        var middle = (step.Before + step.After) / 2;
        return new[] { months.Where(month => month.Month < step.At).ToList(), [.. months.Where(month => month.Month >= step.At)] }.All(side =>
        {
            var low = (side[0].Month < step.At) == (step.Before < step.After);
            return side.Where(month => low ? month.Missing <= middle * month.Rows : month.Missing >= middle * month.Rows).Sum(month => month.Rows) >= Steady * side.Sum(month => month.Rows);
        });
    }

    Finding Finding(TableProfile table, MissingUnit unit, (DateTime At, double Before, double After) step, string clock) => Draft.Of(
        Id, table.Table, unit.Columns,
        $"{unit.Label} {(unit.IsBlock ? "are" : "is")} empty in {Says.Share(step.Before)} before {step.At:yyyy-MM} and in {Says.Share(step.After)} from then on (by {clock})",
        (unit.Missing * table.OneIn, table.Table.Rows), unit.Condition) with
    {
        Where = new Where(From: step.At),
        Estimated = table.OneIn > 1,
        Weight = 0.5,
        Facts = new Dictionary<string, double> { ["before"] = step.Before, ["after"] = step.After },
    };

    /// <summary>Where the calendar is a column of years.</summary>
    Finding? ByYear(Dataset dataset, TableProfile table, MissingUnit unit)
    {
        var year = table.Variables.FirstOrDefault(variable => variable.Variable.Item is null && variable.Distinct is >= 4 and <= 80 && variable.Variable.Column.Whole
            && variable.Numbers.Min >= 1900 && variable.Numbers.Max <= 2100 && variable.Missing < 0.1 * variable.Rows && unit.Columns.All(c => c.Name != variable.Variable.Column.Name))?.Variable.Column;
        if (year is null || table.Reading.Clock is not null)
        {
            return null;
        }

        var years = dataset.Rows(
            $"SELECT {year.Value}, count(*), count(*) FILTER (WHERE {unit.Condition}) FROM {table.Table.From} WHERE {year.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
            row => (Month: new DateTime((int)row.CountAt(0), 1, 1), Rows: row.CountAt(1), Missing: row.CountAt(2)));
        return Best(years) is { } step ? Finding(table, unit, step, year.Name) : null;
    }
}
