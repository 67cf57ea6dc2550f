using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What is done outside the usual hours is done to the sicker.</summary>
sealed class OffHoursSicker : IFindingKind
{
    const double Usual = 0.7; // share of the rows that the busiest hours hold
    const double LeastOff = 0.04; // of the rows
    const int Fewest = 100; // rows on either side
    const int Noon = 12;
    const double Odds = 2.5;
    const double AtLeast = 1.8; // lower end of its interval
    const double OddsRound = 1.6; // where the sick are looked at by day and night, nothing but a habit makes a difference
    const double AtLeastRound = 1.3;
    const double Half = 0.4; // of the rows of the sick on either side of noon, at least
    const double RowsEach = 4; // a stay

    public string Id => "off-hours-sicker";

    public string Title => "What is done outside the usual hours is done to the sicker";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => OnePlace.Also(profile, dataset, one => Everywhere(one, dataset));

    static IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from finding in In(profile, dataset, table)
        select finding;

    /// <summary>Of one table.</summary>
    internal static IEnumerable<Finding> In(Profile profile, Dataset dataset, TableProfile table) =>
        from clock in (ClockProfile?[])[table.Calendar]
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

    static Finding? Of(Dataset dataset, TableProfile table, ClockProfile clock, List<int> usual, TableProfile people, Sickness sickness, Column? key)
    {
        var rows = Rows(table, clock, people, sickness, key);
        Sql query = $"SELECT hour, count(*) AS rows, sum(ill) AS ill FROM ({rows}) AS known GROUP BY hour ORDER BY hour";
        var hours = dataset.Rows(query, row => (Hour: (int)row.CountAt(0), Rows: (double)row.CountAt(1), Ill: row.NumberAt(2) ?? 0));
        ((double Rows, double Ill) Off, (double Rows, double Ill) Within) Parts(Func<int, bool> within)
        {
            (double, double) Sum(bool wanted) => (hours.Where(hour => within(hour.Hour) == wanted).Sum(hour => hour.Rows), hours.Where(hour => within(hour.Hour) == wanted).Sum(hour => hour.Ill));
            return (Sum(false), Sum(true));
        }

        // what is routine is done in the busiest hours; where the sick have as much before noon as after it, the others have it in the morning
        var sides = new (string Says, ((double Rows, double Ill) Off, (double Rows, double Ill) Within) Parts)[] { ($"{Says.Count(usual.Count)} hours of the day hold most of {clock.Column.Name}; outside them", Parts(usual.Contains)), ("from noon on", Parts(hour => hour < Noon)) }
            .Where((side, round) => side.Parts.Off.Rows >= Fewest && side.Parts.Within.Rows >= Fewest && (round == 0 || IsRound(table, side.Parts.Off.Ill, side.Parts.Within.Ill)))
            .Select(side => (side.Says, side.Parts, Odds: Statistics.Odds.Of(side.Parts.Off.Ill, side.Parts.Off.Rows - side.Parts.Off.Ill, side.Parts.Within.Ill, side.Parts.Within.Rows - side.Parts.Within.Ill))).OrderByDescending(side => side.Odds.Low).ToList();
        if (sides.Count == 0 || !IsWorth(sides[0].Odds, IsRound(table, sides[0].Parts.Off.Ill, sides[0].Parts.Within.Ill)))
        {
            return null;
        }

        var (says, parts, odds) = sides[0];
        return new Finding
        {
            Kind = "off-hours-sicker",
            Table = table.Table.Name,
            Columns = [clock.Column.Name],
            Token = $"{people.Table.Name} {sickness.Column.Name}",
            Says = $"{says} {sickness.Says} in {Says.Share(parts.Off.Ill / parts.Off.Rows)} of the rows, in the others in {Says.Share(parts.Within.Ill / parts.Within.Rows)}",
            Count = (long)parts.Off.Rows,
            Denominator = (long)hours.Sum(hour => hour.Rows),
            Estimated = true,
            Rows = query,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["odds"] = odds.Ratio, ["hours"] = usual.Count },
        };
    }

    /// <summary>The hour of each row, and whether the person is among the sicker.</summary>
    static Sql Rows(TableProfile table, ClockProfile clock, TableProfile people, Sickness sickness, Column? key)
    {
        Sql Hour(Sql time) => $"extract(hour from {time})";
        var from = table.ForShares.From;
        return key is null
            ? (Sql)$"SELECT {Hour(clock.Column.Value)} AS hour, CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END AS ill FROM {from} WHERE {clock.Column.Value} IS NOT NULL AND {sickness.Column.Value} IS NOT NULL"
            : $"""
                SELECT {Hour($"r.t")} AS hour, p.ill FROM (SELECT {table.Table.Column(key.Name)!.Value} AS k, {clock.Column.Value} AS t FROM {from} WHERE {clock.Column.Value} IS NOT NULL) AS r
                JOIN (SELECT {key.Value} AS k, CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END AS ill FROM {people.Table.From} WHERE {sickness.Column.Value} IS NOT NULL) AS p ON p.k = r.k
                """; // just seen
    }

    /// <summary>The sick have as much on one side as on the other, many times a stay.</summary>
    static bool IsRound(TableProfile table, double off, double within) => Math.Min(off, within) >= Half * (off + within)
        && table.Reading.Of(Role.Stay) is { } stay && table.Column(stay.Name) is { } stays && stays.Rows >= RowsEach * stays.Distinct;

    static bool IsWorth(Statistics.Odds odds, bool round) => odds.Ratio >= (round ? OddsRound : Odds) && odds.Low >= (round ? AtLeastRound : AtLeast);
}
