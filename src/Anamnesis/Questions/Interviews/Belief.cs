namespace Anamnesis.Questions.Interviews;

/// <summary>Something untrue that the person agrees to when it is suggested.</summary>
/// <param name="Id">Unique in the scenario.</param>
/// <param name="Cues">Phrases that suggest it.</param>
/// <param name="Agrees">What is said to it.</param>
/// <param name="Truth">Why it is not so, for the debrief.</param>
sealed record Belief(string Id, IReadOnlyList<string> Cues, string Agrees, string Truth);
