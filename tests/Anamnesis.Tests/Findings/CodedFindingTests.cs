using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>Kinds of finding about the way in which single values are written: spikes, digits, codes for nothing, texts among numbers.</summary>
public sealed class CodedFindingTests
{
    static readonly string[] Kinds = ["spike", "last-digits", "disguised-missing", "type-mix", "off-grid", "encoding", "constant"];

    [Fact]
    public void Clean_columns_give_none()
    {
        var random = new Random(1);
        Assert.Empty(Examine(
            "patient_id,age,sex,sbp,potassium,creatinine,crp,weight_change,st_depression,nodes,follow_up_days,stage,grade,died",
            Enumerable.Range(1, 800).Select(i => Row(
                i, random.Normal(70, 9, 0), 1 + (i % 2), random.Normal(130, 15, 0), random.Normal(4.3, 0.4), Math.Round(Math.Exp(random.Normal(0, 0.3, 3)), 2), Math.Round(Math.Exp(random.Normal(2, 1.1, 3)), 1),
                random.Normal(0.5, 6, 0), Math.Max(0, random.Normal(0.5, 1)), (int)(-3 * Math.Log(random.NextDouble())), i % 200 == 0 ? 0 : random.Next(1, 4000), random.Next(1, 5), random.Next(0, 4), random.Next(5) == 0 ? 1 : 0)),
            Kinds));
    }

    [Theory]
    [InlineData(-9)]
    [InlineData(999)]
    [InlineData(9999)]
    public void One_code_in_several_columns_is_one_finding(int code)
    {
        var random = new Random(2);
        var diagnosis = Assert.Single(Examine(
            "patient_id,sbp,urea,ferritin",
            Enumerable.Range(1, 500).Select(i => Row(i, i % 10 == 0 ? code : random.Normal(130, 15, 0), i % 25 == 0 ? code : random.Normal(45, 8, 0), i % 50 == 0 ? code : random.Normal(120, 20, 0))),
            Kinds));

        Assert.Equal(("disguised-missing", 50 + 20 + 10), (diagnosis.Finding.Kind, diagnosis.Finding.Count));
        Assert.Equal(["sbp", "urea", "ferritin"], diagnosis.Finding.Columns);
        Assert.Equal("sentinel-coded-missing", diagnosis.Likely?.Mechanism);
    }

