using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms.Values;

namespace Anamnesis.Mechanisms.Text;

/// <summary>One category written in several ways, because it is typed and not chosen.</summary>
sealed class SpellingVariants : IMechanism
{
    const double Habit = 0.05; // share of the rarer spelling among the cells of a word
    const long EnoughCells = 20;
    const double Slip = 0.005;
    const double Told = 0.5; // Cramér's V

    public string Id => "spelling-variants";

    public IReadOnlyList<string> Explains => ["spellings"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var facts = @case.Finding.Facts;
        var letters = @case.Finding.Token == "case";
        var (words, cells, rarer) = (facts.GetValueOrDefault("words"), facts.GetValueOrDefault("cells"), facts.GetValueOrDefault("rarer"));
        var source = letters ? Source.Of(@case) : null;
        return
        [
            Sign.Strong($"the rarer spellings make up {Says.Share(rarer)} of the {cells:N0} cells of their words: a habit, not a slip", rarer, letters && rarer >= Habit && cells >= EnoughCells),
            Sign.Support("the letters are the same, and only capitals, blanks or punctuation differ", words, letters),
            Sign.Support($"{words:0} different words are spelled in a second way", words, letters && words >= 3),
            Sign.Support($"which spelling is used is told by {source?.By ?? "no column"} (strength {source?.V ?? 0:0.00} of 1)", source?.V, source?.V >= Told),
            Sign.Against($"one word, in {Says.Share(rarer)} of its cells: rather a slip", rarer, letters && words <= 1 && rarer < Slip),
            Sign.Against("the words differ in blanks at their ends alone, which programs add", @case.Finding.Share, !letters),
        ];
    }

    /// <summary>Severity is the share of patients whose town is typed in another way than the list has it.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.patients AS patients
        SET city = CASE WHEN draws.u2 < 0.4 THEN upper(patients.city) WHEN draws.u2 < 0.7 THEN lower(patients.city) ELSE patients.city || '.' END
        FROM {setting.Draws("patients")} AS draws
        WHERE draws.row_id = patients.row_id AND draws.u1 < {setting.Severity * 0.6}
        """,
    ];
}
