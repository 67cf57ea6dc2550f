namespace Anamnesis.Simulation;

/// <summary>A drug.</summary>
/// <param name="Name">International name.</param>
/// <param name="Atc">Code of the anatomical therapeutic chemical classification.</param>
/// <param name="Doses">Usual single doses in mg.</param>
/// <param name="Daily">How often a day.</param>
sealed record Drug(string Name, string Atc, IReadOnlyList<double> Doses, int Daily);
