using System.Globalization;
using Anamnesis.Mechanisms;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary>A finding in the terminal: the oddity, its probable causes with the first evidence, and what to do.</summary>
static class TerminalFinding
{
    const int MostCauses = 3;
    const double Worth = 0.1; // probability below which a cause is not shown

    internal static void Print(TerminalPage page, Diagnosis diagnosis, int place)
    {
        var finding = diagnosis.Finding;
        var lead = string.Create(CultureInfo.InvariantCulture, $"{place,3}  ");
        var indent = new string(' ', lead.Length);
        if (place > 1)
        {
            page.Blank();
        }

        page.Say(finding.Says, "bold", lead);
        foreach (var (candidate, rank) in diagnosis.Differential.Where((candidate, rank) => rank == 0 || candidate.Probability >= Worth).Take(MostCauses).Select((candidate, rank) => (candidate, rank)))
        {
            page.Say(Words.Name(candidate.Mechanism), lead: $"{indent}{Words.Percent(candidate.Probability),5}  ");
            if (rank == 0 && candidate.Signs.FirstOrDefault(sign => sign.Fires && sign.Strength != Strength.Against) is { } sign)
            {
                page.Say($"because {sign.Says}", lead: $"{indent}       ");
            }
        }

        page.Say($"{Words.Advice(diagnosis.Verdict)}{(diagnosis.Absence is { } absence ? $" Absent because {absence.Replace('-', ' ')}." : string.Empty)}", Colour(diagnosis.Verdict), indent);
        foreach (var answer in diagnosis.Answers)
        {
            page.Say($"Answered by {answer}", "green", indent);
        }

        page.Say(
            string.Create(CultureInfo.InvariantCulture, $"{finding.Id}  {finding.Kind} in {finding.Table}, {finding.Count:N0} of {finding.Denominator:N0}{(finding.Estimated ? " (estimated)" : string.Empty)}"),
            "grey", indent);
    }

    static string Colour(Verdict verdict) => verdict switch { Verdict.Reality => "green", Verdict.Error => "red", Verdict.Unclear => "yellow", Verdict.Deid => "blue", _ => "magenta" };
}
