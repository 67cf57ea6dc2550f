namespace Anamnesis.Readiness;

/// <summary>How ready a data set is for one use. Never an average.</summary>
/// <param name="Use">Id of the use.</param>
/// <param name="Level">Least level over the assessed gates; at most 2 while a gate is not assessed.</param>
/// <param name="Gates">The gates of this use.</param>
/// <param name="NotAssessed">What could not be assessed, and why.</param>
/// <param name="Says">One sentence for people.</param>
public sealed record Fitness(string Use, int Level, IReadOnlyList<Gate> Gates, IReadOnlyList<string> NotAssessed, string Says);
