namespace Anamnesis.Questions.Needs;

/// <summary>What is often picked and should not be.</summary>
/// <param name="Id">Of <c>knowledge/needs.yaml</c>.</param>
/// <param name="Short">What it is.</param>
/// <param name="Cues">Words by which it is recognised.</param>
/// <param name="Picked">Why it is picked.</param>
/// <param name="Fails">Why it fails.</param>
/// <param name="Scores">By axis.</param>
sealed record WrongPick(string Id, string Short, IReadOnlyList<string> Cues, string Picked, string Fails, IReadOnlyDictionary<string, int> Scores);
