namespace Anamnesis.Simulation;

/// <summary>What happens to rows of the record.</summary>
enum ChangedRows
{
    /// <summary>Cells of them get another value.</summary>
    Differing,

    /// <summary>They come.</summary>
    Added,

    /// <summary>They go.</summary>
    Removed,
}
