namespace Anamnesis.Simulation;

/// <summary>How a clinic is cut into blocks.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(5001)]
    [InlineData(9999)]
    [InlineData(10_000_000)]
    public void Blocks_hold_every_patient_once_and_are_of_one_size(int patients)
    {
        var blocks = Block.Of(patients).ToList();
        Assert.Equal(patients, blocks.Sum(block => (long)block.Patients));
        Assert.All(blocks.Zip(blocks.Skip(1)), pair => Assert.Equal(pair.First.First + pair.First.Patients, pair.Second.First));
        Assert.InRange(blocks.Max(block => block.Patients), blocks.Min(block => block.Patients), Math.Min(Block.Most, blocks.Min(block => block.Patients) + 1));
        Assert.True(blocks.Count == 1 || blocks.Count % 2 == 0, $"{blocks.Count} blocks");
        Assert.Equal(blocks.Count, blocks.Select(block => block.FirstRow).Distinct().Count());
    }
}
