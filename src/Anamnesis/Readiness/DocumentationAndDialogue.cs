namespace Anamnesis.Readiness;

/// <summary>Have the people who made the data confirmed what we think?</summary>
sealed class DocumentationAndDialogue : IDimension
{
    const double Fit = 0.9;
    const double Usable = 0.6;

    public string Id => "documentation-and-dialogue";

    public Gate Assess(Evidence evidence)
    {
        var all = evidence.Diagnoses.Count;
        var explained = evidence.Diagnoses.Count(d => d.Likely is not null);
        var answered = evidence.Diagnoses.Count(d => d.Answers.Count > 0);
        var share = all == 0 ? 1 : (double)explained / all;
        return new Gate(
            Id, share >= Fit && answered >= 0.4 * all ? 4 : share >= Fit ? 3 : share >= Usable ? 2 : 1,
            [.. evidence.Diagnoses.Where(d => d.Likely is null).Take(20).Select(d => d.Finding.Id)],
            $"{explained} of {all} findings have a likely cause; {answered} were answered by a person.", null);
    }
}
