using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>Is the outcome real, complete and separate from the inputs?</summary>
sealed class OutcomeIntegrity : IDimension
{
    public string Id => "outcome-integrity";

    public Gate Assess(Evidence evidence)
    {
        var outcomes = evidence.Profile.Tables.SelectMany(table => table.Reading.Columns.Where(column => column.Role == Role.Outcome).Select(column => column.Column.Name)).Distinct().ToList();
        if (outcomes.Count == 0)
        {
            return new Gate(Id, 0, [], "The outcome could not be judged.", "no outcome column was recognised; name it in anamnesis.yaml");
        }

        var ofOutcomes = evidence with { Diagnoses = [.. evidence.Diagnoses.Where(d => d.Finding.Kind != "constant" || d.Finding.Columns.Any(outcomes.Contains))] };
        return Held.Back(new Held.Dimension(Id, "leakage", "constant"), ofOutcomes, fit: 0, usable: 0, $"Signs that {Says.List(outcomes)} is given away or has one value") with
        {
            NotAssessed = "whether every outcome was seen (follow-up) and is true (a reviewed sample) lies outside the data",
        };
    }
}
