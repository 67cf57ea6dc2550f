using CsCheck;

namespace Anamnesis.Profiling;

public sealed class FrequenciesLaws
{
    static readonly Gen<double[]> Values = Gen.Int[-40, 40].Select(whole => whole / 4.0).Array[0, 60];

    static readonly Gen<(double[] Values, double From, double To)> Cut = Gen.Select(Values, Gen.Int[-45, 45], Gen.Int[-45, 45], (values, a, b) => (values, a / 4.0, b / 4.0));

    [Fact]
    public void They_agree_with_the_values_they_count() => Values.Sample(values =>
    {
        var counted = Frequencies.Of(values);
        Assert.Equal(values.Length, counted.Total);
        Assert.Equal(values.Distinct().Order(), counted.Values);
        Assert.All(counted.Pairs, pair => Assert.Equal(values.Count(value => value == pair.Value), pair.Count));
        Assert.Equal(values.Length == 0 ? double.NaN : values.Average(), counted.Mean, 9);
        Assert.Equal(values.DefaultIfEmpty(double.NaN).Min(), counted.Min);
        Assert.Equal(values.DefaultIfEmpty(double.NaN).Max(), counted.Max);
    }, iter: 1000);

    [Fact]
    public void A_quantile_is_the_smallest_value_with_that_share_at_or_below_it() =>
        Gen.Select(Values, Gen.Double[0, 1]).Sample((values, share) =>
        {
            var quantile = Frequencies.Of(values).Quantile(share);
            var expected = values.Order().Where(value => values.Count(other => other <= value) >= share * values.Length).DefaultIfEmpty(double.NaN).First();
            Assert.Equal(expected, quantile);
        }, iter: 1000);

    [Fact]
    public void Counts_within_a_range_and_at_a_value_are_those_of_the_values() => Cut.Sample((values, from, to) =>
    {
        var counted = Frequencies.Of(values);
        Assert.Equal(values.Count(value => value >= from && value <= to), counted.CountWithin(from, to));
        Assert.Equal(values.Count(value => value == from), counted.CountOf(from));
    }, iter: 1000);

    [Fact]
    public void A_cut_keeps_every_value_on_one_side() => Cut.Sample((values, cut, _) =>
    {
        var (below, others) = Frequencies.Of(values).CutAt(cut);
        Same(Frequencies.Of(values.Where(value => value < cut)), below);
        Same(Frequencies.Of(values.Where(value => value >= cut)), others);
        Same(Frequencies.Of(values.Where(value => value < cut)), Frequencies.Of(values).Where(value => value < cut));
    }, iter: 1000);

    [Fact]
    public void Merging_counts_the_values_of_all_parts() => Gen.Select(Values, Values).Sample((one, two) =>
        Same(Frequencies.Of(one.Concat(two)), Frequencies.Merge([Frequencies.Of(one), Frequencies.Of(two)])), iter: 1000);

    [Fact]
    public void The_order_of_the_values_does_not_matter() => Values.Sample(values =>
        Same(Frequencies.Of(values), Frequencies.Counted([.. values.Reverse()], [.. values.Select(_ => 1L)])), iter: 1000);

    [Fact]
    public void Rounding_to_four_digits_moves_a_value_by_less_than_one_in_a_thousand() =>
        Gen.Double[-1e12, 1e12].Sample(value => Assert.True(Math.Abs(NumberReading.FourDigits(value) - value) <= 0.0005001 * Math.Abs(value)), iter: 10_000);

    static void Same(Frequencies expected, Frequencies actual)
    {
        Assert.Equal(expected.Values, actual.Values);
        Assert.Equal(expected.Counts, actual.Counts);
        Assert.Equal(expected.Total, actual.Total);
    }
}
