namespace Anamnesis.Simulation;

/// <summary>Some patients of a clinic: it is simulated block by block, so that memory does not grow with the clinic.</summary>
/// <param name="First">Number of the first patient, from 1.</param>
/// <param name="Patients">How many.</param>
/// <param name="FirstRow">What the row ids of every table but <c>patients</c> begin after.</param>
readonly record struct Block(long First, int Patients, long FirstRow)
{
    /// <summary>Patients of a block when a clinic is written to files, at most: preparing the statements costs as much as hundreds of patients, and memory grows with the block.</summary>
    internal const int Most = 2500;

    /// <summary>Patients that are not worth a second processor, at most.</summary>
    internal const int Few = 1000;

    const long RowsOfOne = 200_000_000; // more than a block can hold in one table

    internal static Block Whole(int patients) => new(1, patients, 0);

    /// <summary>Blocks of nearly one size, an even number of them, so that none is left to one processor alone at the end.</summary>
    internal static IEnumerable<Block> Of(int patients)
    {
        var blocks = patients <= Few ? 1 : 2 * (((patients - 1) / (2 * Most)) + 1);
        for (var place = 0; place < blocks; place++)
        {
            var (first, next) = ((long)patients * place / blocks, (long)patients * (place + 1) / blocks);
            yield return new Block(first + 1, (int)(next - first), place * RowsOfOne);
        }
    }
}
