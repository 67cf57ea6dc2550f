using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Times;

/// <summary>Daylight saving, UTC and device clocks that nobody sets.</summary>
sealed class ClockChangeAndTimezone : IMechanism
{
    const double Hour = 3600;
    const double Slack = 360;
    const double Hourly = 0.5; // of the late rows
    const double Seasonal = 0.9; // of the rows in the wrong order
    const int Few = 20;

    public string Id => "clock-change-and-timezone";

    public IReadOnlyList<string> Explains => ["seasonal-offset", "late-entry", "time-order"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var difference = finding.Facts.TryGetValue("difference", out var apart) ? apart : (double?)null;
        var hours = finding.Kind == "late-entry" ? WholeHours.Share(@case) : null;
        var summer = finding.Kind is "time-order" or "late-entry" ? InSummer(@case) : null;
        return
        [
            Sign.Strong($"the two clocks differ by {(difference is { } d ? Says.Number(Math.Round(Math.Abs(d) / 60)) : "no")} minutes more in one half of the year", difference, difference is { } shift && Math.Abs(Math.Abs(shift) - Hour) <= Slack),
            Sign.Strong($"{(hours is { } h ? Says.Share(h) : "none")} of the late ones are late by an hour or two to the minutes of the others", hours, hours >= Hourly),
            Sign.Support($"{(summer is { } s ? Says.Share(s) : "none")} of them lie in one half of the year", summer, finding.Count >= Few && summer is >= Seasonal or <= 1 - Seasonal),
            Sign.Against($"they lie in both halves of the year ({(summer is { } t ? Says.Share(t) : "not known")} in summer)", summer, finding.Kind is "time-order" && !(summer is >= Seasonal or <= 1 - Seasonal)),
            Sign.Against($"the delays are no whole hours ({(hours is { } no ? Says.Share(no) : "none")})", hours, finding.Kind == "late-entry" && !(hours >= Hourly)),
        ];
    }

    /// <summary>Share of the finding's rows in the months of summer time; null when its rows cannot be told.</summary>
    static double? InSummer(Case @case) => @case.Finding.Condition is not { } condition || @case.Table.Table.Column(@case.Finding.Columns[0]) is not { Kind: Kind.Time } time ? null
        : @case.Dataset.Row<double?>(
            $"SELECT avg(CASE WHEN extract(month from {time.Value}) BETWEEN 4 AND 10 THEN 1.0 ELSE 0.0 END) FROM {@case.Table.Table.From} WHERE {condition}", row => row.NumberAt(0));

    /// <summary>Some devices stay on winter time.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.vitals SET taken = taken - INTERVAL 1 HOUR FROM {setting.Draws("vitals")} AS d
        WHERE d.row_id = vitals.row_id AND d.u1 < least(1, {1.6 * setting.Severity}) AND extract(month FROM taken) BETWEEN 4 AND 10
        """,
    ];
}
