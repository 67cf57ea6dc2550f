namespace Anamnesis.Mechanisms;

/// <summary>A mechanism that may explain a finding.</summary>
/// <param name="Mechanism">Its id, or <c>something-else</c>.</param>
/// <param name="Probability">In [0, 1]; all candidates of a finding sum to 1.</param>
/// <param name="Verdict">What it would mean.</param>
/// <param name="Signs">Every sign that was measured, for and against.</param>
/// <param name="Settles">The fact that would settle it; null for something else.</param>
public sealed record Candidate(string Mechanism, double Probability, Verdict Verdict, IReadOnlyList<Sign> Signs, string? Settles);
