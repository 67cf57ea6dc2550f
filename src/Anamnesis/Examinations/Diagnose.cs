using Anamnesis.Findings;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Questions;

namespace Anamnesis.Examinations;

/// <summary>From ranked causes to a diagnosis.</summary>
static class Diagnose
{
    internal static Diagnosis From(Finding finding, IReadOnlyList<Candidate> differential, IReadOnlyList<Answer> said)
    {
        var diagnosis = new Diagnosis
        {
            Finding = finding,
            Differential = differential,
            Verdict = Verdict.Unclear,
            Answers = [.. said.OrderByDescending(answer => answer.Date).Select(Sentence)],
        };
        return diagnosis.Likely is { } likely
            ? diagnosis with { Verdict = likely.Verdict, Absence = Pages.Find(likely.Mechanism)?.Absence }
            : diagnosis;
    }

    /// <summary>How high a finding stands in the report: what it touches, and more when its cause is an error or has to be asked about.</summary>
    internal static double Importance(Diagnosis diagnosis)
    {
        var size = diagnosis.Finding.Weight > 0 ? diagnosis.Finding.Weight : diagnosis.Finding.Share;
        var urgency = diagnosis.Verdict switch { Verdict.Error => 1.5, Verdict.Unclear => 1.0, Verdict.Artefact => 1.0, Verdict.Deid => 0.9, _ => 0.8 };
        return (0.1 + size) * urgency;
    }

    static string Sentence(Answer answer) =>
        $"{answer.Role}{(answer.Date is { } date ? $", {date:yyyy-MM-dd}" : string.Empty)}: \"{answer.Says}\" (certainty {answer.Certainty} of 3"
        + $"{(answer.Document is { } document ? $", {document}" : string.Empty)})";
}
