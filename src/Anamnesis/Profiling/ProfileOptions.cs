using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How to measure.</summary>
public sealed record ProfileOptions
{
    const long MostRows = 400_000; // of a table that is read whole
    const long MostCells = 5_200_000; // rows × columns of such a table
    const long SampledRows = 200_000; // of a larger one
    const long SampledCells = 3_200_000;
    const long LeastRows = 20_000;

    /// <summary>Rows on which candidates are looked for, before they are measured on all or on the larger sample.</summary>
    internal const long Screened = 6_000;

    /// <summary>Read every row where a sample of patients would do.</summary>
    public bool Exact { get; init; }

    /// <summary>Told how far the measuring has come, from 0 to 1.</summary>
    public IProgress<Step>? Progress { get; init; }

    /// <summary>Rows of a table that sequences, duplicates, patterns and frequencies look at: all, or those of sampled patients.</summary>
    internal long SampleRows(long rows, int columns) => Exact || rows <= Math.Clamp(MostCells / Math.Max(1, columns), LeastRows, MostRows)
        ? long.MaxValue
        : Math.Clamp(SampledCells / Math.Max(1, columns), LeastRows, SampledRows);

    /// <summary>Rows that medians by month and sequences look at, which cost a sort for every column.</summary>
    internal long SortedRows(int columns)
    {
        const long MostSorted = 2_500_000; // rows × columns
        return Exact ? long.MaxValue : Math.Clamp(MostSorted / Math.Max(1, columns), LeastRows, MostRows);
    }
}
