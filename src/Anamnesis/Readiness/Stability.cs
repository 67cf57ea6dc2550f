namespace Anamnesis.Readiness;

/// <summary>Is the past like the present?</summary>
sealed class Stability : IDimension
{
    public string Id => "stability";

    public Gate Assess(Evidence evidence) => evidence.Profile.Tables.All(table => table.Reading.Clock is null)
        ? new Gate(Id, 0, [], "Change over time could not be judged.", "no table has a time by which rows could be ordered")
        : Held.Back(
            Id, evidence,
            ["level-shift", "missingness-step", "edge", "gap"],
            ["assay-generation-switch", "extract-window-truncation", "form-field-introduced-or-retired"],
            fit: 0.0, usable: 0.05, "Steps, gaps and edges over time");
}
