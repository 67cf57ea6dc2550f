using Anamnesis.Engines;

namespace Anamnesis.Mechanisms.Signal;

/// <summary>The rhythm defeats the device: in fibrillation a cuff or a finger clip misses the weak beats.</summary>
sealed class RhythmDefeatsDevice : IMechanism
{
    const double Deficit = 8; // beats a minute; mechanisms.md
    const double None = 5;

    public string Id => "rhythm-defeats-device";

    public IReadOnlyList<string> Explains => ["rates-apart"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (irregular, regular) = (@case.Finding.Facts["irregular"], @case.Finding.Facts["regular"]);
        return
        [
            Sign.Strong($"it misses {irregular:0.#} beats a minute where the rhythm is irregular and {regular:0.#} where it is regular", irregular - regular, irregular >= Deficit && irregular - regular >= Deficit),
            Sign.Support($"{@case.Finding.Facts["pairs"]:0} pairs show it", @case.Finding.Facts["pairs"], @case.Finding.Facts["pairs"] >= 30),
            Sign.Against($"it misses {regular:0.#} beats in a regular rhythm, too", regular, regular > None),
        ];
    }

    /// <summary>In patients whose ECG shows fibrillation the automatic devices miss beats: severity is the share of the sets, a fifth to two fifths of the beats.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("ecgs") ? [] :
    [
        $"""
        UPDATE record.vitals AS v SET heart_rate = floor(v.heart_rate * (0.8 - 0.2 * d.u2))
        FROM {setting.Draws("vitals")} AS d
        WHERE d.row_id = v.row_id AND d.u1 < {setting.Severity * 1.5} AND v.patient_id IN (SELECT e.patient_id FROM record.ecgs AS e WHERE e.rhythm = 'atrial fibrillation')
        """,
    ];
}
