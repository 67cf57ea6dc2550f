namespace Anamnesis.Simulation;

/// <summary>A visit to the outpatient clinic.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Came">When.</param>
/// <param name="Congestion">How wet the patient was that day.</param>
sealed record Visit(long Id, DateTime Came, double Congestion);
