using CsCheck;

namespace Anamnesis.Findings.Statistics;

/// <summary>How probable it is that many trials of one group bring nothing.</summary>
public sealed class BetaBinomialTests
{
    [Fact]
    public void Groups_that_do_all_or_nothing_are_one_trial_each()
    {
        var rates = BetaBinomial.Of([(20, 20, 70), (20, 0, 30)]);
        Assert.Equal(0.7, rates.Rate, 9);
        Assert.InRange(Math.Exp(rates.LogNone(20)), 0.28, 0.32);
    }

    [Fact]
    public void Where_all_groups_are_alike_each_trial_counts() =>
        Assert.Equal(20 * Math.Log(0.3), BetaBinomial.Of([(20, 14, 100)]).LogNone(20), 6);

    [Fact]
    public void Where_there_are_no_groups_nothing_is_sure() =>
        Assert.Equal(Math.Log(0.5), BetaBinomial.Of([]).LogNone(1), 9);

    [Fact]
    public void More_trials_are_rarer_without_a_hit_and_the_less_so_the_more_alike_they_are() =>
        Gen.Select(Gen.Double[0.01, 0.99], Gen.Double[0, 0.9], Gen.Long[1, 60]).Sample((rate, alike, trials) =>
        {
            var (one, more, closer) = (new BetaBinomial(rate, alike).LogNone(trials), new BetaBinomial(rate, alike).LogNone(trials + 1), new BetaBinomial(rate, alike + 0.05).LogNone(trials));
            return more < one && one <= closer + 1e-9 && closer <= Math.Log(1 - rate) + 1e-9;
        });
}
