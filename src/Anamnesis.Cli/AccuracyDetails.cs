using System.Globalization;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Cli;

/// <summary>What went wrong in one clinic of <c>bench accuracy</c>.</summary>
static class AccuracyDetails
{
    internal static void Print(TrialOutcome outcome, TextWriter to)
    {
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clinic {outcome.Trial.Number} seed {outcome.Trial.Plan.Seed} {outcome.Trial.Plan.Style.Id}: {string.Join(", ", outcome.Trial.Plan.Process.Select(one => $"{one.Mechanism}:{one.Severity}{(one.Site is { } site ? "@" + site : string.Empty)}"))}"));
        foreach (var planted in outcome.Planted.Where(planted => planted.IsDetectable && !outcome.Findings.Any(finding => finding.Truth.Contains(planted.Mechanism))))
        {
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  missed {planted.Mechanism}:{planted.Severity}{(planted.Site is { } at ? "@" + at : string.Empty)}, {planted.Cells} cells"));
        }

        foreach (var found in outcome.Findings.Where(finding => !finding.IsRight))
        {
            var (finding, causes) = (found.Diagnosis.Finding, found.Diagnosis.Differential);
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {(found.IsWrong ? "wrong " : "unsure")} {finding.Kind} {finding.Table} {string.Join('+', finding.Columns)} {finding.Variable} {finding.Where.Site} {finding.Count}/{finding.Denominator}: "
                + $"is {(found.Truth.Count == 0 ? "none" : string.Join('+', found.Truth.Select(truth => $"{truth} ({causes.FirstOrDefault(cause => cause.Mechanism == truth)?.Probability:0.00})")))}"
                + $", said {string.Join(" ", causes.Take(3).Select(cause => $"{cause.Mechanism} {cause.Probability:0.00}"))}"));
        }
    }
}
