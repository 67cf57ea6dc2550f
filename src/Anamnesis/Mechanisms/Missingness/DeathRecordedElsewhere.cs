using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>The hospital does not know that the patient died.</summary>
sealed class DeathRecordedElsewhere : IMechanism
{
    const double Nearly = 0.85;

    public string Id => "death-recorded-elsewhere";

    public IReadOnlyList<string> Explains => ["deaths-inside", "deaths-known-elsewhere", "cross-field"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var inside = finding.Facts.TryGetValue("inside", out var share) ? share : (double?)null;
        var unknown = finding.Facts.TryGetValue("unknown", out var missed) ? missed : (double?)null;
        var death = finding.Kind == "cross-field" && finding.Columns.All(IsOfDeath);
        return
        [
            Sign.Strong($"{(inside is { } i ? Says.Share(i) : "none")} of the known deaths fell into a stay, of which about half do in truth", inside, inside >= Nearly),
            Sign.Strong($"{Says.Share(unknown ?? 0)} of the deaths that another table knows are not known here", unknown, unknown > 0),
            Sign.Support("one column knows of a death and the other does not: they learn of it from different sources", null, death),
            Sign.Against("it is not about deaths", null, finding.Kind == "cross-field" && !death),
        ];
    }

    static bool IsOfDeath(string column) => NameTokens.Of(column) is var name
        && (name.Contains("death", "dead", "died", "deceased", "mort", "zgon", "tod") || name.Has("dth", "dod", "modth", "yrdth", "dadth", "expire", "vital"));

    /// <summary>Who dies at home is not known to be dead.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.patients SET death_date = NULL FROM {setting.Draws("patients")} AS d
        WHERE d.row_id = patients.row_id AND death_date IS NOT NULL AND d.u1 < {1.7 * setting.Severity}
            AND NOT EXISTS (SELECT 1 FROM record.stays AS s WHERE s.patient_id = patients.patient_id AND death_date BETWEEN CAST(s.admitted AS DATE) AND CAST(s.discharged AS DATE))
        """,
    ];
}
