namespace Anamnesis.Engines;

/// <summary>How far a long piece of work has come.</summary>
/// <param name="Says">What is being done, in plain words.</param>
/// <param name="Share">How much of the whole examination is done, in [0, 1].</param>
public sealed record Step(string Says, double Share);
