namespace Anamnesis.Engines;

/// <summary>The years 1 to 9999 of the calendar, which engines, programs and this one hold alike. Other years, and times without end, are what programs write for no date.</summary>
static class Calendar
{
    /// <summary>True for a time or day within, NULL for NULL. A day is not made a time first: engines hold days that are no times to them.</summary>
    internal static Sql Holds(Sql time) => $"({time} >= CAST('0001-01-01' AS DATE) AND {time} < CAST('10000-01-01' AS DATE))";

    /// <summary>Whether an engine wrote a time of these years: four digits and no era.</summary>
    internal static bool Writes(string time) => time.Length > 4 && time[4] == '-' && char.IsAsciiDigit(time[0]) && !time.Contains("BC", StringComparison.Ordinal);

    /// <summary>The time where the calendar holds it, else NULL.</summary>
    internal static Sql Within(Sql time) => $"CASE WHEN {Holds(time)} THEN {time} END";

    /// <summary>A time before or after that many days, months and years; the first or last day of the calendar where that would lie outside of it.</summary>
    internal static DateTime Plus(this DateTime time, double days = 0, int months = 0, int years = 0)
    {
        try
        {
            return (months == 0 && years == 0 ? time : time.AddMonths(months + (12 * years))).AddDays(days);
        }
        catch (ArgumentOutOfRangeException)
        {
            return days + months + years < 0 ? DateTime.MinValue : DateTime.MaxValue.Date;
        }
    }
}
