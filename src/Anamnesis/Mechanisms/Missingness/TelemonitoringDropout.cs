using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>The patient stops sending: tired, better, in hospital, or worse.</summary>
sealed class TelemonitoringDropout : IMechanism
{
    const double Decay = 0.1; // of the days, from the first month to the third
    const double Before = 1.3; // times as many days without a value before an admission
    const double AtOnce = 0.5; // of the decrease

    public string Id => "telemonitoring-dropout";

    public IReadOnlyList<string> Explains => ["fading-series"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (early, late) = (@case.Finding.Facts.GetValueOrDefault("early"), @case.Finding.Facts.GetValueOrDefault("late"));
        var silence = SilenceBeforeAdmission(@case);
        var days = @case.Table.Calendar?.Calendar;
        var outage = days is { Count: > 60 } ? days.Zip(days.Skip(1)).Count(pair => (pair.Second.Day - pair.First.Day).TotalDays > 1) : (int?)null;
        return
        [
            Sign.Strong($"the days with a value fall from {Says.Share(early)} in the first month to {Says.Share(late)} in the third", early - late, early - late >= Decay),
            Sign.Support($"in the three days before an admission a value is missing {(silence is { } s ? Says.Number(Math.Round(s, 1)) : "not")} times as often as on other days", silence, silence >= Before),
            Sign.Against($"on {outage ?? 0} occasions nobody sent anything for a day: a line that was down", outage, outage >= AtOnce * days?.Count),
        ];
    }

    /// <summary>How many times as often a day between a patient's first and last value has none, when an admission follows within three days; null without stays.</summary>
    static double? SilenceBeforeAdmission(Case @case)
    {
        var key = @case.Table.Reading.Of(Role.Patient);
        var stays = @case.Profile.Originals.FirstOrDefault(table => table.Table.Name != @case.Finding.Table && table.Reading.Of(Role.Start) is not null && table.Reading.Of(Role.End) is not null && key is not null && table.Table.Column(key.Name)?.Kind == key.Kind);
        if (key is null || stays is null || @case.Table.Calendar is not { } clock)
        {
            return null;
        }

        Sql Day(Sql time) => $"floor({@case.Dialect.Epoch(time)} / 86400)";
        return @case.Dataset.Row<double?>(
            $"""
            WITH days AS (SELECT {key.Value} AS k, {Day(clock.Column.Value)} AS d FROM {@case.Table.Table.From} GROUP BY 1, 2),
            spans AS (SELECT k, min(d) AS f, max(d) AS l, count(*) AS n FROM days GROUP BY k),
            starts AS (SELECT s.k, s.a, p.f, p.l FROM (SELECT DISTINCT {stays.Table.Column(key.Name)!.Value} AS k, {Day(stays.Reading.Of(Role.Start)!.Value)} AS a FROM {stays.Table.From}) AS s JOIN spans AS p ON p.k = s.k WHERE s.a > p.f + 3 AND s.a <= p.l)
            SELECT (SELECT count(*) FROM starts), (SELECT count(*) FROM starts JOIN days ON days.k = starts.k AND days.d >= starts.a - 3 AND days.d < starts.a), (SELECT sum(l - f + 1) FROM spans), (SELECT sum(n) FROM spans)
            """, // all just seen
            row => row.CountAt(0) < 5 || row.NumberAt(2) is not { } span || row.NumberAt(3) is not { } sent || span <= sent ? null
                : (1 - (row.CountAt(1) / (3.0 * row.CountAt(0)))) / (1 - (sent / span)));
    }

    /// <summary>The longer a patient is enrolled the fewer days are sent, and fewest of all before an admission.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("telemonitoring") ? [] :
    [
        $"""
        DELETE FROM record.telemonitoring WHERE row_id IN (
            SELECT t.row_id FROM record.telemonitoring AS t JOIN {setting.Draws("telemonitoring")} AS d ON d.row_id = t.row_id
            JOIN (SELECT patient_id, min(measured) AS first FROM record.telemonitoring GROUP BY patient_id) AS f ON f.patient_id = t.patient_id
            WHERE d.u1 < {setting.Severity} * least(0.9, date_diff('day', f.first, t.measured) / 120.0)
                OR (d.u2 < {setting.Severity} AND EXISTS (SELECT 1 FROM record.stays AS s WHERE s.patient_id = t.patient_id AND s.admitted > t.measured AND s.admitted < t.measured + INTERVAL 4 DAY)))
        """,
    ];
}
