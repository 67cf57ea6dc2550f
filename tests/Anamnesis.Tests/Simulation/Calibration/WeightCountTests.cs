using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Simulation.Calibration;

/// <summary>The table of weights: made by a command, the same every time, and never on clinics that accuracy is measured on.</summary>
public sealed class WeightCountTests
{
    static readonly TrialSize Tiny = new(3, 2, 40, 2019, 2020);

    static readonly IReadOnlyList<string> Header = [.. Embedded.Text("weights.csv").Split('\n').TakeWhile(line => line.StartsWith('#'))];

    static readonly IReadOnlyList<string[]> Rows = [.. Embedded.Text("weights.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(Header.Count + 1).Select(line => line.Split(','))];

    [Fact]
    public void The_same_command_counts_the_same_table_whatever_the_weights_of_today()
    {
        var first = Table(jobs: 1);
        Assert.Equal(first, Table(jobs: 2));
        Assert.StartsWith("# ./anamnesis calibrate --clinics 2 --patients 40 --years 2019-2020 --seed 3\n", first, StringComparison.Ordinal);
        Assert.Contains(first.Split('\n'), line => line.Contains(",strong,", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_names_the_command_and_the_clinics_that_made_it() =>
        Assert.Matches("^# ./anamnesis calibrate( --clinics [0-9]+ --patients [0-9]+ --years [0-9]{4}-[0-9]{4} --seed [0-9]+)?$", Header[0]);

    [Fact]
    public void No_clinic_of_the_table_has_a_name_style_or_an_even_seed_of_the_clinics_that_accuracy_is_measured_on() => Assert.All(
        Header.Where(line => line.StartsWith("# clinic ", StringComparison.Ordinal)),
        line =>
        {
            Assert.DoesNotContain(Series.Accuracy.Styles, style => line.Contains($", {style.Id}:", StringComparison.Ordinal));
            Assert.Equal(1, int.Parse(line.Split("seed ")[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) % 2);
            Assert.DoesNotContain(line.Split(": ")[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, Series.Accuracy.Sizes);
        });

    [Fact]
    public void A_counted_ratio_stays_on_the_side_of_its_strength() => Assert.All(Rows, row =>
    {
        var ratio = double.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture);
        var (low, high) = row[1] switch { "strong" => (10, 50), "support" => (3.0, 10), "against" => (0.02, 1), _ => (0.2, 1) };
        Assert.InRange(ratio, low, high);
    });

    [Fact]
    public void A_sign_keeps_its_name_when_its_numbers_change()
    {
        double share = 0.3, other = 0.7;
        Assert.Equal(Sign.Strong($"{share:P0} of the rows ({other:0.0}) differ", share, true).Key, Sign.Strong($"{other:P0} of the rows ({share:0.0}) differ", other, false).Key);
        Assert.Equal("of-the-rows-differ", Sign.Support($"{share:P0} of the rows differ", share, true).Key);
    }

    [Theory]
    [InlineData(0, 0, 10)] // nothing was seen: the default
    [InlineData(5, 5, 8.8)]
    [InlineData(400, 400, 3)] // as frequent without as with: the least of its class
    public void Few_cases_leave_a_ratio_near_its_default_and_many_move_it_to_the_bound_of_its_class(int made, int others, double ratio)
    {
        var count = new SignCount();
        for (var place = 0; place < made; place++)
        {
            count.Add(fired: place % 2 == 0, isTrue: true, weight: 1);
        }

        for (var place = 0; place < others; place++)
        {
            count.Add(fired: place % 2 == 0, isTrue: false, weight: 1);
        }

        Assert.InRange(count.Ratio(10, 20, (3, 50)), ratio * 0.7, ratio * 1.05);
    }

    [Fact]
    public void A_sign_that_was_never_there_keeps_its_default()
    {
        var count = new SignCount();
        for (var place = 0; place < 100; place++)
        {
            count.Add(fired: false, isTrue: place % 2 == 0, weight: 1);
        }

        Assert.Equal(10, count.Ratio(10, 20, (3, 50)), 6);
    }

    [Fact]
    public void A_table_says_what_made_it_and_none_says_that_nothing_was_counted()
    {
        Assert.Equal("counted on simulated clinics by ./anamnesis calibrate --clinics 2", Weights.Parse("# ./anamnesis calibrate --clinics 2\nmechanism,class,sign,ratio\nunit-mixture,strong,it-is-odd,20\n").Origin);
        Assert.Equal("defaults, not calibrated", Weights.Default.Origin);
    }

    [Fact]
    public void A_counted_weight_changes_what_its_sign_says_and_no_other()
    {
        var weights = Weights.Parse("mechanism,class,sign,ratio\nunit-mixture,strong,it-is-odd,20\n");
        var sign = Sign.Strong("it is odd", 1, fires: true);
        Assert.Equal((20.0, 10.0, 10.0), (sign.With("unit-mixture", weights).Ratio, sign.With("keying-error", weights).Ratio, sign.With("unit-mixture", Weights.Default).Ratio));
        Assert.Equal(1, (sign with { Fires = false }).With("unit-mixture", weights).Ratio);
    }

    static string Table(int jobs)
    {
        var counts = new WeightCount();
        foreach (var outcome in TrialRun.Each(Series.Calibration.Trials(Tiny), jobs, Weights.Default, TestContext.Current.CancellationToken))
        {
            counts.Add(outcome);
        }

        return counts.Table(Tiny);
    }
}
