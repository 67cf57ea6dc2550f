using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Times;

/// <summary>Many events carry one round time, because a screen is signed for a whole round.</summary>
sealed class BatchChartingRoundTimes : IMechanism
{
    const double Strong = 0.15; // share of :00 and :30, 3.3 % by chance
    const double Fives = 0.5; // share of multiples of five minutes, 20 % by chance
    const double RoundHours = 0.5; // share of rows in the four busiest hours that are no midnight

    public string Id => "batch-charting-round-times";

    public IReadOnlyList<string> Explains => ["round-times", "date-only", "late-entry"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Clock() is not { } clock)
        {
            return [];
        }

        var timed = Math.Max(1, clock.Present - clock.Midnight);
        var round = (double)Math.Max(0, clock.Minutes[0] + clock.Minutes[30] - clock.Midnight) / timed;
        var fives = (double)Math.Max(0, Enumerable.Range(0, 12).Sum(five => clock.Minutes[5 * five]) - clock.Midnight) / timed;
        var busiest = (double)clock.Hours.Skip(1).OrderDescending().Take(4).Sum() / Math.Max(1, clock.Present);
        var midnight = (double)clock.Midnight / clock.Present;
        return
        [
            Sign.Strong($"{Says.Share(round)} of the times fall on the full or half hour; 3 % by chance", round, round >= Strong && timed >= 100),
            Sign.Support($"{Says.Share(fives)} fall on multiples of five minutes; 20 % by chance", fives, fives >= Fives && timed >= 100),
            Sign.Support($"{Says.Share(busiest)} fall in four hours of the day", busiest, busiest >= RoundHours && timed >= 100),
            Sign.Against("the times are not round", round, @case.Finding.Kind == "late-entry" && round < Strong),
            Sign.Against("the odd ones stand at midnight or on a first day, when nobody signs a round", midnight, @case.Finding.Kind == "date-only"),
            Sign.Against("most stand at midnight, so that the round hours are those of the few others", midnight, @case.Finding.Kind == "date-only" && midnight >= 0.5),
            Sign.Against($"{Says.Share(midnight)} are exactly midnight, and few other hours are round", midnight, midnight >= 0.2 && round < Strong),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.vitals SET taken = date_trunc('day', taken) + to_hours(CAST(floor(extract(hour FROM taken) / 4) * 4 AS BIGINT))
        FROM {setting.Draws("vitals")} AS d WHERE d.row_id = vitals.row_id AND d.u1 < {setting.Severity}
        """,
    ];
}
