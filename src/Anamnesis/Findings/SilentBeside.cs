using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Days in which a table has nothing of the stays of which another table of the same days has something: few come, so that a calendar alone says nothing.</summary>
/// <param name="Site">The place, or null where the table names none.</param>
/// <param name="From">First silent day.</param>
/// <param name="To">Last silent day.</param>
/// <param name="Days">Days of stays that the other table has in this time.</param>
/// <param name="Expected">Of these, how many have something in the table elsewhere.</param>
sealed record SilentBeside(string? Site, DateTime From, DateTime To, long Days, double Expected)
{
    const double LeastRate = 0.5; // of the days of stays: the two tables go together
    const long FewestDays = 300; // of stays
    const double Impossible = 1e-6; // probability that chance makes any silence of the calendar so long
    const double Alone = 2; // times as long as any other silence of the place, in days of stays: weekends are silent each week
    const long MostRows = 2_000_000;

    /// <summary>The most improbable silence of a table beside another table, and where there is none that of each place; empty where both do not go together.</summary>
    internal static IReadOnlyList<SilentBeside> Of(Dataset dataset, TableProfile table, TableProfile other, Column? site)
    {
        if (table == other || table.Calendar is not { Column.DaysOnly: false } clock || other.Calendar is not { Column.DaysOnly: false } their || table.Reading.Of(Role.Stay) is not { } key || other.Reading.Of(Role.Stay) is not { } same || key.Kind != same.Kind
            || Math.Max(table.Table.Rows, other.Table.Rows) > MostRows)
        {
            return [];
        }

        Sql place = site is null ? (Sql)$"CAST(NULL AS VARCHAR)" : dataset.Dialect.ToText(site.Value);
        Sql Days(TableProfile of, Column stay, Column time, Sql where) => $"SELECT {stay.Value} AS k, date_trunc('day', {time.Value}) AS d, min({where}) AS place FROM {of.Table.From} WHERE {stay.Value} IS NOT NULL AND {time.Value} IS NOT NULL GROUP BY 1, 2";
        Sql both = $"SELECT o.place, o.k, o.d, CASE WHEN t.k IS NULL THEN 0 ELSE 1 END AS here FROM ({Days(other, same, their.Column, place)}) AS o LEFT JOIN ({Days(table, key, clock.Column, $"''")}) AS t ON t.k = o.k AND t.d = o.d";
        var days = dataset.Rows($"SELECT place, d, count(*), sum(here) FROM ({both}) AS b GROUP BY 1, 2 ORDER BY 1, 2", row => (Place: row.TextAt(0), Day: row.GetDateTime(1), Beside: row.CountAt(2), Here: row.CountAt(3)));
        var everywhere = days.GroupBy(day => day.Day).OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(one => one.Beside), day.Sum(one => one.Here))).ToList();
        return Of([(null, everywhere)]) is { Count: > 0 } silent ? silent
            : Of([.. days.Where(day => day.Place is not null).GroupBy(day => day.Place, StringComparer.Ordinal).Select(one => (one.Key, one.Select(day => (day.Day, day.Beside, day.Here)).ToList()))]);

        IReadOnlyList<SilentBeside> Of(IReadOnlyList<(string? Place, List<(DateTime Day, long Beside, long Here)> Days)> places) =>
            [.. from here in places
                let silent = Longest(here.Place, here.Days)
                where silent is not null && IsBeyondChance(Stays(dataset, both, here.Place, silent), Scatter(here.Days), places.Sum(one => (long)one.Days.Count))
                select silent];
    }

    static SilentBeside? Longest(string? site, List<(DateTime Day, long Beside, long Here)> days)
    {
        var (all, both) = (days.Sum(day => day.Beside), days.Sum(day => day.Here));
        var rate = (double)both / Math.Max(1, all);
        var silences = all < FewestDays || rate < LeastRate ? [] : Silences(days).OrderByDescending(one => one.Days).Take(2).ToList();
        return silences.Count == 0 || (silences.Count == 2 && silences[0].Days < Alone * silences[1].Days) || Math.Pow(1 - Math.Min(0.95, rate), silences[0].Days) > Impossible
            ? null
            : new SilentBeside(site, silences[0].From, silences[0].To, silences[0].Days, rate * silences[0].Days);
    }

    /// <summary>By how much more than chance the days scatter, at least 1: on some days little is done of anybody.</summary>
    static double Scatter(List<(DateTime Day, long Beside, long Here)> days)
    {
        var rate = Math.Min(0.95, (double)days.Sum(day => day.Here) / days.Sum(day => day.Beside));
        return Math.Max(1, days.Sum(day => Math.Pow(day.Here - (rate * day.Beside), 2) / (rate * (1 - rate) * day.Beside)) / days.Count);
    }

    /// <summary>Stays of a place: days out of the silence, how many of them have something, and days within it.</summary>
    static IReadOnlyList<(long Out, long Here, long Within, long Stays)> Stays(Dataset dataset, Sql both, string? place, SilentBeside silent)
    {
        Sql silence = $"d >= {silent.From} AND d <= {silent.To}";
        return [.. dataset.Rows(
            $"""
            SELECT apart, here, inside, count(*) FROM (SELECT count(*) - count(CASE WHEN {silence} THEN 1 END) AS apart, sum(here) AS here, count(CASE WHEN {silence} THEN 1 END) AS inside FROM ({both}) AS b WHERE {(place is null ? (Sql)$"TRUE" : $"place = {place}")} GROUP BY k) AS s
            GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
            """,
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3)))];
    }

    /// <summary>Stays differ in whether anything is done in them, so that twenty silent days of one stay are no twenty wonders: a stay is silent as often as stays like it are.</summary>
    static bool IsBeyondChance(IReadOnlyList<(long Out, long Here, long Within, long Stays)> stays, double scatter, long tried)
    {
        var rates = BetaBinomial.Of(stays.Select(one => (one.Out, one.Here, one.Stays)));
        var silence = stays.Where(one => one.Within > 0).Sum(one => one.Stays * rates.LogNone(one.Within));
        return (silence / scatter) + Math.Log(tried) < Math.Log(Impossible);
    }

    static IEnumerable<(DateTime From, DateTime To, long Days)> Silences(List<(DateTime Day, long Beside, long Here)> days)
    {
        for (var i = 0; i < days.Count; i++)
        {
            var first = i;
            while (i < days.Count && days[i].Here == 0)
            {
                i++;
            }

            if (i > first && first > 0 && i < days.Count)
            {
                yield return (days[first].Day, days[i - 1].Day, days[first..i].Sum(day => day.Beside));
            }
        }
    }
}
