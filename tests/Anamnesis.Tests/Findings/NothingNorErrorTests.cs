using System.Globalization;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>What looks odd and is not, beside the same thing where it is.</summary>
public sealed class NothingNorErrorTests
{
    [Fact]
    public void Zeros_below_a_gap_are_missing_values()
    {
        var random = new Random(11);
        var diagnosis = Assert.Single(Examine(
            "patient_id,skinfold_mm,age", Enumerable.Range(1, 600).Select(i => Row(i, i % 4 == 0 ? 0 : Math.Max(7, random.Normal(29, 9, 0)), random.Normal(50, 9, 0))), "disguised-missing"));

        Assert.Equal((150, "sentinel-coded-missing"), (diagnosis.Finding.Count, diagnosis.Likely?.Mechanism));
    }

    [Theory]
    [InlineData("cigarettes_per_day", 1)]
    [InlineData("alcohol_g", 12)]
    [InlineData("progesterone_receptor", 1)]
    public void Zeros_of_things_that_one_may_have_none_of_are_values(string name, int least)
    {
        var random = new Random(12);
        Assert.Empty(Examine($"patient_id,{name},age", Enumerable.Range(1, 600).Select(i => Row(i, i % 3 == 0 ? 0 : least + Math.Abs(random.Normal(0, 18, 0)), random.Normal(50, 9, 0))), "disguised-missing"));
    }

    [Fact]
    public void Where_many_were_born_on_one_day_what_else_stays_the_same_tells_one_person()
    {
        var random = new Random(5);
        var people = Enumerable.Range(0, 3000).Select(_ => (Born: new DateTime(1940, 1, 1).AddDays(random.Next(4000)), Sex: random.Next(2) == 0 ? "F" : "M", Height: random.Normal(168, 9, 0))).ToList();
        var rows = people.Select((one, i) => Row(i, one.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Sex, one.Height)).ToList();
        var again = people.Take(200).Select((one, i) => Row(90_000 + i, one.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), one.Sex, one.Height));

        Assert.Empty(Examine("patient_id,birth_date,sex,height", rows, "same-person"));
        var diagnosis = Assert.Single(Examine("patient_id,birth_date,sex,height", rows.Concat(again), "same-person"));
        Assert.Equal(["birth_date", "sex", "height"], diagnosis.Finding.Columns);
        Assert.Equal("duplicate-patient-identity", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Persons_with_other_first_names_are_not_the_same()
    {
        static string Born(int i) => $"19{40 + (i % 50):00}-0{1 + (i % 9)}-1{i % 10}";

        var twins = Enumerable.Range(0, 200).SelectMany(i => new[] { Row(2 * i, $"Ada{i}", Born(i), "F"), Row((2 * i) + 1, i < 20 ? $"Ada{i}" : $"Eva{i}", Born(i), "F") }).ToList();
        var others = Enumerable.Range(0, 200).SelectMany(i => new[] { Row(2 * i, $"Ada{i}", Born(i), "F"), Row((2 * i) + 1, $"Eva{i}", Born(i), "F") }).ToList();

        Assert.Equal(40, Assert.Single(Examine("patient_id,first_name,birth_date,sex", twins, "same-person")).Finding.Count);
        Assert.Empty(Examine("patient_id,first_name,birth_date,sex", others, "same-person"));
    }

    [Fact]
    public void A_flag_that_goes_with_more_than_one_of_a_count_contradicts_nothing()
    {
        var rows = Enumerable.Range(1, 700).Select(i =>
        {
            var many = i % 18 == 0;
            return Row(i, many ? 2 : i % 9 == 0 ? 1 : i % 350 == 5 ? 3 : 0, many || i == 27 ? 1 : 0, 30 + (i % 31));
        });
        Assert.Empty(Examine("patient_id,infections,wart,age", rows, "cross-field"));
    }

    [Fact]
    public void Humps_a_ratio_apart_that_no_unit_has_are_no_mixture_of_units()
    {
        var random = new Random(13);
        var found = Examine("patient_id,days_in_study,age", Enumerable.Range(1, 900).Select(i => Row(i, (i % 2 == 0 ? 1 : 1.75) * random.Normal(2200, 110, 0), random.Normal(50, 9, 0))), "two-humps");

        Assert.All(found, diagnosis => Assert.NotEqual("unit-mixture", diagnosis.Likely?.Mechanism));
    }

    [Fact]
    public void Prices_that_recur_are_no_spikes()
    {
        var random = new Random(14);
        Assert.Empty(Examine("patient_id,base_cost,age", Enumerable.Range(1, 600).Select(i => Row(i, i % 3 == 0 ? 600.5 : Math.Abs(random.Normal(400, 150, 2)), random.Normal(50, 9, 0))), "spike"));
    }

    [Fact]
    public void A_few_finer_values_are_no_habit_of_digits()
    {
        var random = new Random(15);
        Assert.Empty(Examine("patient_id,creatinine,age", Enumerable.Range(1, 600).Select(i => Row(i, Math.Exp(random.Normal(0.1, 0.35, 3)) is var value && i % 12 == 0 ? Math.Round(value, 2) : Math.Round(value, 1), random.Normal(50, 9, 0))), "last-digits"));
    }

    [Fact]
    public void Days_that_begin_at_one_are_not_cut_off()
    {
        var random = new Random(16);
        var found = Examine("patient_id,hospital_day,age", Enumerable.Range(1, 900).Select(i => Row(i, i % 3 != 0 ? 1 : 1 + Math.Abs(random.Normal(0, 22, 0)), random.Normal(50, 9, 0))), "spike");

        Assert.All(found, diagnosis => Assert.NotEqual("censored-or-ranged-result", diagnosis.Likely?.Mechanism));
    }

    [Fact]
    public void Small_numbers_are_neither_whole_nor_pounds()
    {
        var random = new Random(17);
        Assert.Empty(Examine("patient_id,jitter,age", Enumerable.Range(1, 600).Select(i => Row(i, Math.Round(Math.Exp(random.Normal(-10, 0.5, 3)), 8), random.Normal(50, 9, 0))), "off-grid", "converted-values"));
    }

    [Fact]
    public void Tenths_kept_roughly_by_a_machine_are_of_one_resolution()
    {
        var random = new Random(18);
        Assert.Empty(Examine("patient_id,leukocytes,age", Enumerable.Range(1, 800).Select(i => Row(i, (double)(Half)Math.Abs(random.Normal(11, 3)), random.Normal(50, 9, 0))), "off-grid"));
    }

    [Fact]
    public void Means_of_a_few_measurements_have_neither_two_resolutions_nor_spikes()
    {
        var random = new Random(19);
        double Mean(int n) => Math.Round(Enumerable.Range(0, n).Average(_ => random.Normal(14, 3, 0)), 6);

        Assert.Empty(Examine("patient_id,anion_gap,age", Enumerable.Range(1, 1200).Select(i => Row(i, Mean(1 + (i % 13)), random.Normal(50, 9, 0))), "off-grid", "spike"));
    }
}
