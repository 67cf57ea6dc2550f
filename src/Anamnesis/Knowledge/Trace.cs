namespace Anamnesis.Knowledge;

/// <summary>Who acts in a mechanism and whether what it changed can be had again.</summary>
/// <param name="Actor">Who or what does it.</param>
/// <param name="Recoverable">Whether the true value exists somewhere else.</param>
/// <param name="From">Where it is, or why it is nowhere.</param>
public sealed record Trace(string Actor, bool Recoverable, string From);
