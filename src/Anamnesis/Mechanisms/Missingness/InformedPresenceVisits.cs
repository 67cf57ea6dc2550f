using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Sicker people are seen, and recorded, more often.</summary>
sealed class InformedPresenceVisits : IMechanism
{
    const double More = 1.5;
    const double OffHours = 1.5; // odds

    public string Id => "informed-presence-visits";

    public IReadOnlyList<string> Explains => ["uneven-contact", "uneven-patients", "off-hours-sicker"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var sicker = finding.Facts.TryGetValue("sicker", out var ratio) ? ratio : (double?)null;
        var clock = finding.Kind == "uneven-patients" ? (double?)null : Times.ClinicalRhythmSampling.OffHours(@case);
        return
        [
            Sign.Strong($"the sicker have {(sicker is { } s ? Says.Number(Math.Round(s, 1)) : "no more than 1")} times the rows of the others", sicker, sicker >= More),
            Sign.Support($"one patient came back so often as to hold {Says.Share(finding.Share)} of the rows", finding.Share, finding.Kind == "uneven-patients"),
            Sign.Against("it goes with where people live, not with how ill they are", finding.Facts.GetValueOrDefault("home"), finding.Facts.ContainsKey("home")),
            Sign.Against("it goes with the hour of the day", clock, clock >= OffHours),
        ];
    }

    /// <summary>Who is not dangerously ill is examined less often.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        .. ((string[])["labs", "vitals"]).Select(table => (Sql)$"""
            DELETE FROM {Sql.Raw("record." + table)} WHERE stay_id IN (SELECT stay_id FROM record.stays WHERE died = 0 AND icu = 'no')
                AND row_id IN (SELECT row_id FROM {setting.Draws(table)} AS d WHERE d.u1 < least(0.85, {1.4 * setting.Severity}))
            """),
    ];
}
