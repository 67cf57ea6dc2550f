using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>Is the outcome real, complete and separate from the inputs?</summary>
sealed class OutcomeIntegrity : IDimension
{
    public string Id => "outcome-integrity";

    public Gate Assess(Evidence evidence)
    {
        var outcomes = evidence.Profile.Tables.SelectMany(table => table.Reading.Columns.Where(column => column.Role == Role.Outcome).Select(column => column.Column.Name)).ToList();
        return outcomes.Count == 0
            ? new Gate(Id, 0, [], "The outcome could not be judged.", "no outcome column was recognised; name it in anamnesis.yaml")
            : Held.Back(Id, evidence, ["leakage", "constant"], ["silent-imputation-constant"], fit: 0.0, usable: 0.0, $"Outcome {outcomes[0]}");
    }
}
