using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Selection;

/// <summary>They had to live long enough to be in the group.</summary>
sealed class ImmortalAndSurvivorTime : IMechanism
{
    const double Beyond = 10; // outcomes that chance alone would have given

    public string Id => "immortal-and-survivor-time";

    public IReadOnlyList<string> Explains => ["outcome-free-group"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (expected, rate) = (@case.Finding.Facts.GetValueOrDefault("expected"), @case.Finding.Facts.GetValueOrDefault("rate"));
        return
        [
            Sign.Strong($"nobody of the group had the outcome, where {Says.Number(Math.Round(expected))} would by the rate of the others", expected, expected >= Beyond),
            Sign.Support($"the outcome is no rare one ({Says.Share(rate)} of the others)", rate, rate >= 0.05),
        ];
    }

    /// <summary>Who died is not counted to the group: the device was noted at a later visit, which only survivors came to.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET device = 'no', device_type = 'none' FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND died = 1 AND device = 'yes' AND d.u1 < {1.7 * setting.Severity}",
    ];
}
