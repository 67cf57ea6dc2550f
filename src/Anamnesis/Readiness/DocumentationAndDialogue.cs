using Anamnesis.Mechanisms;

namespace Anamnesis.Readiness;

/// <summary>Have the people who made the data confirmed what we think?</summary>
sealed class DocumentationAndDialogue : IDimension
{
    const double Settled = 0.95; // a cause more probable than this is not asked about

    static readonly (int Level, double Explained, double Answered)[] Levels = [(3, 0.9, 0.8), (2, 0.6, 0.4)]; // least shares

    public string Id => "documentation-and-dialogue";

    public Gate Assess(Evidence evidence)
    {
        const string dictionary = "definitions of the columns (a data dictionary) lie outside the data";
        var all = evidence.Diagnoses;
        if (all.Count == 0)
        {
            return new Gate(Id, 3, [], "Nothing was found that had to be asked about.", dictionary);
        }

        var explained = all.Count(d => d.Likely is not null);
        var asked = all.Where(d => d.IsSettled || d.Differential.Count == 0 || d.Differential[0].Probability < Settled).ToList();
        var answered = asked.Where(d => d.IsSettled).ToList();
        var share = answered.Count == 0 ? 0 : answered.Sum(Effect) / asked.Sum(Effect); // findings that nobody spoke about are not confirmed, however sure
        var level = Levels.FirstOrDefault(level => explained >= level.Explained * all.Count && share >= level.Answered, (1, 0, 0)).Level;
        return new Gate(
            Id, level == 3 && answered.Count > 0 && answered.Count == asked.Count ? 4 : level, [.. all.Where(d => !d.IsSettled).Take(20).Select(d => d.Finding.Id)],
            $"{explained} of {all.Count} findings have a likely cause; {(asked.Count == 0 ? "nobody has confirmed them" : $"people have answered {answered.Count} of the {asked.Count} that only they can settle")}.", dictionary);
    }

    static double Effect(Diagnosis diagnosis) => 0.1 + Math.Max(diagnosis.Finding.Weight, diagnosis.Finding.Share);
}
