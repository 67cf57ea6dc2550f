namespace Anamnesis.Simulation.Accuracy;

/// <summary>A clinic to be examined without knowing what acted in it.</summary>
/// <param name="Number">In its series, from 1.</param>
/// <param name="Plan">The clinic.</param>
sealed record Trial(int Number, ClinicPlan Plan)
{
    /// <summary>Nothing acts: the record is the truth.</summary>
    internal bool IsClean => Plan.Process.Count == 0;
}
