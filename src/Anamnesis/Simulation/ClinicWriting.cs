namespace Anamnesis.Simulation;

/// <summary>How a clinic is written to files.</summary>
/// <param name="Folder">Where to; created.</param>
public sealed record ClinicWriting(string Folder)
{
    /// <summary>Replaces a clinic that is there already.</summary>
    public bool Force { get; init; }

    /// <summary>The record as delimited text instead of Parquet; the truth is always Parquet.</summary>
    public bool Csv { get; init; }

    /// <summary>Blocks simulated at a time; the bytes do not depend on it.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;
}
