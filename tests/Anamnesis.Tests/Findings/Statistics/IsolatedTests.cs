using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

public sealed class IsolatedTests
{
    [Fact]
    public void A_decimal_slip_among_normal_values_is_isolated()
    {
        var side = Assert.Single(Isolated.Of(Frequencies.Of([.. Normal(300, 3.5, 0.5, seed: 1), 8.0])));

        Assert.True(side.Above);
        Assert.Equal(1, side.Count);
        Assert.InRange(side.Cut, 5.0, 7.99);
    }

    [Fact]
    public void Two_isolated_values_need_not_be_equal() =>
        Assert.Equal(2, Assert.Single(Isolated.Of(Frequencies.Of([.. Normal(900, 3.4, 0.4, seed: 2), 6.82, 8.01]))).Count);

    [Fact]
    public void A_low_value_is_seen_too() =>
        Assert.False(Assert.Single(Isolated.Of(Frequencies.Of([.. Normal(300, 140, 4, seed: 3), 14]))).Above);

    [Fact]
    public void Skewed_laboratory_values_are_not_isolated()
    {
        var seen = Enumerable.Range(1, 100).Sum(seed => Isolated.Of(Frequencies.Of(Normal(400, 6, 1.4, seed).Select(value => Math.Round(Math.Exp(value))))).Count);
        Assert.InRange(seen, 0, 1);
    }

    [Theory]
    [InlineData(18)]
    [InlineData(25)]
    [InlineData(60)]
    [InlineData(400)]
    public void Ordinary_columns_seldom_seem_to_have_isolated_values(int count)
    {
        var random = new Random(count);
        Func<double>[] shapes =
        [
            () => random.Normal(50, 10, 0), () => Math.Round(Math.Exp(random.Normal(3, 0.8, 4)), 1), () => Math.Round(-10 * Math.Log(random.NextDouble()), 1),
            () => Math.Floor(-3 * Math.Log(random.NextDouble())), () => Math.Round(random.NextDouble() * 100), () => Math.Round(random.Normal(5, 3, 3) * random.Normal(5, 3, 3), 1),
        ];
        var seen = shapes.Sum(shape => Enumerable.Range(0, 200).Count(_ => Isolated.Of(Frequencies.Of(Enumerable.Range(0, count).Select(_ => shape()))).Count > 0));
        Assert.InRange(seen, 0, 9); // of 1,200
    }

    [Fact]
    public void Normal_values_are_not_isolated() =>
        Assert.All(Enumerable.Range(1, 100), seed => Assert.Empty(Isolated.Of(Frequencies.Of(Normal(300, 100, 12, seed)))));

    [Theory]
    [InlineData(5.5, 8.01)]
    [InlineData(3000, 28000)]
    [InlineData(-9, -0.1)]
    public void The_cut_is_round_and_lies_in_the_gap(double low, double high)
    {
        var cut = Isolated.RoundBetween(low, high);
        Assert.InRange(cut, low, high);
        Assert.True(cut.ToString(System.Globalization.CultureInfo.InvariantCulture).Length <= 6);
    }

    [Fact]
    public void A_slip_is_undone_where_it_lands_in_the_bulk()
    {
        Assert.Equal("decimal point moved by one place", Slip.Into(45, 3.5, 5.2)?.Name);
        Assert.Equal("two digits swapped", Slip.Into(91, 15, 20)?.Name);
        Assert.Equal("one digit too many", Slip.Into(8140, 830, 850)?.Name);
        Assert.Null(Slip.Into(45, 100, 200));
    }

    internal static IEnumerable<double> Normal(int count, double mean, double deviation, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, count).Select(_ =>
            Math.Round(mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())), 2)).ToList();
    }
}
