namespace Anamnesis.Questions.Interviews;

/// <summary>A cause and how much of a gap it explains.</summary>
/// <param name="Says">The cause in a few words.</param>
/// <param name="Words">Words by which somebody names it.</param>
/// <param name="Points">Its part of the gap, in percentage points.</param>
sealed record GapPart(string Says, string Words, double Points);
