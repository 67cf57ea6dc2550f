using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The rhythm of every time column, from one count by day and minute.</summary>
static class ClockMeasures
{
    const double CalendarYears = 20;

    internal static IReadOnlyList<ClockProfile> Of(Dataset dataset, TableReading reading) =>
        [.. reading.Columns.Where(column => column.Column.Kind == Kind.Time).Select(column => One(dataset, reading.Table, column.Column)).OfType<ClockProfile>()];

    static ClockProfile? One(Dataset dataset, Table table, Column column)
    {
        var epoch = dataset.Dialect.Epoch(column.Value);
        var days = dataset.Rows(
            $"SELECT CAST(floor({epoch} / 86400) AS BIGINT), count(*) FROM {table.From} WHERE {column.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
            row => (Day: row.CountAt(0), Rows: row.CountAt(1)));
        if (days.Count == 0)
        {
            return null;
        }

        var clock = column.DaysOnly
            ? (IReadOnlyList<(long Minute, long Rows)>)[(0L, days.Sum(day => day.Rows))]
            : dataset.Rows(
                $"SELECT CAST(floor({epoch} / 60) AS BIGINT) - 1440 * CAST(floor({epoch} / 86400) AS BIGINT), count(*) FROM {table.From} WHERE {column.Value} IS NOT NULL GROUP BY 1",
                row => (Minute: row.CountAt(0), Rows: row.CountAt(1)));
        var midnight = column.DaysOnly ? days.Sum(day => day.Rows) : (long)dataset.Number($"SELECT count(*) FROM {table.From} WHERE {epoch} = 86400 * floor({epoch} / 86400)");
        var dated = days.Select(day => (Day: Date(day.Day), day.Rows)).ToList();
        return new ClockProfile
        {
            Column = column,
            Present = days.Sum(day => day.Rows),
            Span = (dated[0].Day, dated[^1].Day),
            Minutes = Fill(60, clock.Select(one => ((int)(one.Minute % 60), one.Rows))),
            Hours = Fill(24, clock.Select(one => ((int)(one.Minute / 60), one.Rows))),
            Weekdays = Fill(7, dated.Select(day => ((int)day.Day.DayOfWeek, day.Rows))),
            Days = Fill(31, dated.Select(day => (day.Day.Day - 1, day.Rows))),
            Months = [.. dated.GroupBy(day => new DateTime(day.Day.Year, day.Day.Month, 1)).Select(group => (group.Key, group.Sum(day => day.Rows)))],
            Calendar = (dated[^1].Day - dated[0].Day).TotalDays < CalendarYears * 365.25 ? dated : [],
            Midnight = midnight,
            NewYear = dated.Where(day => day.Day is { Month: 1, Day: 1 }).Sum(day => day.Rows),
        };
    }

    static DateTime Date(long day)
    {
        const long First = -719_162; // 0001-01-01
        const long Last = 2_932_896; // 9999-12-31
        return DateTime.UnixEpoch.AddDays(Math.Clamp(day, First, Last));
    }

    static long[] Fill(int size, IEnumerable<(int Place, long Rows)> counts)
    {
        var filled = new long[size];
        foreach (var (place, rows) in counts.Where(one => one.Place >= 0 && one.Place < size))
        {
            filled[place] += rows;
        }

        return filled;
    }
}
