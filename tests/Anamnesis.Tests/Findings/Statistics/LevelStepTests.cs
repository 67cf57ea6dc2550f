using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

public sealed class LevelStepTests
{
    static readonly DateTime Start = new(2020, 1, 1);

    [Fact]
    public void A_step_is_found_in_its_month()
    {
        var step = LevelStep.Of(Months(24, month => month < 10 ? 100 : 130));

        Assert.NotNull(step);
        Assert.Equal(new DateTime(2020, 11, 1), step.From);
        Assert.Equal(14 * 50, step.CountAfter);
    }

    [Fact]
    public void A_trend_is_no_step() => Assert.Null(LevelStep.Of(Months(24, month => 100 + (2 * month))));

    [Fact]
    public void Noise_is_no_step() => Assert.Null(LevelStep.Of(Months(24, _ => 100)));

    [Fact]
    public void Few_months_say_nothing() => Assert.Null(LevelStep.Of(Months(5, month => month < 3 ? 100 : 200)));

    static IEnumerable<Cell> Months(int count, Func<int, double> level)
    {
        var noise = new Random(5);
        return Enumerable.Range(0, count).Select(month =>
            new Cell(null, Start.AddMonths(month), 50, 50, null, level(month) + (3 * (noise.NextDouble() - 0.5)))).ToList();
    }
}
