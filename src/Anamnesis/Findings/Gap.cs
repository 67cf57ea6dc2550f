using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Days without rows although the usual rate makes that impossible.</summary>
sealed class Gap : IFindingKind
{
    const double Impossible = 1e-6; // probability by Poisson
    const double FewestADay = 2; // usual rows a day below which gaps say nothing
    const int FewestDays = 60; // of the calendar
    const int Week = 7;

    public string Id => "gap";

    public string Title => "Days without rows";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        let clock = table.Calendar
        where clock is not null && clock.Calendar.Count >= FewestDays
        from gap in Of(clock)
        select Draft.Of(
            Id, table.Table, [clock.Column], $"no row from {gap.From:yyyy-MM-dd} to {gap.To:yyyy-MM-dd}, where about {Says.Count((long)gap.Expected)} would be expected",
            ((long)gap.Expected, clock.Present), $"{clock.Column.Value} >= {gap.From} AND {clock.Column.Value} < {gap.To.AddDays(1)}") with
        {
            Rows = Around(table.Table, clock.Column, gap.From.AddDays(-Week), gap.To.AddDays(1 + Week)),
            Where = new Where(From: gap.From, To: gap.To),
            Token = $"{gap.From:yyyy-MM-dd}",
            Estimated = true,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["days"] = (gap.To - gap.From).TotalDays + 1, ["expected"] = gap.Expected },
        };

    /// <summary>A gap has no rows to show; the days before and after it have.</summary>
    static Sql Around(Table table, Column clock, DateTime from, DateTime to) =>
        $"SELECT date_trunc('day', {clock.Value}) AS on_day, count(*) AS n FROM {table.From} WHERE {clock.Value} >= {from} AND {clock.Value} < {to} GROUP BY 1 ORDER BY 1";

    /// <summary>How much more the rows of a day vary than by Poisson, weekday by weekday: rows of one stay come together. At least 1.</summary>
    static double Clumps(ClockProfile clock)
    {
        var first = clock.Calendar[0].Day;
        var daily = new long[(int)(clock.Calendar[^1].Day - first).TotalDays + 1];
        foreach (var (day, rows) in clock.Calendar)
        {
            daily[(int)(day - first).TotalDays] = rows;
        }

        var clumps = 1.0;
        for (var weekday = 0; weekday < 7; weekday++)
        {
            var rows = daily.Where((_, i) => i % 7 == weekday).Select(count => (double)count).ToList();
            var mean = rows.Average();
            clumps = mean > 0 ? Math.Max(clumps, rows.Sum(count => (count - mean) * (count - mean)) / rows.Count / mean) : clumps;
        }

        // rows of one stay also follow each other over days
        var weeks = daily.Chunk(7).Where(week => week.Length == 7).Select(week => (double)week.Sum()).ToList();
        var usual = weeks.Count == 0 ? 0 : weeks.Average();
        return usual > 0 ? Math.Max(clumps, weeks.Sum(count => (count - usual) * (count - usual)) / weeks.Count / usual) : clumps;
    }

    internal static IEnumerable<(DateTime From, DateTime To, double Expected)> Of(ClockProfile clock)
    {
        var days = clock.Calendar;
        var byDay = days.ToDictionary(day => day.Day, day => day.Rows);
        var clumps = Clumps(clock);
        for (var i = 1; i < days.Count; i++)
        {
            var (from, to) = (days[i - 1].Day.AddDays(1), days[i].Day.AddDays(-1));
            if (to < from)
            {
                continue;
            }

            // what the same weekdays held in the eight weeks around
            var expected = 0.0;
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                var around = Enumerable.Range(-4, 9).Where(week => week != 0).Select(week => day.AddDays(7 * week))
                    .Where(other => (other < from || other > to) && other >= days[0].Day && other <= days[^1].Day).Select(other => byDay.GetValueOrDefault(other)).ToList();
                expected += around.Count < 4 ? 0 : around.Order().ElementAt(around.Count / 2);
            }

            var length = (to - from).TotalDays + 1;
            if (Math.Exp(-expected / clumps) < Impossible && expected / length >= FewestADay)
            {
                yield return (from, to, expected);
            }
        }
    }
}
