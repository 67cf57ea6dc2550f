namespace Anamnesis.Simulation;

/// <summary>A file of a written clinic.</summary>
/// <param name="Name">Path within the clinic's folder.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal.</param>
public sealed record ClinicFile(string Name, long Rows, long Bytes, string Sha256);
