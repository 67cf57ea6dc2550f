namespace Anamnesis.Questions.Interviews;

/// <summary>What one turn did, and what would have done more.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Did">What the way of asking did.</param>
/// <param name="Better">A better question, or null where this one was good.</param>
sealed record Lesson(Turn Turn, string Did, string? Better);
