using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>One name for a number that is measured in different situations: another device, place or posture.</summary>
sealed class MeasurementContextMixture : IMechanism
{
    const long EnoughPatients = 10;

    public string Id => "measurement-context-mixture";

    public IReadOnlyList<string> Explains => ["differs-by-source"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var (person, share) = (facts.GetValueOrDefault("person") == 1, facts.GetValueOrDefault("share"));
        var house = facts.GetValueOrDefault("house") == 1;
        var pair = person ? null : SourceGap.Of(@case);
        return
        [
            Sign.Strong($"how or where it was measured accounts for {Says.Share(share)} of the spread, and for {Says.Share(facts.GetValueOrDefault("others"))} in the other numbers", share, !person && !house),
            Sign.Against("it differs by hospital: its patients and its treatment may be others, too", share, house && !(pair is { Kept: >= 0.5 } && pair.Patients >= EnoughPatients)),
            Sign.Support($"the same patients differ likewise ({Says.Number(Math.Round(pair?.Paired ?? 0, 2))} of {Says.Number(Math.Round(pair?.Difference ?? 0, 2))}, {pair?.Patients ?? 0} patients)", pair?.Kept, pair is { Kept: >= 0.5 } && pair.Patients >= EnoughPatients),
            Sign.Against($"the same patients do not differ ({pair?.Patients ?? 0} patients): others are measured there", pair?.Kept, pair is { Kept: < 0.2 } && pair.Patients >= 3 * EnoughPatients),
            Sign.Against("it differs by person, not by device or place", share, person),
        ];
    }

    /// <summary>Severity is the share of temperatures that two wards take in the armpit, six tenths of a degree lower than in the ear.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.vitals AS vitals SET temperature = round(vitals.temperature - 0.4 - 0.4 * draws.u2, 1)
        FROM {setting.Draws("vitals")} AS draws
        WHERE draws.row_id = vitals.row_id AND vitals.ward IN ('N-internal', 'S-internal') AND draws.u1 < {setting.Severity}
        """,
    ];
}
