using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Times that fall on the full or half hour far more often than events do.</summary>
sealed class RoundTimes : IFindingKind
{
    internal const double Chance = 2.0 / 60; // share of :00 and :30 when minutes are true
    const double Suspicious = 0.15; // share beyond which people, not events, set the minutes
    const double Fives = 0.5; // the same for multiples of five minutes, 0.2 by chance
    const int Fewest = 100;
    const double Recurs = 2; // rows of a person

    static readonly string[] Planned = ["scheduled", "planned", "due", "appointment", "target", "termin", "geplant", "soll", "planowany", "planowana"]; // people plan in round times

    public string Id => "round-times";

    public string Title => "Many events with one round time";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from clock in table.Clocks
        where !clock.Column.DaysOnly && !NameTokens.Of(clock.Column.Name).Has(Planned)
        let timed = clock.Present - clock.Midnight
        let round = clock.Minutes[0] + clock.Minutes[30] - clock.Midnight
        let fives = Enumerable.Range(0, 12).Sum(five => clock.Minutes[5 * five]) - clock.Midnight
        where timed >= Fewest && (round >= Suspicious * timed || fives >= Fives * timed) && !IsToldOnce(profile, table, clock.Column, dataset)
        let epoch = dataset.Dialect.Epoch(clock.Column.Value)
        let hours = round >= Suspicious * timed
        let count = hours ? round : fives
        let when = hours ? ("the full or half hour", "3 %") : ("a multiple of five minutes", "20 %")
        select Draft.Of(
            Id, table.Table, [clock.Column], $"{clock.Column.Name} falls on {when.Item1} in {Says.Of(count, timed)} ({Says.Share((double)count / timed)}; {when.Item2} would be expected)",
            (count, timed), $"extract(minute from {clock.Column.Value}) IN ({(hours ? Sql.Raw("0, 30") : Sql.Raw("0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55"))}) AND {epoch} <> 86400 * floor({epoch} / 86400)") with
        { Weight = 0.3 * count / timed };

    /// <summary>A date of the person that is repeated on every row, and stands in a table of fewer rows, too.</summary>
    static bool IsToldOnce(Profile profile, TableProfile table, Column time, Dataset dataset) =>
        table.Reading.Of(Role.Patient) is { } patient && table.Table.Rows >= Recurs * table.Patients
        && profile.Originals.Any(other => other.Table.Column(time.Name)?.Kind == Kind.Time && other.Table.Rows < table.Table.Rows)
        && dataset.Number($"SELECT max(n) FROM (SELECT count(DISTINCT {time.Key}) AS n FROM {table.ForShares.From} GROUP BY {patient.Key}) AS people") <= 1;
}
