using Anamnesis.Profiling;
using CsCheck;

namespace Anamnesis.Findings.Statistics;

public sealed class SpikesTests
{
    /// <summary>What is said about chance holds nearly always: the same seeds every time.</summary>
    static IEnumerable<int> Seeds(int many) => Enumerable.Range(1, many);

    [Fact]
    public void An_ordinary_column_has_none() => Assert.All(Seeds(200), seed =>
    {
        var random = new Random(seed);
        Assert.Empty(Spikes.Of(Frequencies.Of(Enumerable.Range(0, 1000).Select(_ => random.Normal(130, 15, 0)))));
    });

    [Fact]
    public void A_planted_one_is_found_with_its_count() => Assert.All(Seeds(200), seed =>
    {
        var random = new Random(seed);
        var (place, share) = (random.Next(105, 156), 0.3 + (0.5 * random.NextDouble()));
        var numbers = Frequencies.Of(Enumerable.Range(0, 1000).Select(_ => random.NextDouble() < share ? place : random.Normal(130, 15, 0)));
        var spike = Assert.Single(Spikes.Of(numbers));
        Assert.Equal((place, numbers.CountOf(place)), (spike.Value, spike.Count));
        Assert.False(spike.AtTop || spike.AtBottom || spike.OffGrid);
    });

    [Fact]
    public void A_heap_beyond_which_nothing_lies_is_at_the_edge() => Assert.All(Seeds(100), seed =>
    {
        var random = new Random(seed);
        var spike = Assert.Single(Spikes.Of(Frequencies.Of(Enumerable.Range(0, 1000).Select(_ => Math.Min(45, random.Normal(42, 8))))));
        Assert.Equal((45, true, false), (spike.Value, spike.AtTop, spike.AtBottom));
    });

    [Theory]
    [InlineData(3476)]
    public void Ten_of_a_value_where_two_are_expected_may_be_chance_among_hundreds(int seed)
    {
        var random = new Random(seed);
        Assert.Single(Spikes.Of(Frequencies.Of(Enumerable.Range(0, 1000).Select(_ => Math.Min(45, random.Normal(42, 8))))));
    }

    [Fact]
    public void Rounding_to_tens_is_a_habit_and_no_spike() => Assert.All(Seeds(100), seed =>
    {
        var random = new Random(seed);
        Assert.Empty(Spikes.Of(Frequencies.Of(Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? random.Normal(135, 20, 0) : Math.Round(random.Normal(135, 20, 0) / 10) * 10))));
    });

    [Theory]
    [InlineData(57645)]
    public void In_the_tail_tens_are_compared_with_tens_on_both_sides(int seed)
    {
        var random = new Random(seed);
        Assert.Empty(Spikes.Of(Frequencies.Of(Enumerable.Range(0, 2000).Select(i => i % 2 == 0 ? random.Normal(135, 20, 0) : Math.Round(random.Normal(135, 20, 0) / 10) * 10))));
    }

    [Fact]
    public void Few_values_and_short_scales_have_none() => Gen.Int[0, 10].Array[0, 400].Sample(values => Assert.Empty(Spikes.Of(Frequencies.Of(values.Select(value => (double)value)))), iter: 200);
}
