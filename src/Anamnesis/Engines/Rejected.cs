namespace Anamnesis.Engines;

/// <summary>A row that could not be read.</summary>
/// <param name="Line">Line in the file, counted from 1.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Text">The line as it stood, cut at 1,000 characters. It is a patient value: shown only on demand.</param>
public sealed record Rejected(long Line, string Reason, string Text);
