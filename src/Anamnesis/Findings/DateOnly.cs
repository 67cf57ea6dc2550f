using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Times at exactly midnight, and days that stand for "some time in that month or year".</summary>
sealed class DateOnly : IFindingKind
{
    const double Partly = 0.2; // share of midnights, 0.07 % by chance
    const double FirstOfMonth = 0.15; // 3.3 % by chance
    const double FirstOfYear = 0.02; // 0.27 % by chance
    const int Fewest = 30;

    public string Id => "date-only";

    public string Title => "Only the date is real";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        let clocks = table.Clocks.Where(clock => clock.Present >= Fewest).ToList()
        from finding in Never(table, clocks, dataset.Dialect).Concat(clocks.SelectMany(clock => Of(table, clock, dataset)))
        select finding;

    /// <summary>The columns of a table that are times and never have a time of day; births and deaths alone are no matter of hours.</summary>
    IEnumerable<Finding> Never(TableProfile table, List<ClockProfile> clocks, Dialect dialect)
    {
        var never = clocks.Where(clock => !clock.Column.DaysOnly && clock.Midnight == clock.Present).ToList();
        if (never.TrueForAll(clock => table.Reading.Column(clock.Column.Name)?.Role is Role.Other or Role.Outcome))
        {
            yield break;
        }

        var columns = never.ConvertAll(clock => clock.Column);
        var rows = never.Max(clock => clock.Present);
        yield return Draft.Of(
            Id, table.Table, columns,
            columns.Count == 1 ? $"{columns[0].Name} is a time, but its time of day is 00:00:00 in all {Says.Count(rows)} rows" : $"{Says.List(columns.ConvertAll(column => column.Name))} are times, but their time of day is always 00:00:00",
            (rows, table.Table.Rows), Sql.Join(" OR ", columns.Select(column => (Sql)$"{dialect.Epoch(column.Value)} = 86400 * floor({dialect.Epoch(column.Value)} / 86400)"))) with
        { Weight = 0.15 };
    }

    IEnumerable<Finding> Of(TableProfile table, ClockProfile clock, Dataset dataset)
    {
        var column = clock.Column;
        var epoch = dataset.Dialect.Epoch(column.Value);
        if (!column.DaysOnly && clock.Midnight >= Partly * clock.Present && clock.Midnight < clock.Present)
        {
            yield return Draft.Of(
                Id, table.Table, [column], $"{column.Name} is exactly midnight in {Says.Of(clock.Midnight, clock.Present)}",
                (clock.Midnight, clock.Present), $"{epoch} = 86400 * floor({epoch} / 86400)") with
            { Weight = 0.15 };
        }

        var first = clock.Days[0];
        if (clock.Months.Count >= 6 && (first >= FirstOfMonth * clock.Present || clock.NewYear >= Math.Max(3, FirstOfYear * clock.Present)) && IsOfManyDays(dataset, table, column))
        {
            var yearly = clock.NewYear >= 0.5 * first;
            yield return Draft.Of(
                Id, table.Table, [column], yearly
                    ? $"{column.Name} is 1 January in {Says.Of(clock.NewYear, clock.Present)} (0.3 % would be expected)"
                    : $"{column.Name} is the first of a month in {Says.Of(first, clock.Present)} (3 % would be expected)",
                (yearly ? clock.NewYear : first, clock.Present),
                yearly ? (Sql)$"extract(day from {column.Value}) = 1 AND extract(month from {column.Value}) = 1" : $"extract(day from {column.Value}) = 1") with
            { Token = "first day", Weight = 0.3 };
        }
    }

    /// <summary>The first days are frequent among the days of patients, too, not only among rows, of which one visit may bring many.</summary>
    static bool IsOfManyDays(Dataset dataset, TableProfile table, Column column)
    {
        Sql who = table.Reading.Of(Role.Patient) is { } patient ? patient.Value : (Sql)$"0";
        var (all, months, years) = dataset.Row(
            $"""
            SELECT count(*), count(*) FILTER (WHERE extract(day from t) = 1), count(*) FILTER (WHERE extract(day from t) = 1 AND extract(month from t) = 1)
            FROM (SELECT DISTINCT {who} AS who, date_trunc('day', {column.Value}) AS t FROM {table.ForShares.From} WHERE {column.Value} IS NOT NULL) AS days
            """,
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2)));
        return months >= FirstOfMonth * all || years >= Math.Max(3, FirstOfYear * all);
    }
}
