namespace Anamnesis.Simulation.Rows;

/// <summary>Pages of cells that may be used again, for one user at a time.</summary>
sealed class SparePages
{
    internal const int Cells = 32_768;

    readonly Stack<long[]> _pages = [];

    /// <summary>A page with anything in it.</summary>
    internal long[] Take() => _pages.TryPop(out var page) ? page : GC.AllocateUninitializedArray<long>(Cells);

    internal void Return(long[] page) => _pages.Push(page);
}
