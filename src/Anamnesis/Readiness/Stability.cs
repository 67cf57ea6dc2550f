namespace Anamnesis.Readiness;

/// <summary>Is the past like the present?</summary>
sealed class Stability : IDimension
{
    const int MostUnexplained = 2; // steps without a likely cause that can still be handled

    public string Id => "stability";

    public Gate Assess(Evidence evidence)
    {
        if (evidence.Profile.Tables.All(table => table.Reading.Clock is null))
        {
            return new Gate(Id, 0, [], "Change over time could not be judged.", "no table has a time by which rows could be ordered");
        }

        var held = Held.Back(new Held.Dimension(Id, "level-shift", "missingness-step", "edge", "gap"), evidence, fit: 0, usable: 0, "Steps, gaps and edges over time");
        return held.Level == 1 && evidence.Diagnoses.Count(d => d.Likely is null && held.Because.Contains(d.Finding.Id)) <= MostUnexplained ? held with { Level = 2 } : held;
    }
}
