namespace Anamnesis.Simulation;

/// <summary>A test of the laboratory.</summary>
/// <param name="Name">As in the column <c>test</c>.</param>
/// <param name="Unit">Of all results in the truth.</param>
/// <param name="Decimals">As reported.</param>
/// <param name="Spread">Relative standard deviation from sample to sample of a steady patient.</param>
/// <param name="Low">Lower reference limit.</param>
/// <param name="High">Upper reference limit.</param>
/// <param name="Specimen">What is drawn.</param>
sealed record LabTest(string Name, string Unit, int Decimals, double Spread, double Low, double High, string Specimen = "serum");
