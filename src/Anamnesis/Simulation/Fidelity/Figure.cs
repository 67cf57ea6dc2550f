using Anamnesis.Engines;

namespace Anamnesis.Simulation.Fidelity;

/// <summary>A figure that somebody published, and how the same is measured in the simulated clinic.</summary>
/// <param name="About">Part of the card.</param>
/// <param name="Says">What it is, with its unit.</param>
/// <param name="Cited">As published.</param>
/// <param name="Source">Key of <c>knowledge/references.yaml</c>.</param>
/// <param name="Query">One number of the clinic.</param>
/// <param name="IsShare">Whether it is a share, told in percent.</param>
sealed record Figure(string About, string Says, double Cited, string Source, Sql Query, bool IsShare = true);
