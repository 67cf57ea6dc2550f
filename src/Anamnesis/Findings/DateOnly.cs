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
        from clock in table.Clocks
        where clock.Present >= Fewest
        from finding in Of(table, clock, dataset.Dialect)
        select finding;

    IEnumerable<Finding> Of(TableProfile table, ClockProfile clock, Dialect dialect)
    {
        var column = clock.Column;
        var epoch = dialect.Epoch(column.Value);
        var isBirth = table.Reading.Column(column.Name)?.Role == Role.Other;
        if (!column.DaysOnly && clock.Midnight >= Partly * clock.Present)
        {
            yield return Draft.Of(
                Id, table.Table, [column], clock.Midnight == clock.Present
                    ? $"{column.Name} is a time, and its time of day is 00:00:00 in all {Says.Count(clock.Present)} rows"
                    : $"{column.Name} is exactly midnight in {Says.Of(clock.Midnight, clock.Present)}",
                (clock.Midnight, clock.Present), $"{epoch} = 86400 * floor({epoch} / 86400)") with
            { Weight = isBirth ? 0.05 : 0.15 };
        }

        var first = clock.Days[0];
        if (clock.Months.Count >= 6 && (first >= FirstOfMonth * clock.Present || clock.NewYear >= Math.Max(3, FirstOfYear * clock.Present)))
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
}
