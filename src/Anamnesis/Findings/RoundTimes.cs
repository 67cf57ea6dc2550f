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
        where timed >= Fewest && (round >= Suspicious * timed || fives >= Fives * timed)
        let epoch = dataset.Dialect.Epoch(clock.Column.Value)
        select Draft.Of(
            Id, table.Table, [clock.Column], $"{clock.Column.Name} falls on the full or half hour in {Says.Of(round, timed)} ({Says.Share((double)round / timed)}; 3 % would be expected)",
            (round, timed), $"extract(minute from {clock.Column.Value}) IN (0, 30) AND {epoch} <> 86400 * floor({epoch} / 86400)") with
        { Weight = 0.3 * round / timed };
}
