namespace Anamnesis.House;

/// <summary>A file of this repository.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Text">All of it.</param>
sealed record SourceFile(string Path, string Text);
