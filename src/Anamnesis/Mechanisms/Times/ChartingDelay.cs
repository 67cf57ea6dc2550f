using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Times;

/// <summary>Written down later than it happened.</summary>
sealed class ChartingDelay : IMechanism
{
    const double Median = 900; // seconds
    const double Skewed = 3; // 95th percentile over the median
    const double Hourly = 0.5; // share of late rows that are a whole number of hours late
    const double Round = 0.15; // share of the times on the full or half hour
    const double Day = 86_400;

    public string Id => "charting-delay";

    public IReadOnlyList<string> Explains => ["late-entry", "time-order", "seasonal-offset"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var late = finding.Kind == "late-entry";
        var (median, p95) = (finding.Facts.GetValueOrDefault("median"), finding.Facts.GetValueOrDefault("p95"));
        var round = late && @case.Clock() is { } clock ? (double)(clock.Minutes[0] + clock.Minutes[30]) / Math.Max(1, clock.Minutes.Sum()) : (double?)null;
        var hours = late ? WholeHours.Share(@case) : null;
        var apart = finding.Kind == "time-order" ? WholeHours.MedianApart(@case) : null;
        return
        [
            Sign.Strong($"what was measured was entered {Says.Number(Math.Round(median / 60))} minutes later in the median", median, late && median > Median),
            Sign.Support($"some wait far longer than others: one in twenty more than {Says.Number(Math.Round(p95 / 3600, 1))} hours", p95, late && p95 >= Skewed * Math.Max(60, median)),
            Sign.Support($"where the part ends after the whole, it does so by {(apart is { } a ? Says.Number(Math.Round(a / 3600, 1)) : "no")} hours in the median: somebody closed it later", apart, apart is > 0 and < Day),
            Sign.Against($"{(hours is { } h ? Says.Share(h) : "none")} of them are late by an hour or two to the minutes of the others: that is a clock", hours, hours >= Hourly),
            Sign.Against($"{(round is { } r ? Says.Share(r) : "none")} of the times are round: many measurements share the time of a round, and the delay is counted from it", round, round >= Round),
            Sign.Against("the two times stand in the wrong order within the row", null, finding.Kind == "time-order" && apart is null),
            Sign.Against($"they are days apart ({(apart is { } d ? Says.Number(Math.Round(d / Day, 1)) : "none")})", apart, apart >= Day),
            Sign.Against("the delay follows the season to the hour", null, finding.Kind == "seasonal-offset"),
        ];
    }

    /// <summary>Vital signs are typed an hour and more after they were taken, sometimes at the end of the shift.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.vitals SET recorded = taken + to_seconds(CAST(1500 - (5400 * ln(1 - (0.99 * d.u2))) AS BIGINT)) FROM {setting.Draws("vitals")} AS d WHERE d.row_id = vitals.row_id AND d.u1 < {setting.Severity}",
    ];
}
