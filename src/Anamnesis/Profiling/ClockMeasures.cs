using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The rhythm of every time column: days from all rows, minutes from the sample where the table is large.</summary>
static class ClockMeasures
{
    const double CalendarYears = 20;
    const double First = -719_162; // 0001-01-01, in days since 1970
    const double Last = 2_932_896; // 9999-12-31

    internal static IReadOnlyList<ClockProfile> Of(Dataset dataset, TableReading reading, Sample sample) =>
        [.. reading.Columns.Where(column => column.Column.Kind == Kind.Time).Select(column => One(dataset, reading.Table, sample, column.Column)).OfType<ClockProfile>()];

    static ClockProfile? One(Dataset dataset, Table table, Sample sample, Column column)
    {
        var (dated, midnight, outside) = Days(dataset, table, column);
        if (dated.Count == 0)
        {
            return null;
        }

        var present = dated.Sum(day => day.Rows);
        var clock = column.DaysOnly ? [(0, 0, present)] : Minutes(dataset, sample, column);
        var (weekdays, days, newYear) = (new long[7], new long[31], 0L);
        var months = new List<(DateTime Month, long Rows)>();
        foreach (var (day, rows) in dated)
        {
            var (year, month, number) = System.DateOnly.FromDateTime(day);
            weekdays[(int)day.DayOfWeek] += rows;
            days[number - 1] += rows;
            newYear += (month, number) == (1, 1) ? rows : 0;
            Add(months, new DateTime(year, month, 1), rows);
        }

        return new ClockProfile
        {
            Column = column,
            Present = present,
            Span = (dated[0].Day, dated[^1].Day),
            OneIn = column.DaysOnly ? 1 : sample.OneIn,
            Minutes = Fill(60, clock.Select(one => (one.Minute, one.Rows))),
            Hours = Fill(24, clock.Select(one => (one.Hour, one.Rows))),
            Weekdays = weekdays,
            Days = days,
            Months = months,
            Calendar = (dated[^1].Day - dated[0].Day).TotalDays < CalendarYears * 365.25 ? dated : [],
            EveryDay = dated,
            Midnight = midnight,
            NewYear = newYear,
            IsOutOfRange = outside,
        };
    }

    /// <summary>Rows by day, ascending, how many of all hold midnight, and whether some hold what is no day. A column of births has tens of thousands of days: they are walked through once.</summary>
    static (List<(DateTime Day, long Rows)> Dated, long Midnight, bool Outside) Days(Dataset dataset, Table table, Column column)
    {
        Sql date = column.DaysOnly ? column.Key : $"CAST({column.Value} AS DATE)";
        Sql atMidnight = column.DaysOnly ? (Sql)$"count(*)" : $"count(*) FILTER (WHERE {column.Value} = CAST(CAST({column.Value} AS DATE) AS TIMESTAMP))";
        using var counts = new RentedList<DayCount>();
        var (midnight, outside) = (0L, false);
        dataset.Each(
            $"""
            SELECT {dataset.Dialect.ToNumber(dataset.Dialect.Epoch($"CAST(day AS TIMESTAMP)"))} / 86400, n, midnight
            FROM (SELECT {date} AS day, count(*) AS n, {atMidnight} AS midnight FROM {table.From} WHERE {column.Key} IS NOT NULL GROUP BY 1) AS days
            """,
            row =>
            {
                if (!row.IsDBNull(0) && Math.Floor(row.GetDouble(0)) is >= First and <= Last and var day)
                {
                    counts.Add(new DayCount(DateTime.UnixEpoch.AddDays(day), row.GetInt64(1)));
                    midnight += row.GetInt64(2);
                }
                else
                {
                    outside = true;
                }
            });
        counts.Items.Sort((one, other) => one.Day.CompareTo(other.Day));
        var dated = new List<(DateTime Day, long Rows)>(counts.Count);
        foreach (var (day, rows) in counts.Items)
        {
            Add(dated, day, rows);
        }

        return (dated, midnight, outside);
    }

    /// <summary>Adds rows to the last day or month, or begins the next.</summary>
    static void Add(List<(DateTime Start, long Rows)> ascending, DateTime start, long rows)
    {
        if (ascending.Count > 0 && ascending[^1].Start == start)
        {
            ascending[^1] = (start, ascending[^1].Rows + rows);
        }
        else
        {
            ascending.Add((start, rows));
        }
    }

    static IReadOnlyList<(int Hour, int Minute, long Rows)> Minutes(Dataset dataset, Sample sample, Column column) => dataset.Rows(
        $"""
        SELECT extract(hour FROM {column.Value}), extract(minute FROM {column.Value}), count(*)
        FROM {sample.From} WHERE {column.Value} IS NOT NULL GROUP BY 1, 2
        """,
        row => ((int)row.CountAt(0), (int)row.CountAt(1), row.CountAt(2) * sample.OneIn));

    static long[] Fill(int size, IEnumerable<(int Place, long Rows)> counts)
    {
        var filled = new long[size];
        foreach (var (place, rows) in counts.Where(one => one.Place >= 0 && one.Place < size))
        {
            filled[place] += rows;
        }

        return filled;
    }

    /// <summary>How many rows a day has.</summary>
    readonly record struct DayCount(DateTime Day, long Rows);
}
