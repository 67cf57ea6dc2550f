using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Times;

/// <summary>The hospital's heartbeat: routine in the morning, everything else when it has to be.</summary>
sealed class ClinicalRhythmSampling : IMechanism
{
    const double Odds = 1.5;
    const double Rhythm = 0.3; // resultant of the hours
    const double Round = 0.5; // share of the times on the full or half hour

    public string Id => "clinical-rhythm-sampling";

    public IReadOnlyList<string> Explains => ["off-hours-sicker", "uneven-contact"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var odds = OffHours(@case);
        var clock = @case.Clock();
        var rhythm = clock is null ? (double?)null : Resultant(clock.Hours);
        var round = clock is null ? (double?)null : (double)(clock.Minutes[0] + clock.Minutes[30]) / Math.Max(1, clock.Minutes.Sum());
        return
        [
            Sign.Strong($"outside the usual hours the odds of a bad end are {Says.Number(Math.Round(odds, 1))} times those within", odds, odds >= Odds),
            Sign.Support($"the day has a rhythm (resultant {(rhythm is { } r ? Says.Number(Math.Round(r, 2)) : "not known")}; 0 for any hour alike)", rhythm, rhythm >= Rhythm),
            Sign.Against("it is the same at any hour", odds, odds < Odds),
            Sign.Against($"{(round is { } m ? Says.Share(m) : "none")} of the times are round: people set the hours", round, round >= Round),
        ];
    }

    /// <summary>The odds of a bad end outside the usual hours, against those within; 1 where they hardly differ.</summary>
    internal static double OffHours(Case @case) => @case.Finding.Facts.TryGetValue("odds", out var odds) ? odds
        : OffHoursSicker.In(@case.Profile, @case.Dataset, @case.Table).Select(finding => finding.Facts["odds"]).DefaultIfEmpty(1).Max();

    static double Resultant(IReadOnlyList<long> hours)
    {
        var (x, y) = (hours.Select((rows, hour) => rows * Math.Cos(2 * Math.PI * hour / 24)).Sum(), hours.Select((rows, hour) => rows * Math.Sin(2 * Math.PI * hour / 24)).Sum());
        return Math.Sqrt((x * x) + (y * y)) / Math.Max(1, hours.Sum());
    }

    /// <summary>After the morning only those are measured about whom somebody worries.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        DELETE FROM record.vitals WHERE extract(hour FROM taken) >= 12 AND stay_id IN (SELECT stay_id FROM record.stays WHERE died = 0 AND icu = 'no')
            AND row_id IN (SELECT row_id FROM {setting.Draws("vitals")} AS d WHERE d.u1 < least(0.95, {1.5 * setting.Severity}))
        """,
    ];
}
