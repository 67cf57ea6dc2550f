using Anamnesis.Engines;
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
    const double Impossible = 1e-8; // probability
    const double Alone = 2; // times as improbable, as a logarithm, as any other silence of the place: weekends are silent each week
    const long MostRows = 2_000_000;

    /// <summary>The most improbable silence of a table at each place beside another table; empty where both do not go together.</summary>
    internal static IReadOnlyList<SilentBeside> Of(Dataset dataset, TableProfile table, TableProfile other, Column? site)
    {
        if (table == other || table.Calendar is not { Column.DaysOnly: false } clock || other.Calendar is not { Column.DaysOnly: false } their || table.Reading.Of(Role.Stay) is not { } key || other.Reading.Of(Role.Stay) is not { } same || key.Kind != same.Kind
            || Math.Max(table.Table.Rows, other.Table.Rows) > MostRows)
        {
            return [];
        }

        Sql place = site is null ? (Sql)$"'everywhere'" : dataset.Dialect.ToText(site.Value);
        Sql Days(TableProfile of, Column stay, Column time, Sql where) => $"SELECT {stay.Value} AS k, date_trunc('day', {time.Value}) AS d, min({where}) AS place FROM {of.Table.From} WHERE {stay.Value} IS NOT NULL AND {time.Value} IS NOT NULL GROUP BY 1, 2";
        return [.. dataset.Rows(
            $"SELECT o.place, o.d, count(*), count(t.k) FROM ({Days(other, same, their.Column, place)}) AS o LEFT JOIN ({Days(table, key, clock.Column, $"''")}) AS t ON t.k = o.k AND t.d = o.d WHERE o.place IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
            row => (Place: row.TextAt(0)!, Day: row.GetDateTime(1), Beside: row.CountAt(2), Here: row.CountAt(3))) // not null by WHERE
            .GroupBy(day => day.Place, StringComparer.Ordinal)
            .Select(place => Longest(site is null ? null : place.Key, [.. place.Select(day => (day.Day, day.Beside, day.Here))])).OfType<SilentBeside>()];
    }

    static SilentBeside? Longest(string? site, List<(DateTime Day, long Beside, long Here)> days)
    {
        var (all, both) = (days.Sum(day => day.Beside), days.Sum(day => day.Here));
        var rate = Math.Min(0.95, (double)both / Math.Max(1, all));
        if (all < FewestDays || rate < LeastRate)
        {
            return null;
        }

        // stays differ in how often something is done: by how much more than chance the days scatter
        var scatter = Math.Max(1, days.Sum(day => Math.Pow(day.Here - (rate * day.Beside), 2) / (rate * (1 - rate) * day.Beside)) / days.Count);
        var silences = Silences(days).OrderByDescending(one => one.Days).Take(2).ToList();
        if (silences.Count == 0 || (silences.Count == 2 && silences[0].Days < Alone * silences[1].Days) || Math.Pow(1 - rate, silences[0].Days / scatter) > Impossible)
        {
            return null;
        }

        return new SilentBeside(site, silences[0].From, silences[0].To, silences[0].Days, rate * silences[0].Days);
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
