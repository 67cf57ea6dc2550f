using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

public sealed class HumpsTests
{
    [Theory]
    [InlineData(2000, 0.30, 88.4)]
    [InlineData(2000, 0.03, 88.4)]
    [InlineData(600, 0.05, 18.016)]
    [InlineData(2000, 0.10, 2.2046)]
    [InlineData(2000, 0.10, 0.1)]
    public void Two_units_make_two_humps_a_factor_apart(int count, double share, double factor)
    {
        var split = Humps.Of(Mixed(count, share, factor, seed: 1));

        Assert.NotNull(split);
        Assert.InRange(split.Ratio / Math.Max(factor, 1 / factor), 0.93, 1.07);
        Assert.InRange(split.Fewer.Total / (share * count), 0.7, 1.3);
        Assert.True(split.Distance(split.Ratio) < 0.3);
    }

    [Fact]
    public void One_skewed_hump_is_one_hump() =>
        Assert.All(Enumerable.Range(1, 60), seed => Assert.Null(Humps.Of(Mixed(500, 0, 1, seed))));

    [Fact]
    public void Small_whole_numbers_are_no_humps()
    {
        var random = new Random(3);
        Assert.All(Enumerable.Range(0, 20), _ => Assert.Null(Humps.Of(Frequencies.Of(Enumerable.Range(0, 400).Select(_ => 1 + Math.Floor(-4 * Math.Log(random.NextDouble())))))));
    }

    [Fact]
    public void A_ratio_matches_the_units_of_its_variable_within_five_percent()
    {
        Assert.Equal(88.4, Factors.Match(Creatinine, 90, 0.05)?.Factor ?? 0, 0.2);
        Assert.Null(Factors.Match(Creatinine, 60, 0.05));
        Assert.Equal(1000, Factors.Match(null, 1010, 0.05)?.Factor);
    }

    static KnownVariable Creatinine => new()
    {
        Id = "creatinine",
        Name = "Creatinine",
        Loinc = [],
        Names = [],
        Unit = "mg/dL",
        Factors = new Dictionary<string, string> { ["umol/L"] = "0.011312" },
        Hard = (0.05, 40),
        Extreme = (0.1, 25),
        Usual = (0.4, 6),
    };

    /// <summary>Log-normal values around 1 with two decimals of relative precision, a share of them times a factor.</summary>
    internal static Frequencies Mixed(int count, double share, double factor, int seed)
    {
        var random = new Random(seed);
        return Frequencies.Of(Enumerable.Range(0, count).Select(_ =>
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var value = Math.Exp(0.15 * normal) * (random.NextDouble() < share ? factor : 1);
            return Math.Round(value, 2 - (int)Math.Floor(Math.Log10(value)));
        }));
    }
}
