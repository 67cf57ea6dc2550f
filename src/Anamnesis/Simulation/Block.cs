namespace Anamnesis.Simulation;

/// <summary>Some patients of a clinic: it is simulated block by block, so that memory does not grow with the clinic.</summary>
/// <param name="First">Number of the first patient, from 1.</param>
/// <param name="Patients">How many.</param>
/// <param name="FirstRow">What the row ids of every table but <c>patients</c> begin after.</param>
readonly record struct Block(long First, int Patients, long FirstRow)
{
    /// <summary>Patients of a block when a clinic is written to files: what fits a processor's share of memory.</summary>
    internal const int Usual = 2000;

    const long RowsOfOne = 100_000_000; // more than a block can hold in one table

    internal static Block Whole(int patients) => new(1, patients, 0);

    internal static IEnumerable<Block> Of(int patients)
    {
        for (var first = 0; first < patients; first += Usual)
        {
            yield return new Block(first + 1, Math.Min(Usual, patients - first), first / Usual * RowsOfOne);
        }
    }
}
