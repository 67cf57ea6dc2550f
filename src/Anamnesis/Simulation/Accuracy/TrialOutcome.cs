namespace Anamnesis.Simulation.Accuracy;

/// <summary>A clinic that was examined: what acted in it and what was found.</summary>
/// <param name="Trial">The clinic.</param>
/// <param name="Planted">The mechanisms that changed something.</param>
/// <param name="Findings">All findings.</param>
/// <param name="Variables">Columns and items that were looked at.</param>
sealed record TrialOutcome(Trial Trial, IReadOnlyList<Planted> Planted, IReadOnlyList<TrialFinding> Findings, int Variables);
