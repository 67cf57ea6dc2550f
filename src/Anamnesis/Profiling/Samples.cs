using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The samples of one table, each taken from the one before.</summary>
/// <param name="Large">For what is counted.</param>
/// <param name="Sorted">For what needs sorting.</param>
/// <param name="Few">For looking for candidates.</param>
sealed record Samples(Sample Large, Sample Sorted, Sample Few)
{
    internal static Samples Of(Dataset dataset, TableReading reading, ProfileOptions options)
    {
        var large = Sample.Of(dataset, reading, options.SampleRows(reading.Table.Rows, reading.Columns.Count));
        var sorted = Sample.Sorted(dataset, reading, options, large);
        return new Samples(large, sorted, Sample.Few(dataset, reading, sorted));
    }
}
