namespace Anamnesis.Profiling;

/// <summary>A text and how often it occurs.</summary>
public readonly record struct TextCount(string Text, long Count);
