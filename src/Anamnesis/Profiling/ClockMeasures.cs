using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The rhythm of every time column: days from all rows, minutes from the sample where the table is large.</summary>
static class ClockMeasures
{
    const double CalendarYears = 20;

    internal static IReadOnlyList<ClockProfile> Of(Dataset dataset, TableReading reading, Sample sample) =>
        [.. reading.Columns.Where(column => column.Column.Kind == Kind.Time).Select(column => One(dataset, reading.Table, sample, column.Column)).OfType<ClockProfile>()];

    static ClockProfile? One(Dataset dataset, Table table, Sample sample, Column column)
    {
        Sql date = column.DaysOnly ? column.Key : $"CAST({column.Value} AS DATE)";
        Sql midnight = column.DaysOnly ? (Sql)$"count(*)" : $"count(*) FILTER (WHERE {column.Value} = CAST(CAST({column.Value} AS DATE) AS TIMESTAMP))";
        var days = dataset.Rows(
            $"""
            SELECT {dataset.Dialect.ToNumber(dataset.Dialect.Epoch($"CAST(day AS TIMESTAMP)"))} / 86400, n, midnight
            FROM (SELECT {date} AS day, count(*) AS n, {midnight} AS midnight FROM {table.From} WHERE {column.Key} IS NOT NULL GROUP BY 1) AS days
            """,
            row => (Day: row.IsDBNull(0) ? double.NaN : row.GetDouble(0), Rows: row.GetInt64(1), Midnight: row.GetInt64(2)))
            .Where(day => double.IsFinite(day.Day)).OrderBy(day => day.Day).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var clock = column.DaysOnly ? [(0, 0, days.Sum(day => day.Rows))] : Minutes(dataset, sample, column);
        var dated = days.GroupBy(day => Date(day.Day)).Select(group => (Day: group.Key, Rows: group.Sum(day => day.Rows))).ToList();
        return new ClockProfile
        {
            Column = column,
            Present = days.Sum(day => day.Rows),
            Span = (dated[0].Day, dated[^1].Day),
            OneIn = column.DaysOnly ? 1 : sample.OneIn,
            Minutes = Fill(60, clock.Select(one => (one.Minute, one.Rows))),
            Hours = Fill(24, clock.Select(one => (one.Hour, one.Rows))),
            Weekdays = Fill(7, dated.Select(day => ((int)day.Day.DayOfWeek, day.Rows))),
            Days = Fill(31, dated.Select(day => (day.Day.Day - 1, day.Rows))),
            Months = [.. dated.GroupBy(day => new DateTime(day.Day.Year, day.Day.Month, 1)).Select(group => (group.Key, group.Sum(day => day.Rows)))],
            Calendar = (dated[^1].Day - dated[0].Day).TotalDays < CalendarYears * 365.25 ? dated : [],
            EveryDay = dated,
            Midnight = days.Sum(day => day.Midnight),
            NewYear = dated.Where(day => day.Day is { Month: 1, Day: 1 }).Sum(day => day.Rows),
        };
    }

    static IReadOnlyList<(int Hour, int Minute, long Rows)> Minutes(Dataset dataset, Sample sample, Column column) => dataset.Rows(
        $"""
        SELECT extract(hour FROM {column.Value}), extract(minute FROM {column.Value}), count(*)
        FROM {sample.From} WHERE {column.Value} IS NOT NULL GROUP BY 1, 2
        """,
        row => ((int)row.CountAt(0), (int)row.CountAt(1), row.CountAt(2) * sample.OneIn));

    static DateTime Date(double day)
    {
        const double First = -719_162; // 0001-01-01
        const double Last = 2_932_896; // 9999-12-31
        return DateTime.UnixEpoch.AddDays(Math.Clamp(Math.Floor(day), First, Last));
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
