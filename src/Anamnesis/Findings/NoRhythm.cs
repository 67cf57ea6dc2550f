using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Events that care does on weekdays fall evenly on all days, although the hours of the day still have their rhythm.</summary>
sealed class NoRhythm : IFindingKind
{
    const int Fewest = 500;
    const double Even = 0.02; // difference of the weekend's share from 2/7 that still counts as none
    const double Clear = 0.1; // below 2/7
    const double Hourly = 0.15; // resultant of the hours: care has a daily rhythm

    public string Id => "no-rhythm";

    public string Title => "No weekly rhythm at all";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in Array.Exists([.. profile.Tables], HasWeeks) ? [] : profile.Tables // where one column has its weeks, nobody moved the dates; some work goes on every day
        from clock in table.Clocks
        where clock.Present >= Fewest && !clock.Column.DaysOnly && clock.Span.Last.Year - clock.Span.First.Year >= 8
            && table.Reading.Column(clock.Column.Name)?.Role is Role.Start or Role.Taken or Role.Recorded
            && Math.Abs(Weekend(clock) - (2.0 / 7)) < Even && Rhythm(clock) >= Hourly && Spread(clock) >= 0.9
        select Draft.Of(
            Id, table.Table, [clock.Column], $"{clock.Column.Name} falls on Saturday or Sunday in {Says.Share(Weekend(clock))} of {Says.Count(clock.Present)} rows, as chance would have it, while its hours have a daily rhythm",
            (clock.Weekdays[0] + clock.Weekdays[6], clock.Present), $"extract(dow from {clock.Column.Value}) IN (0, 6)") with
        { Weight = 0.4 };

    /// <summary>A time that keeps a clear weekly rhythm.</summary>
    static bool HasWeeks(TableProfile table) => table.Clocks.Any(clock => clock.Present >= Fewest && !clock.Column.DaysOnly && (2.0 / 7) - Weekend(clock) >= Clear);

    static double Weekend(ClockProfile clock) => (double)(clock.Weekdays[0] + clock.Weekdays[6]) / clock.Present;

    /// <summary>Smallest weekday against the mean: near 1 when all seven are alike.</summary>
    static double Spread(ClockProfile clock) => clock.Weekdays.Min() / (clock.Present / 7.0);

    static double Rhythm(ClockProfile clock)
    {
        var hours = clock.Hours.Select((rows, hour) => (Angle: 2 * Math.PI * hour / 24, Rows: hour == 0 ? Math.Max(0, rows - clock.Midnight) : rows)).ToList();
        var (x, y) = (hours.Sum(h => h.Rows * Math.Cos(h.Angle)), hours.Sum(h => h.Rows * Math.Sin(h.Angle)));
        return Math.Sqrt((x * x) + (y * y)) / Math.Max(1, hours.Sum(h => h.Rows));
    }
}
