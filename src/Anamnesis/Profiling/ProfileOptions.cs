using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How to measure.</summary>
public sealed record ProfileOptions
{
    /// <summary>Read every row where a sample of patients would do.</summary>
    public bool Exact { get; init; }

    /// <summary>Told how far the measuring has come, from 0 to 1.</summary>
    public IProgress<Step>? Progress { get; init; }

    /// <summary>Rows beyond which sequences, duplicates, patterns and wide frequencies look at whole sampled patients.</summary>
    internal long SampleRows => Exact ? long.MaxValue : 400_000;
}
