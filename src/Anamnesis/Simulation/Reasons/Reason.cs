namespace Anamnesis.Simulation.Reasons;

/// <summary>What is known of a cell of a simulated record.</summary>
/// <param name="Table">Neutral name.</param>
/// <param name="Row">Its row id.</param>
/// <param name="Column">Neutral name, or <c>*</c> where the row itself came or went.</param>
/// <param name="True">What was so; null where there is nothing.</param>
/// <param name="Recorded">What the record says; null where it says nothing.</param>
/// <param name="Steps">What happened to it, in order; empty where nothing did.</param>
sealed record Reason(string Table, long Row, string Column, string? True, string? Recorded, IReadOnlyList<ReasonStep> Steps)
{
    /// <summary>What the row is about, such as the test of a laboratory result.</summary>
    internal string? About { get; init; }

    /// <summary>The record lacks the row.</summary>
    internal bool IsGone { get; init; }

    /// <summary>The truth lacks the row.</summary>
    internal bool IsAdded { get; init; }
}
