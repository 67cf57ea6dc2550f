using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Values are nudged to the comfortable side of a limit at which something is decided.</summary>
sealed class ThresholdHeaping : IMechanism
{
    const double Clear = 2; // times what is to be expected

    public string Id => "threshold-heaping";

    public IReadOnlyList<string> Explains => ["threshold-heap", "spike"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        if (@case.Finding.Kind == "spike")
        {
            var cliff = @case.Variable is { } variable && ThresholdHeap.Seen(variable) is { } seen && @case.Finding.Number is { } value && value <= seen.At && value > seen.At - seen.Width ? seen : null;
            return
            [
                Sign.Strong($"it lies on the comfortable side of {Says.Number(cliff?.At ?? 0)}, and just beyond there are {Says.Number(Math.Round(cliff?.Ratio ?? 0, 1))} times fewer values than one would expect", cliff?.Ratio, cliff is not null),
                Sign.Against("it is not beside a limit at which something is decided", null, cliff is null),
            ];
        }

        var (ratio, elsewhere) = (facts.GetValueOrDefault("ratio"), facts.GetValueOrDefault("elsewhere"));
        return
        [
            Sign.Strong($"there are {Says.Number(Math.Round(ratio, 1))} times more values before the limit than beyond it, against {Says.Number(Math.Round(elsewhere, 1))} at other round numbers", ratio, ratio >= Clear),
            Sign.Support($"there are {Says.Number(Math.Round(ratio, 1))} times more values before the limit than beyond it, against {Says.Number(Math.Round(elsewhere, 1))} at other round numbers", ratio, ratio < Clear),
            Sign.Support($"the values just beyond are missing: {facts.GetValueOrDefault("bad"):0} against {facts.GetValueOrDefault("good"):0}", facts.GetValueOrDefault("bad"), ratio >= 1.5),
        ];
    }

    /// <summary>Severity is the share of pressures just above 140 that are measured again until they are below, and of ejection fractions just above 35 that become 35, where a device is paid for.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.vitals SET sbp = 139 - floor(2 * d.u2) FROM {setting.Draws("vitals")} AS d WHERE d.row_id = vitals.row_id AND sbp BETWEEN 140 AND 143 AND d.u1 < {setting.Severity}",
        $"UPDATE record.reports SET lvef = 35 FROM {setting.Draws("reports")} AS d WHERE d.row_id = reports.row_id AND lvef BETWEEN 36 AND 38 AND d.u1 < {setting.Severity}",
    ];
}
