namespace Anamnesis.Findings;

/// <summary>Months without a row count where care paused, and not where a date is far from all others.</summary>
public sealed class FewerInMonthsTests
{
    static readonly DateTime First = new(2018, 1, 1);
    static readonly (DateTime Month, long Rows)[] Far = [(new DateTime(1900, 1, 1), 3), (new DateTime(9999, 12, 1), 1)];

    /// <summary>Five years of a hundred rows a month, with months of which few or none came.</summary>
    static List<(DateTime Month, long Rows)> Years(int from, int months, int few) =>
        [.. Enumerable.Range(0, 60).Select(place => (First.AddMonths(place), (long)(place >= from && place < from + months ? few : 100 + (place % 5)))).Where(month => month.Item2 > 0)];

    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    public void A_date_of_1900_or_9999_changes_nothing_of_what_is_told(int few)
    {
        var years = Years(24, 4, few);
        var run = FewerInMonths.Lowest(years);
        Assert.Equal((First.AddMonths(24), First.AddMonths(28)), (run!.From, run.To)); // the next line would be null == null without it
        Assert.Equal(run, FewerInMonths.Lowest([Far[0], .. years, Far[1]]));
    }

    [Fact]
    public void Beside_a_date_of_1900_the_first_months_are_no_fewer_than_before() => Assert.Null(FewerInMonths.Lowest([Far[0], .. Years(0, 3, 40), Far[1]]));

    [Fact]
    public void Far_dates_bring_no_centuries_of_months() => Assert.Equal(62, FewerInMonths.WithEmpty([Far[0], .. Years(0, 0, 0), Far[1]]).Count);

    [Theory]
    [InlineData(6, 60)]
    [InlineData(18, 60)]
    [InlineData(19, 41)]
    public void A_pause_is_filled_with_empty_months_as_long_as_a_run_may_be(int months, int then) => Assert.Equal(then, FewerInMonths.WithEmpty(Years(20, months, 0)).Count);
}
