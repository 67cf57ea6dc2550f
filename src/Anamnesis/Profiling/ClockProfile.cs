using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The rhythm of a time column.</summary>
public sealed record ClockProfile
{
    /// <summary>The first year of the far future.</summary>
    internal const int Future = 2100;

    /// <summary>The first year after the far past.</summary>
    internal const int Earliest = 1800;

    /// <summary>The column.</summary>
    public required Column Column { get; init; }

    /// <summary>Rows with a time.</summary>
    public required long Present { get; init; }

    /// <summary>The first and the last time.</summary>
    public required (DateTime First, DateTime Last) Span { get; init; }

    /// <summary><see cref="Minutes"/> and <see cref="Hours"/> are estimated from one in so many patients; 1 when every row was read.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>Rows by minute of the hour, 60 numbers.</summary>
    public required IReadOnlyList<long> Minutes { get; init; }

    /// <summary>Rows by hour of the day, 24 numbers.</summary>
    public required IReadOnlyList<long> Hours { get; init; }

    /// <summary>Rows by weekday, 7 numbers from Sunday.</summary>
    public required IReadOnlyList<long> Weekdays { get; init; }

    /// <summary>Rows by day of the month, 31 numbers.</summary>
    public required IReadOnlyList<long> Days { get; init; }

    /// <summary>Rows by calendar month, ascending.</summary>
    public required IReadOnlyList<(DateTime Month, long Rows)> Months { get; init; }

    /// <summary>Rows by calendar day where the span is below 20 years; empty otherwise.</summary>
    public IReadOnlyList<(DateTime Day, long Rows)> Calendar { get; init; } = [];

    /// <summary>Some rows hold a time outside of the calendar, which neither the source told nor the first rows showed; they are not among <see cref="Present"/>.</summary>
    internal bool IsOutOfRange { get; init; }

    /// <summary>Rows by calendar day, whatever the span.</summary>
    internal IReadOnlyList<(DateTime Day, long Rows)> EveryDay { get; init; } = [];

    /// <summary>Rows at exactly 00:00:00.</summary>
    public required long Midnight { get; init; }

    /// <summary>Share of the times that lie in years from 2100 on, where no extract reaches unless its dates were moved; 9999 and the like are placeholders.</summary>
    internal double FarFuture => Share(year => year is >= Future and < 9000);

    /// <summary>Share of the times that lie in years before 1800, where no one lived of whom an extract tells, unless its dates were moved.</summary>
    internal double FarPast => Share(year => year < Earliest);

    /// <summary>Rows on 1 January.</summary>
    public required long NewYear { get; init; }

    double Share(Func<int, bool> years) => Present == 0 ? 0 : (double)Months.Where(month => years(month.Month.Year)).Sum(month => month.Rows) / Present;
}
