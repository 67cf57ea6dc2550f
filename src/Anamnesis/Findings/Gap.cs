using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Days without rows although the usual rate makes that impossible.</summary>
sealed class Gap : IFindingKind
{
    const double Impossible = 1e-6; // probability by Poisson
    const double FewestADay = 2; // usual rows a day below which gaps say nothing
    const int FewestDays = 60; // of the calendar
    const double Longer = 3; // times any other silence of the place: a small one has quiet days
    const int MostSites = 12;
    const double FewestAtSite = 30; // expected rows
    const int Week = 7;
    const int Weeks = 4; // on either side
    const double Resumed = 0.3; // of the rows before
    const int MostBeside = 2; // tables

    public string Id => "gap";

    public string Title => "Days without rows";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            if (table.Calendar is { } clock && clock.Calendar.Count >= FewestDays)
            {
                var everywhere = Of(clock.Calendar).Select(gap => Told(table, clock, gap, null)).ToList();
                var told = everywhere.Concat(AtSites(dataset, table, clock, everywhere)).ToList();
                foreach (var finding in told.Count > 0 ? told : Beside(dataset, profile, table, clock))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>Where few come, days without a row are told by another table that goes on with the same stays.</summary>
    static IEnumerable<Finding> Beside(Dataset dataset, Profile profile, TableProfile table, ClockProfile clock)
    {
        bool IsOfStays(TableProfile one) => one.Reading.Of(Role.Stay) is not null && one.Reading.Clock is { } time && one.Reading.Column(time.Name)?.Role == Role.Taken;
        bool IsOfSamePlaces(TableProfile one) => CoarsestPlace.Of(one, MostSites) is { } place && place.Name == CoarsestPlace.Of(table, MostSites)?.Name;
        foreach (var other in profile.Originals.Where(other => other != table && IsOfStays(table) && IsOfStays(other)).OrderByDescending(IsOfSamePlaces).ThenByDescending(other => other.Table.Rows).Take(MostBeside))
        {
            var site = IsOfSamePlaces(other) ? CoarsestPlace.Of(other, MostSites) : null;
            var silent = SilentBeside.Of(dataset, table, other, site);
            if (silent.Count > 0)
            {
                return silent.Select(one => Told(table, clock, (one.From, one.To, one.Expected), one.Site is null ? null : (table.Table.Column(site!.Name)!, one.Site, $"{dataset.Dialect.ToText(table.Table.Column(site.Name)!.Value)} = {one.Site}"))); // a place has a column in both
            }
        }

        return [];
    }

    static Finding Told(TableProfile table, ClockProfile clock, (DateTime From, DateTime To, double Expected) gap, (Column Column, string Name, Sql Is)? site)
    {
        var at = site is var (column, name, _) ? $" at {column.Name} {RecognitionItems.Plain(name)}" : string.Empty;
        Sql here = site is var (_, _, its) ? (Sql)$" AND {its}" : $"";
        return Draft.Of(
            "gap", table.Table, [clock.Column], $"no row from {gap.From:yyyy-MM-dd} to {gap.To:yyyy-MM-dd}{at}, where about {Says.Count((long)gap.Expected)} would be expected",
            ((long)gap.Expected, clock.Present), $"{clock.Column.Value} >= {gap.From} AND {clock.Column.Value} < {gap.To.Plus(days: 1)}{here}") with
        {
            Rows = Around(table.Table, clock.Column, gap.From.Plus(days: -Week), gap.To.Plus(days: 1 + Week), here),
            Where = new Where(Site: site?.Name, From: gap.From, To: gap.To),
            Token = $"{gap.From:yyyy-MM-dd}",
            Estimated = true,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["days"] = (gap.To - gap.From).TotalDays + 1, ["expected"] = gap.Expected },
        };
    }

