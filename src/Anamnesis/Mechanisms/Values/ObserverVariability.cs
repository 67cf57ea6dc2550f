using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>A judgement by eye: every reader has a level of their own.</summary>
sealed class ObserverVariability : IMechanism
{
    const long EnoughPatients = 10;

    public string Id => "observer-variability";

    public IReadOnlyList<string> Explains => ["differs-by-source"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (person, share, gap) = (facts.GetValueOrDefault("person") == 1, facts.GetValueOrDefault("share"), facts.GetValueOrDefault("gap"));
        var pair = person ? SourceGap.Of(@case) : null;
        return
        [
            Sign.Strong($"who read it accounts for {Says.Share(share)} of the spread, and for {Says.Share(facts.GetValueOrDefault("others"))} in the other numbers", share, person),
            Sign.Support($"the same patients differ likewise between the two readers ({Says.Number(Math.Round(pair?.Paired ?? 0, 1))} of {Says.Number(Math.Round(pair?.Difference ?? 0, 1))}, {pair?.Patients ?? 0} patients)", pair?.Kept, pair is { Kept: >= 0.5 } && pair.Patients >= EnoughPatients),
            Sign.Against($"the same patients do not differ between the two readers ({pair?.Patients ?? 0} patients): the readers see other patients", pair?.Kept, pair is { Kept: < 0.2 } && pair.Patients >= 3 * EnoughPatients),
            Sign.Against("the source is a place or a device, no person", gap, !person),
        ];
    }

    /// <summary>Severity 1 is readers who differ by eight points of ejection fraction from the one in the middle.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.reports AS reports
        SET lvef = greatest(5, least(80, round(reports.lvef + {8 * setting.Severity} * (draws.u1 + 0.5) * CASE right(reports.reader, 1) WHEN '1' THEN 1 WHEN '2' THEN 0 ELSE -1 END)))
        FROM {setting.Draws("reports")} AS draws
        WHERE draws.row_id = reports.row_id
        """,
    ];
}
