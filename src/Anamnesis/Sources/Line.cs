namespace Anamnesis.Sources;

/// <summary>A physical line of a text.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Text">Without its end.</param>
/// <param name="End">How it ends; empty for the last line of a text that just stops.</param>
/// <param name="Cut">Whether the line was longer and its rest left out.</param>
readonly record struct Line(int Number, string Text, string End, bool Cut);
