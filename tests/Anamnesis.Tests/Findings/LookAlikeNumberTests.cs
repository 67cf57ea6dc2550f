using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>Numbers and labels that look like a kind of finding and are none, seen in tables of trials, registers and counts.</summary>
public sealed class LookAlikeNumberTests
{
    [Fact]
    public void None_of_so_many_parts_is_a_share_like_any_other()
    {
        var random = new Random(3);
        Assert.Empty(Examine("subject,site,deep_pockets", Enumerable.Range(1, 700).Select(i =>
        {
            var places = random.Next(160, 169);
            var deep = Math.Max(0, (int)random.Normal(4, 6, 0));
            return Row(i, i % 4, Math.Round(100.0 * deep / places, 3)); // every share is a multiple of nearly the same least one
        }), "disguised-missing"));
    }

    [Fact]
    public void Three_figures_of_a_large_number_are_no_habit_of_digits()
    {
        var random = new Random(3);
        Assert.Empty(Examine("subject,bacteria", Enumerable.Range(1, 500).Select(i =>
        {
            var count = Math.Exp(random.Normal(14, 1.2, 4));
            var step = Math.Pow(10, Math.Floor(Math.Log10(count)) - 2);
            return Row(i, Math.Round(count / step) * step);
        }), "last-digits"));
    }

    [Fact]
    public void Labels_of_one_length_are_not_cut()
    {
        var random = new Random(3);
        string[] ranges = ["Under 2,600", "2,600 to 5,200", "5,200 to 10,400", "10,400 to 15,600", "15,600 to 20,800", "20,800 to 28,600", "28,600 to 36,400", "Above 36,400", "Refused"];
        string[] origins = ["White European", "Middle Eastern", "middle eastern", "Asian", "South Asian", "Black", "Hispanic", "Latino"];
        Assert.Empty(Examine("person,income,origin", Enumerable.Range(1, 900).Select(i => Row(i, $"\"{ranges[random.Next(ranges.Length)]}\"", origins[random.Next(origins.Length)])), "cut-text"));
    }

    [Fact]
    public void A_count_of_harm_to_staff_is_nobody_who_reads()
    {
        var random = new Random(3);
        Assert.Empty(Examine("home,falls,weight_loss,choking,abuse_on_staff", Enumerable.Range(1, 900).Select(i =>
        {
            var busy = random.Next(4);
            return Row(i, random.Next(9) + (2 * busy), random.Next(9), random.Next(9), busy);
        }), "differs-by-source"));
    }

    [Fact]
    public void More_people_in_beds_are_no_new_assay()
    {
        var random = new Random(3);
        var found = Examine("date,hospital,count", Enumerable.Range(0, 1600).Select(i =>
        {
            var day = new DateTime(2020, 3, 1).AddDays(i / 4);
            return Row(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"H{i % 4}", Math.Max(1, (int)random.Normal(day < new DateTime(2020, 8, 1) ? 230 : 130, 14, 0)));
        }), "level-shift");
        Assert.NotEmpty(found);
        Assert.All(found, diagnosis => Assert.Equal("practice-or-population-shift", diagnosis.Differential[0].Mechanism));
    }
}
