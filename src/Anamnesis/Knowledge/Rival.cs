namespace Anamnesis.Knowledge;

/// <summary>What a mechanism is mistaken for.</summary>
/// <param name="Id">Id of a mechanism of the catalogue, or <c>other: …</c>.</param>
/// <param name="TellsApart">What tells the two apart.</param>
public sealed record Rival(string Id, string TellsApart);
