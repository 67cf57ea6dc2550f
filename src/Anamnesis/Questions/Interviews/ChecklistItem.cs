namespace Anamnesis.Questions.Interviews;

/// <summary>Something that belongs into a talk.</summary>
/// <param name="Id">Kebab-case.</param>
/// <param name="Says">What it is.</param>
/// <param name="Done">Whether it was done.</param>
/// <param name="Example">How it may be said.</param>
sealed record ChecklistItem(string Id, string Says, bool Done, string Example);
