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
            Answers = [.. said.OrderByDescending(answer => answer.Date).Select(Sentence), .. Open(said) is { } open ? (string[])[$"Not settled: {open}."] : []],
            Open = Open(said),
            AskInstead = said.OrderByDescending(answer => answer.Date).FirstOrDefault(answer => !answer.Settles)?.AskInstead,
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

    /// <summary>Why what was said settles nothing, or null.</summary>
    static string? Open(IReadOnlyList<Answer> said)
    {
        var contradictions = AnswerBook.Contradictions(said);
        return contradictions.Count > 0 ? $"{string.Join("; ", contradictions.Select(pair => $"the {pair.One.Role} and the {pair.Other.Role} contradict each other ({pair.One.Mechanism ?? "not " + pair.Other.Mechanism} against {pair.Other.Mechanism ?? "not " + pair.One.Mechanism})"))}"
            : said.Count > 0 && said.All(answer => !answer.Settles) ? $"{string.Join(", ", said.Select(answer => answer.AskInstead).Distinct(StringComparer.Ordinal))} would know"
            : null;
    }

    static string Sentence(Answer answer) =>
        $"{answer.Role}{(answer.Date is { } date ? $", {date:yyyy-MM-dd}" : string.Empty)}: \"{answer.Says}\" (certainty {answer.Certainty} of 3"
        + $"{(answer.Document is { } document ? $", {document}" : string.Empty)}{(answer.ValidFrom is { } from ? $", from {from:yyyy-MM-dd}" : string.Empty)}{(answer.ValidUntil is { } until ? $", until {until:yyyy-MM-dd}" : string.Empty)})";
}
