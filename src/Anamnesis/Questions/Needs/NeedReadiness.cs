namespace Anamnesis.Questions.Needs;

/// <summary>How ready a data set is for a need, from an examination.</summary>
/// <param name="Use">The use.</param>
/// <param name="Level">0 to 4.</param>
/// <param name="Says">In a sentence.</param>
/// <param name="Findings">The findings that speak for the need, each with its sentence.</param>
sealed record NeedReadiness(string Use, int Level, string Says, IReadOnlyList<(string Id, string Says)> Findings);
