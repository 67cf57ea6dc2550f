using System.Runtime.InteropServices;

namespace Anamnesis.Simulation;

/// <summary>A day at home of a patient with telemonitoring.</summary>
/// <param name="Day">The date.</param>
/// <param name="Congestion">How wet the patient was.</param>
/// <param name="Since">Days since the last discharge.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct HomeDay(DateTime Day, double Congestion, int Since);
