using Anamnesis.Profiling;
using CsCheck;

namespace Anamnesis.Findings.Statistics;

public sealed class CombTests
{
    static readonly Gen<int[]> Counted = Gen.Int[60, 400].Array[200, 400];

    [Theory]
    [InlineData(0.45359237, 8, "pounds")]
    [InlineData(0.45359237, 2, "pounds")]
    [InlineData(2.54, 2, "inches")]
    [InlineData(1.55, 2, null)]
    [InlineData(0.07, 2, null)]
    public void What_was_whole_in_another_unit_is_told(double step, int decimals, string? unit) => Counted.Sample(
        whole =>
        {
            var comb = Comb.Of(Frequencies.Of(whole.Select(count => Math.Round(count * step, decimals))));
            Assert.NotNull(comb);
            Assert.Equal(unit, comb.Unit);
            Assert.Equal(step, comb.Step, 2);
        },
        iter: 30);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Numbers_written_in_their_own_unit_are_no_comb(int decimals) =>
        Gen.Double[20, 200].Array[200, 400].Sample(values => Assert.Null(Comb.Of(Frequencies.Of(values.Select(value => Math.Round(value, decimals))))), iter: 30);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    [InlineData(2)]
    [InlineData(2.5)]
    public void Scales_of_halves_quarters_and_twos_are_no_comb(double step) =>
        Counted.Sample(whole => Assert.Null(Comb.Of(Frequencies.Of(whole.Select(count => count * step)))), iter: 30);
}
