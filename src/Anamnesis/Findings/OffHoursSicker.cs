using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What is done outside the usual hours is done to the sicker.</summary>
sealed class OffHoursSicker : IFindingKind
{
    const double Usual = 0.7; // share of the rows that the busiest hours hold
    const double LeastOff = 0.04; // of the rows
    const int Fewest = 100; // rows outside
    const double Odds = 2.5;
    const double AtLeast = 1.8; // lower end of its interval

    public string Id => "off-hours-sicker";

    public string Title => "What is done outside the usual hours is done to the sicker";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let clock = table.Calendar
        where clock is not null && !clock.Column.DaysOnly && clock.Midnight < 0.2 * clock.Present && table.Reading.Column(clock.Column.Name)?.Role == Role.Taken
        let usual = Busiest(clock)
        let off = clock.Hours.Where((_, hour) => !usual.Contains(hour)).Sum() / (double)Math.Max(1, clock.Hours.Sum())
        where off >= LeastOff
        from people in profile.Originals
        let sickness = Sickness.In(people)
        where sickness is not null
        let key = people == table ? null : people.Reading.Of(Role.Stay)
        where people == table || (key is not null && people.Column(key.Name) is { } stays && stays.Distinct == stays.Rows && table.Table.Column(key.Name)?.Kind == key.Kind)
        let finding = Of(dataset, table, clock, usual, people, sickness, key)
        where finding is not null
        select finding;

    static List<int> Busiest(ClockProfile clock)
    {
        var (hours, held) = (new List<int>(), 0L);
        foreach (var (rows, hour) in clock.Hours.Select((rows, hour) => (rows, hour)).OrderByDescending(one => one.rows).ThenBy(one => one.hour).TakeWhile(_ => held < Usual * clock.Hours.Sum()))
        {
            hours.Add(hour);
            held += rows;
        }

        return hours;
    }

    Finding? Of(Dataset dataset, TableProfile table, ClockProfile clock, List<int> usual, TableProfile people, Sickness sickness, Column? key)
    {
        Sql On(Sql time) => $"extract(hour from {time}) IN ({Sql.Join(", ", usual.Select(hour => (Sql)$"{(long)hour}"))})";
        var from = table.ForShares.From;
        Sql rows = key is null
            ? (Sql)$"SELECT CASE WHEN {On(clock.Column.Value)} THEN 0 ELSE 1 END AS off, CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END AS ill FROM {from} WHERE {clock.Column.Value} IS NOT NULL AND {sickness.Column.Value} IS NOT NULL"
            : $"""
                SELECT CASE WHEN {On($"r.t")} THEN 0 ELSE 1 END AS off, p.ill FROM (SELECT {table.Table.Column(key.Name)!.Value} AS k, {clock.Column.Value} AS t FROM {from} WHERE {clock.Column.Value} IS NOT NULL) AS r
                JOIN (SELECT {key.Value} AS k, CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END AS ill FROM {people.Table.From} WHERE {sickness.Column.Value} IS NOT NULL) AS p ON p.k = r.k
                """; // just seen
        Sql query = $"SELECT off, count(*) AS rows, sum(ill) AS ill FROM ({rows}) AS known GROUP BY off ORDER BY off";
        var groups = dataset.Rows(query, row => (Rows: (double)row.CountAt(1), Ill: row.NumberAt(2) ?? 0));
        if (groups.Count != 2 || groups[1].Rows < Fewest)
        {
            return null;
        }

        var odds = Statistics.Odds.Of(groups[1].Ill, groups[1].Rows - groups[1].Ill, groups[0].Ill, groups[0].Rows - groups[0].Ill);
        return odds.Ratio < Odds || odds.Low < AtLeast ? null : new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [clock.Column.Name],
            Token = $"{people.Table.Name} {sickness.Column.Name}",
            Says = $"{Says.Count(usual.Count)} hours of the day hold most of {clock.Column.Name}; outside them {sickness.Says} in {Says.Share(groups[1].Ill / groups[1].Rows)} of the rows, within them in {Says.Share(groups[0].Ill / groups[0].Rows)}",
            Count = (long)groups[1].Rows,
            Denominator = (long)groups.Sum(one => one.Rows),
            Estimated = true,
            Rows = query,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["odds"] = odds.Ratio, ["hours"] = usual.Count },
        };
    }
}
