using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Text;

/// <summary>Mentioned but denied, or about the mother: a search for words took it for a disease of the patient.</summary>
sealed class NegationAndExperiencer : IMechanism
{
    const double Often = 0.1; // of the coded rows
    const double Mostly = 0.8; // of the denied ones by one source

    public string Id => "negation-and-experiencer";

    public IReadOnlyList<string> Explains => ["denied-in-text"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var share = @case.Finding.Share;
        var coder = @case.Concentration(@case.Table.Reading.Of(Role.User));
        return
        [
            Sign.Strong($"in {Says.Share(share)} of the coded rows the texts only deny it or tell it of a relative", share, share >= Often),
            Sign.Support($"in {Says.Share(share)} of the coded rows the texts only deny it or tell it of a relative", share, share < Often),
            Sign.Strong($"{coder?.Largest ?? 0:P0} of these come from one source that gives {coder?.Elsewhere ?? 0:P0} of all codes", coder?.Largest, coder is var (largest, all) && largest >= Mostly && all < 0.5 * largest),
        ];
    }

    /// <summary>Severity is the share, six in ten at most, of the letters that deny diabetes or tell it of the mother from which a search for the word makes a diagnosis.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) => !setting.Has("diagnoses") || !setting.Has("notes") ? [] :
    [
        $"""
        INSERT INTO record.diagnoses (row_id, stay_id, visit_id, patient_id, site, code, edition, position, kind, certainty, coder, coded)
        SELECT notes.row_id + 3000000000000000, notes.stay_id, NULL, notes.patient_id, notes.site, 'E11.9', 'ICD-10', 13, 'secondary', 'certain', 'text-search', notes.signed
        FROM record.notes AS notes JOIN {setting.Draws("notes")} AS draws ON draws.row_id = notes.row_id
        WHERE notes.kind = 'discharge letter' AND draws.u1 < {setting.Severity * 0.6}
            AND (position('no DM' IN notes.note_text) > 0 OR position('cukrzycy brak' IN notes.note_text) > 0)
        """,
    ];
}