    /// <summary>Days that one place is silent in while the others are not; where all are it was told already. A place that closed or came later has its own first and last day.</summary>
    static IEnumerable<Finding> AtSites(Dataset dataset, TableProfile table, ClockProfile clock, List<Finding> everywhere)
    {
        var site = CoarsestPlace.Of(table, MostSites);
        if (site is null || clock.Present < FewestADay * clock.Calendar.Count)
        {
            return [];
        }

        var places = dataset.Rows(
            $"SELECT {dataset.Dialect.ToText(site.Value)}, date_trunc('day', {clock.Column.Value}), count(*) FROM {table.ForShares.From} WHERE {site.Value} IS NOT NULL AND {clock.Column.Value} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
            row => (Site: row.TextAt(0)!, Day: row.GetDateTime(1), Rows: row.CountAt(2))) // not null by WHERE
            .GroupBy(day => day.Site, StringComparer.Ordinal);
        return from place in places
               let days = place.Select(day => (day.Day, day.Rows)).ToList()
               where days.Count >= FewestDays
               let silent = days.Zip(days.Skip(1), (one, next) => (next.Day - one.Day).TotalDays - 1).OrderDescending().Take(2).ToList()
               where silent[0] >= Longer * silent[1]
               from gap in Of(days)
               where gap.Expected >= FewestAtSite && (gap.To - gap.From).TotalDays + 1 >= silent[0] && !everywhere.Exists(told => told.Where.From <= gap.To && told.Where.To >= gap.From)
               select Told(table, clock, gap with { Expected = gap.Expected * table.ForShares.OneIn }, (site, place.Key, $"{dataset.Dialect.ToText(site.Value)} = {place.Key}"));
    }

    /// <summary>A gap has no rows to show; the days before and after it have.</summary>
    static Sql Around(Table table, Column clock, DateTime from, DateTime to, Sql here) =>
        $"SELECT date_trunc('day', {clock.Value}) AS on_day, count(*) AS n FROM {table.From} WHERE {clock.Value} >= {from} AND {clock.Value} < {to}{here} GROUP BY 1 ORDER BY 1";

    /// <summary>How much more the rows of a day vary than by Poisson, weekday by weekday: rows of one stay come together. At least 1.</summary>
    static double Clumps(IReadOnlyList<(DateTime Day, long Rows)> calendar)
    {
        var first = calendar[0].Day;
        var daily = new long[(int)(calendar[^1].Day - first).TotalDays + 1];
        foreach (var (day, rows) in calendar)
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

    internal static IEnumerable<(DateTime From, DateTime To, double Expected)> Of(IReadOnlyList<(DateTime Day, long Rows)> days)
    {
        var byDay = days.ToDictionary(day => day.Day, day => day.Rows);
        var clumps = Clumps(days);
        for (var i = 1; i < days.Count; i++)
        {
            var (from, to) = (days[i - 1].Day.Plus(days: 1), days[i].Day.Plus(days: -1));
            if (to < from)
            {
                continue;
            }

            // what the same weekdays held in the eight weeks around
            var expected = 0.0;
            for (var day = from; day <= to; day = day.Plus(days: 1))
            {
                var around = Enumerable.Range(-Weeks, (2 * Weeks) + 1).Where(week => week != 0).Select(week => day.Plus(days: Week * week))
                    .Where(other => (other < from || other > to) && other >= days[0].Day && other <= days[^1].Day).Select(other => byDay.GetValueOrDefault(other)).ToList();
                expected += around.Count < Weeks ? 0 : around.Order().ElementAt(around.Count / 2);
            }

            var length = (to - from).TotalDays + 1;
            if (Math.Exp(-expected / clumps) < Impossible && expected / length >= FewestADay && GoesOn(days, from, to))
            {
                yield return (from, to, expected);
            }
        }
    }

    /// <summary>After a gap rows come as before it, for a week at least; where few follow the table came to its end, and the last stays are still written up.</summary>
    static bool GoesOn(IReadOnlyList<(DateTime Day, long Rows)> days, DateTime from, DateTime to)
    {
        var (before, after) = (Math.Min(Weeks * Week, (from - days[0].Day).TotalDays), Math.Min(Weeks * Week, (days[^1].Day - to).TotalDays));
        double Rows(DateTime first, DateTime last) => days.Where(day => day.Day >= first && day.Day <= last).Sum(day => day.Rows);
        return after >= Week && Rows(to.Plus(days: 1), to.Plus(days: after)) / after >= Resumed * Rows(from.Plus(days: -before), from.Plus(days: -1)) / before;
    }
}