    [Theory]
    [InlineData("cholesterol", 20)]
    [InlineData("cholesterol", 1)]
    [InlineData("sbp", 100)]
    public void Zero_is_no_value_of_the_living(string column, int one)
    {
        var random = new Random(3);
        var diagnosis = Assert.Single(Examine($"patient_id,{column}", Enumerable.Range(1, 400).Select(i => Row(i, i % one == 0 ? 0 : random.Normal(160, 20, 0))), Kinds),
            found => found.Finding.Kind == "disguised-missing");

        Assert.Equal(400 / one, diagnosis.Finding.Count);
        Assert.Equal("sentinel-coded-missing", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_word_for_nothing_among_categories_is_told()
    {
        var diagnosis = Assert.Single(Examine(
            "patient_id,ethnicity", Enumerable.Range(1, 300).Select(i => Row(i, i % 6 == 0 ? "UNKNOWN/NOT SPECIFIED" : i % 2 == 0 ? "WHITE" : i % 3 == 0 ? "ASIAN" : "BLACK")), Kinds));

        Assert.Equal(("disguised-missing", 50), (diagnosis.Finding.Kind, diagnosis.Finding.Count));
    }

    [Fact]
    public void A_code_beside_the_legal_codes_is_told()
    {
        var diagnosis = Assert.Single(Examine(
            "patient_id,vessels", Enumerable.Range(1, 300).Select(i => Row(i, i % 60 == 0 ? 9 : i % 2 == 0 ? 0 : i % 3 == 0 ? 2 : i % 5 == 0 ? 3 : 1)), Kinds));

        Assert.Equal(("disguised-missing", 5), (diagnosis.Finding.Kind, diagnosis.Finding.Count));
        Assert.Contains("sentinel-coded-missing", diagnosis.Differential.Take(3).Select(candidate => candidate.Mechanism));
    }

    [Fact]
    public void The_mean_of_the_others_is_an_imputation()
    {
        var random = new Random(4);
        var values = Enumerable.Range(1, 600).Select(_ => Math.Round(Math.Exp(random.Normal(0, 0.4, 3)), 2)).ToList();
        var mean = Math.Round(values.Where((_, i) => i % 8 != 0).Average(), 5);
        var diagnosis = Assert.Single(Examine("patient_id,creatinine", values.Select((value, i) => Row(i, i % 8 == 0 ? mean : value)), Kinds), found => found.Finding.Kind == "spike");

        Assert.Equal(75, diagnosis.Finding.Count);
        Assert.Equal("silent-imputation-constant", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_heap_at_the_edge_is_a_limit_of_the_method()
    {
        var random = new Random(5);
        var diagnosis = Assert.Single(Examine(
            "patient_id,ct_value", Enumerable.Range(1, 900).Select(i => Row(i, i % 3 == 0 ? 45 : Math.Round(18 + (20 * random.NextDouble()), 2))), Kinds), found => found.Finding.Kind == "spike");

        Assert.Equal(300, diagnosis.Finding.Count);
        Assert.Equal("censored-or-ranged-result", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_normal_value_that_half_of_all_have_is_a_default()
    {
        var random = new Random(6);
        var diagnosis = Assert.Single(Examine(
            "patient_id,temperature", Enumerable.Range(1, 1200).Select(i => Row(i, random.NextDouble() < 0.5 ? 36.6 : random.Normal(36.9, 0.6))), Kinds), found => found.Finding.Kind == "spike");

        Assert.Equal(36.6, diagnosis.Finding.Number);
        Assert.Equal("form-default-accepted", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Pressures_in_tens_are_read_by_people_and_others_are_not()
    {
        var random = new Random(7);
        var diagnosis = Assert.Single(Examine(
            "patient_id,sbp,sbp_monitor",
            Enumerable.Range(1, 700).Select(i => Row(i, random.NextDouble() < 0.6 ? Math.Round(random.Normal(135, 18, 0) / 10) * 10 : random.Normal(135, 18, 0), random.Normal(135, 18, 0))),
            Kinds));

        Assert.Equal(("last-digits", "sbp"), (diagnosis.Finding.Kind, diagnosis.Finding.Columns[0]));
        Assert.Equal("terminal-digit-preference", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Three_digits_whatever_the_size_are_no_habit()
    {
        var random = new Random(11);
        Assert.Empty(Examine("patient_id,kappa", Enumerable.Range(1, 3000).Select(i =>
        {
            var value = Math.Exp(random.Normal(0.7, 0.5, 6));
            return Row(i, Math.Round(value, value < 1 ? 3 : 2));
        }), "last-digits"));
    }

    [Fact]
    public void Limits_and_ranges_among_numbers_are_censored_results()
    {
        var random = new Random(8);
        var diagnosis = Assert.Single(Examine("patient_id,crp", Enumerable.Range(1, 400).Select(i => Row(i, i % 20 == 0 ? "<3" : i % 50 == 1 ? "4-6" : random.Normal(30, 7))), Kinds));

        Assert.Equal(("type-mix", 28), (diagnosis.Finding.Kind, diagnosis.Finding.Count));
        Assert.Equal("censored-or-ranged-result", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Commas_in_numbers_come_from_another_country()
    {
        var random = new Random(9);
        var diagnosis = Assert.Single(Examine(
            "patient_id,potassium", Enumerable.Range(1, 400).Select(i => Row(i, i % 4 == 0 ? $"\"{Row(random.Normal(4.3, 0.4)).Replace('.', ',')}\"" : random.Normal(4.3, 0.4))), Kinds));

        Assert.Equal("type-mix", diagnosis.Finding.Kind);
        Assert.Equal("locale-and-spreadsheet-coercion", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Letters_read_in_another_code_page_are_told()
    {
        var diagnosis = Assert.Single(Examine("patient_id,city", Enumerable.Range(1, 200).Select(i => Row(i, i % 10 == 0 ? "MÃ¼nchen" : i % 2 == 0 ? "Łódź" : "Köln")), Kinds));

        Assert.Equal(("encoding", 20), (diagnosis.Finding.Kind, diagnosis.Finding.Count));
        Assert.Equal("locale-and-spreadsheet-coercion", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Whole_kilograms_among_fine_ones_are_two_resolutions()
    {
        var random = new Random(10);
        var diagnosis = Assert.Single(Examine(
            "patient_id,weight_kg", Enumerable.Range(1, 600).Select(i => Row(i, i % 5 == 0 ? random.Normal(80, 12, 0) : Math.Round(random.Normal(176, 26, 1) * 0.45359, 4))), Kinds));

        Assert.Equal("off-grid", diagnosis.Finding.Kind);
        Assert.InRange(diagnosis.Finding.Count, 120, 124);
    }
}
