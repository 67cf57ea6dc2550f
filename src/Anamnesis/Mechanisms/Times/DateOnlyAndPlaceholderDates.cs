using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Times;

/// <summary>Only the date is real, or not even that.</summary>
sealed class DateOnlyAndPlaceholderDates : IMechanism
{
    const double Partly = 0.2; // share of midnights
    const double FirstOfMonth = 0.1; // 3.3 % by chance
    const double FirstOfYear = 0.02; // 0.27 % by chance

    public string Id => "date-only-and-placeholder-dates";

    public IReadOnlyList<string> Explains => ["date-only", "round-times", "time-order", "impossible-date", "no-rhythm", "type-mix"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Finding.Kind == "type-mix")
        {
            var (incomplete, outside) = (@case.Finding.Facts.GetValueOrDefault("dates"), @case.Finding.Facts.GetValueOrDefault("outside"));
            return
            [
                Sign.Strong($"{Says.Share(incomplete)} of the texts are dates without day or month: nobody knew more", incomplete, incomplete >= 0.2),
                Sign.Strong($"{Says.Share(outside)} of the texts are times without end or outside of the years 1 to 9999, which programs write for no date", outside, outside >= 0.2),
                Sign.Against("no text is part of a date", incomplete, incomplete + outside == 0),
            ];
        }

        if (@case.Clock() is not { } clock)
        {
            return [];
        }

        var midnight = clock.Column.DaysOnly ? 0 : (double)clock.Midnight / clock.Present;
        var first = (double)clock.Days[0] / clock.Present;
        var year = (double)clock.NewYear / clock.Present;
        var token = @case.Finding.Token;
        var order = @case.Finding.Kind == "time-order" && @case.Lag() is { } lag ? (double)lag.WholeDays / Math.Max(1, lag.Negative) : (double?)null;
        var nothing = Nothing(@case);
        var oneIsDay = @case.Finding.Kind == "time-order" && @case.Table.Clocks.Any(c => @case.Finding.Columns.Contains(c.Column.Name) && (c.Column.DaysOnly || c.Midnight > 0.9 * c.Present));
        return
        [
            Sign.Strong($"{Says.Share(midnight)} of the times are exactly midnight; 0.07 % by chance", midnight, midnight >= Partly && @case.Finding.Kind is not ("time-order" or "impossible-date")),
            Sign.Strong($"{Says.Share(first)} are the first of a month; 3 % by chance", first, first >= FirstOfMonth && token == "first day"),
            Sign.Strong($"{Says.Share(year)} are 1 January; 0.3 % by chance", year, year >= FirstOfYear && token == "first day"),
            Sign.Strong("the date is one that programs and clerks write for nothing", null, @case.Finding.Kind == "impossible-date" && token is { Length: 10 }),
            Sign.Strong($"in {(nothing is { } some ? Says.Share(some) : "none")} of them one time is a date that programs write for nothing", nothing, nothing >= 0.9),
            Sign.Strong("one of the two times is a day without a time of day, and they are less than a day apart", null, oneIsDay && @case.Lag() is { Median: < 86_400 and > -86_400 }),
            Sign.Against($"{(order is { } share ? Says.Share(share) : "some")} of the wrong orders are whole days apart", order, order is < 0.5),
        ];
    }

    /// <summary>Share of the rows in the wrong order in which one of the times is a usual placeholder; null for other findings.</summary>
    internal static double? Nothing(Case @case)
    {
        if (@case.Finding.Kind != "time-order" || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var days = Sql.Join(", ", ImpossibleDate.Placeholders.Select(day => (Sql)$"{day}"));
        var either = Sql.Join(" OR ", @case.Finding.Columns.Select(name => @case.Table.Table.Column(name)).OfType<Column>().Where(column => column.Kind == Kind.Time).Select(column => (Sql)$"date_trunc('day', {column.Value}) IN ({days})"));
        return @case.Dataset.Number($"SELECT avg(CASE WHEN {either} THEN 1.0 ELSE 0.0 END) FROM {@case.Table.Table.From} WHERE {condition}");
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.reports SET done = date_trunc('day', done) FROM {setting.Draws("reports")} AS d WHERE d.row_id = reports.row_id AND d.u1 < {setting.Severity}",
    ];
}
