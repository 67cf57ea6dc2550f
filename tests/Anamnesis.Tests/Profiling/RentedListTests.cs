namespace Anamnesis.Profiling;

/// <summary>A rented list holds what was added, whatever stood in the memory before.</summary>
public sealed class RentedListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(100_000)]
    public void It_holds_what_was_added_in_order(int count)
    {
        for (var round = 1; round <= 3; round++) // later rounds get the memory of earlier ones
        {
            using var list = new RentedList<long>();
            list.Add(-1);
            list.Clear();
            for (var i = 0; i < count; i++)
            {
                list.Add(round * i);
            }

            Assert.Equal(count, list.Count);
            Assert.Equal(Enumerable.Range(0, count).Select(i => (long)round * i), list.Items.ToArray());
        }
    }

    [Fact]
    public void Given_back_it_is_empty()
    {
        var list = new RentedList<double>();
        list.Add(1);
        list.Dispose();
        Assert.Equal(0, list.Items.Length);
    }
}
