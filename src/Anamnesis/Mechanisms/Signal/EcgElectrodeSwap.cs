using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Signal;

/// <summary>The electrodes of both arms were exchanged: lead I stands on its head, and the axis is mirrored.</summary>
sealed class EcgElectrodeSwap : IMechanism
{
    const double Mostly = 0.5;
    const double Rare = 0.25; // of the ECGs; beyond, the axis is measured roughly

    public string Id => "ecg-electrode-swap";

    public IReadOnlyList<string> Explains => ["turned-axis"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (share, mirrored, turned) = (@case.Finding.Facts["share"], @case.Finding.Facts["mirrored"], @case.Finding.Facts["turned"]);
        return
        [
            Sign.Strong($"in {turned:0} ECGs the axis turns by more than {TurnedAxis.Turned:0}° and is back in the next", turned, turned >= 5 && share < Rare),
            Sign.Strong($"in {Says.Share(mirrored)} of them it is the usual one mirrored, as when both arms are exchanged", mirrored, mirrored >= Mostly),
            Sign.Against($"{Says.Share(share)} of all ECGs turn, more than anybody connects wrongly", share, share >= Rare),
        ];
    }

    /// <summary>Severity × 0.25 of the ECGs are taken with the arms exchanged.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("ecgs") ? [] :
    [
        $"""
        UPDATE record.ecgs AS e SET axis = CASE WHEN 180 - e.axis > 180 THEN -180 - e.axis ELSE 180 - e.axis END
        FROM {setting.Draws("ecgs")} AS d WHERE d.row_id = e.row_id AND d.u1 < {setting.Severity * 0.25}
        """,
    ];
}
