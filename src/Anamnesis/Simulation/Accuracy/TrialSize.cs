namespace Anamnesis.Simulation.Accuracy;

/// <summary>How large a series of clinics is.</summary>
/// <param name="Seed">Of the series; the clinics' own seeds are drawn from it.</param>
/// <param name="Clinics">How many.</param>
/// <param name="Patients">Of each clinic.</param>
/// <param name="FirstYear">Of each record.</param>
/// <param name="LastYear">Of each record.</param>
readonly record struct TrialSize(int Seed, int Clinics, int Patients, int FirstYear, int LastYear);
