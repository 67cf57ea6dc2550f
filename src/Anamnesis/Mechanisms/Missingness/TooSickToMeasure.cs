using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Too ill, too fast or too late to be measured.</summary>
sealed class TooSickToMeasure : IMechanism
{
    const double Twice = 2; // odds of missing, sicker against less sick

    /// <summary>Variables that take time and the patient's help.</summary>
    static readonly HashSet<string> AskOfThePatient = new(StringComparer.Ordinal) { "weight", "height", "bmi", "nyha", "six_mwd", "peak_vo2", "lvef", "lvedd", "lavi", "tapse" };

    public string Id => "too-sick-to-measure";

    public IReadOnlyList<string> Explains => ["missing-in-sicker", "missing", "co-missing", "missing-at-site"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var told = @case.Finding.Kind == "missing-in-sicker";
        var odds = facts.TryGetValue("odds", out var ratio) ? ratio : SelectiveOrderingBySeverity.Severity(@case);
        var there = @case.Finding.Kind == "missing-at-site"; // the last column is the place
        var effort = @case.Finding.Columns.Count > 0 && @case.Finding.Columns.SkipLast(there ? 1 : 0).All(name => NeedsThePatient(name) || (@case.Table.Reading.Column(name) is { Variable: { } id, VariableConfidence: >= 0.6 } && AskOfThePatient.Contains(id)));
        var late = told && @case.Table.Reading.Of(Role.End) is { } end && @case.Finding.Columns.Contains(end.Name);
        return
        [
            Sign.Strong($"empty in {Says.Share(facts.GetValueOrDefault("ill"))} of the sicker and in {Says.Share(facts.GetValueOrDefault("well"))} of the others (odds {(odds is { } o ? Says.Number(Math.Round(o, 1)) : "not known")} times)", odds, told && odds >= Twice),
            Sign.Support($"the sicker miss it more (odds {(odds is { } m ? Says.Number(Math.Round(m, 1)) : "not known")} times those of the less sick)", odds, !told && odds >= Twice && !(there && effort)),
            Sign.Strong($"the sicker miss it more, at this place and elsewhere (odds {(odds is { } p ? Says.Number(Math.Round(p, 1)) : "not known")} times), and it asks something of them", odds, there && effort && odds >= Twice),
            Sign.Support("the patient has to stand, walk, breathe, answer or wait for it", null, effort),
            Sign.Against("the less sick miss it more, not the sicker", odds, odds <= 1 / Twice),
            Sign.Against("nothing shows that the sicker miss it more", odds, !told && !(odds >= Twice)),
            Sign.Against("it is the end of a span, which nobody measures", null, late),
        ];
    }

    /// <summary>A measurement that a patient in shock, on a ventilator or dying cannot give, or does not live to have.</summary>
    static bool NeedsThePatient(string column) => NameTokens.Of(column) is var name
        && (name.Has("weight", "height", "bmi", "walk", "kccq", "qol", "eq5d", "sf36", "spirometry", "fev1", "fvc", "exercise", "stress", "oldpeak", "meal", "diet", "smoking", "smoker", "nyha", "masa", "wzrost", "gewicht", "groesse", "history", "questionnaire", "grip", "gait",
                "lvef", "echo", "mri", "biopsy")
            || name.Contains("6mwd", "sixminute", "thalach", "exang", "spiro", "walktest", "treadmill"));

    /// <summary>Those who die, or lie on intensive care, have no echo.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.stays SET lvef = NULL FROM {setting.Draws("stays")} AS d
        WHERE d.row_id = stays.row_id AND d.u1 < least(0.95, {setting.Severity} * CASE WHEN died = 1 OR icu = 'yes' THEN 1.4 ELSE 0.1 END)
        """,
    ];
}
