using Anamnesis.Profiling;
using CsCheck;

namespace Anamnesis.Findings.Statistics;

public sealed class GridLaws
{
    static readonly Gen<(int Units, int Decimals)> Written = Gen.Select(Gen.Int[-99_999, 99_999], Gen.Int[0, 5]);

    [Fact]
    public void Decimals_are_those_written() => Written.Sample((units, decimals) =>
    {
        while (decimals > 0 && units % 10 == 0)
        {
            (units, decimals) = (units / 10, decimals - 1);
        }

        Assert.Equal(decimals, Grid.Decimals(units / Math.Pow(10, decimals)));
    }, iter: 2000);

    [Fact]
    public void The_last_digit_is_that_written() =>
        Written.Sample((units, decimals) => Assert.Equal(Math.Abs(units) % 10, Grid.LastDigit(units / Math.Pow(10, decimals), decimals)), iter: 2000);

    [Fact]
    public void Every_value_has_a_last_digit_and_a_number_of_decimals() => Written.Array[0, 80].Sample(written =>
    {
        var numbers = Frequencies.Of(written.Select(one => one.Units / Math.Pow(10, one.Decimals)));
        Assert.Equal(numbers.Total, Grid.Profile(numbers).Sum());
        Assert.Equal(numbers.Total, Grid.Digits(numbers, Grid.Usual(numbers)).Sum());
    }, iter: 500);
}
