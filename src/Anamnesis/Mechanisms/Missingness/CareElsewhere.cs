using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>The patient was cared for somewhere else.</summary>
sealed class CareElsewhere : IMechanism
{
    const double More = 1.5;

    public string Id => "care-elsewhere";

    public IReadOnlyList<string> Explains => ["uneven-contact", "deaths-inside"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var home = finding.Facts.TryGetValue("home", out var ratio) ? ratio : (double?)null;
        var sicker = finding.Facts.TryGetValue("sicker", out var ill) ? ill : (double?)null;
        return
        [
            Sign.Strong($"those who live elsewhere have {(home is { } h ? Says.Number(Math.Round(h, 1)) : "no more than 1")} times the rows of those of one place of residence", home, home >= More),
            Sign.Against($"the sicker have {(sicker is { } s ? Says.Number(Math.Round(s, 1)) : "no")} times the rows, wherever they live", sicker, sicker >= More),
            Sign.Against("it is the deaths that are not known, not the care", null, finding.Kind == "deaths-inside"),
        ];
    }

    /// <summary>Who lives far away goes to another hospital: the stay, and all that was done in it, is not here.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        CREATE OR REPLACE TEMP TABLE seen_elsewhere AS SELECT s.stay_id AS gone FROM record.stays AS s JOIN {setting.Draws("stays")} AS d ON d.row_id = s.row_id
        JOIN record.patients AS p ON p.patient_id = s.patient_id WHERE p.city IN ('Görlitz', 'Wałbrzych') AND d.u1 < least(0.9, {1.4 * setting.Severity})
        """,
        .. setting.Tables.Where(table => table.Has("stay_id")).Select(table => (Sql)$"DELETE FROM {Sql.Raw("record." + table.Name)} WHERE stay_id IN (SELECT gone FROM seen_elsewhere)"),
    ];
}
