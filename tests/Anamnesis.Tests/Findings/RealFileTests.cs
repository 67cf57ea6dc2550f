using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>Patterns that real files showed, planted anew: found where they are, silent where not, and explained by what made them.</summary>
public sealed class RealFileTests
{
    [Fact]
    public void One_code_in_the_same_rows_of_several_columns_is_a_block_that_was_not_asked()
    {
        var random = new Random(21);
        var diagnosis = Assert.Single(Examine("subject,asthma_dx,ulcer_dx,gout_dx,other_dx", Enumerable.Range(1, 500).Select(i => i % 2 == 0
            ? Row(i, 2, 2, 2, random.Next(3))
            : Row(i, random.Next(2), random.Next(2), random.Next(4) == 0 ? 1 : 0, random.Next(3))), "disguised-missing"));

        Assert.Equal(250, diagnosis.Finding.Count);
        Assert.Equal(["asthma_dx", "gout_dx", "ulcer_dx"], diagnosis.Finding.Columns.Order(StringComparer.Ordinal));
        Assert.Equal("sentinel-coded-missing", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Columns_that_are_copies_share_more_than_a_code()
    {
        var random = new Random(22);
        Assert.Empty(Examine("subject,snp_a,snp_b,snp_c", Enumerable.Range(1, 500).Select(i => random.Next(3)).Select((value, i) => Row(i, value, value, value)), "disguised-missing"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_second_follow_up_that_ended_later_is_told_where_it_did(bool apart)
    {
        var random = new Random(23);
        var found = Examine("id,relapse,rtime,dtime,died", Enumerable.Range(1, 600).Select(i =>
        {
            var (relapse, died, end) = (i % 2, i % 5 == 0 ? 1 : 0, random.Next(400, 4000));
            return Row(i, relapse, relapse == 1 ? random.Next(20, 390) : apart && i % 20 == 0 ? end - random.Next(30, 300) : end, end, died);
        }), "cross-field");

        Assert.Equal(apart ? ["extract-window-truncation"] : [], found.Select(diagnosis => diagnosis.Likely?.Mechanism));
        Assert.Equal(apart ? [30L] : [], found.Select(diagnosis => diagnosis.Finding.Count));
    }

    [Theory]
    [InlineData(true, "form-field-introduced-or-retired")]
    [InlineData(false, "panel-co-ordering")]
    public void Empty_rows_that_follow_each_other_are_another_form_and_scattered_ones_a_panel(bool run, string cause)
    {
        var random = new Random(24);
        var diagnosis = Assert.Single(Examine("id,sex,arm,ferritin,crp,albumin", Enumerable.Range(1, 400).Select(i =>
            (run ? i > 310 : random.Next(4) == 0) ? Row(i, i % 2, run ? null : i % 3, null, null, null) : Row(i, i % 2, i % 3, random.Normal(120, 30, 0), random.Normal(9, 2), random.Normal(4, 0.4))), "co-missing"));

        Assert.Equal(cause, diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void What_exists_only_after_the_outcome_is_no_matter_of_sickness()
    {
        var random = new Random(25);
        var kinds = Examine("id,died,month_of_death,sodium", Enumerable.Range(1, 500).Select(i => Row(i, i % 4 == 0 ? 1 : 0, i % 4 == 0 ? random.Next(1, 13) : null, random.Normal(139, 3, 0))))
            .Select(diagnosis => diagnosis.Finding.Kind).ToList();

        Assert.Contains("missing-by-answer", kinds);
        Assert.DoesNotContain("missing-in-less-sick", kinds);
    }

    [Theory]
    [InlineData("household_income")]
    [InlineData("meal_calories")]
    public void What_people_tell_about_themselves_is_not_ordered(string column)
    {
        var random = new Random(26);
        var diagnosis = Assert.Single(Examine($"id,died,age,{column}", Enumerable.Range(1, 500).Select(i =>
            Row(i, i % 4 == 0 ? 1 : 0, random.Normal(60, 10, 0), random.NextDouble() < (i % 4 == 0 ? 0.03 : 0.12) ? null : random.Normal(1800, 300, 0))), "missing", "missing-in-less-sick"));

        Assert.NotEqual("selective-ordering-by-severity", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void A_limit_among_numbers_is_not_empty()
    {
        var random = new Random(27);
        var found = Examine("id,ddimer", Enumerable.Range(1, 400).Select(i => Row(i, i % 3 == 0 ? "<0.19" : i % 25 == 0 ? string.Empty : Row(random.Normal(1.5, 0.3, 2)))), "missing", "type-mix");

        Assert.Equal([("missing", 11L), ("type-mix", 133L)], found.Select(diagnosis => (diagnosis.Finding.Kind, diagnosis.Finding.Count)).Order());
    }

    [Fact]
    public void Tenths_that_a_machine_writes_as_binary_fractions_are_one_resolution()
    {
        var random = new Random(28);
        Assert.Empty(Examine("id,height", Enumerable.Range(1, 600).Select(i => Row(i, Math.Round(random.Normal(168, 9, 1) * 32) / 32)), "off-grid", "last-digits"));
    }

    [Fact]
    public void Digits_are_told_of_all_values_and_not_only_of_the_rarer_ones()
    {
        var random = new Random(29);
        var diagnosis = Assert.Single(Examine("id,age,sbp", Enumerable.Range(1, 500).Select(i => Row(
            i, random.Normal(60, 9, 0), random.NextDouble() < 0.3 ? 120 : random.NextDouble() < 0.7 ? 10 * random.Normal(13, 2, 0) : random.Normal(130, 18, 0))), "last-digits"));

        Assert.InRange(diagnosis.Finding.Count, 0.75 * diagnosis.Finding.Denominator, 0.9 * diagnosis.Finding.Denominator);
        Assert.Equal(500, diagnosis.Finding.Denominator);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Zeros_throughout_are_odd_where_sister_tables_hold_values(bool sisters, int expected)
    {
        var random = new Random(30);
        using var folder = new TempFolder();
        foreach (var (place, site) in ((string[])["north", "river", "south"]).Index())
        {
            folder.File($"{site}.csv", "age,sex,sbp,chol,glucose\n" + string.Join('\n', Enumerable.Range(0, 150).Select(_ =>
                Row(random.Normal(60, 9, 0), random.Next(2), random.Normal(130, 15, 0), place == 2 || !sisters ? 0 : random.Normal(230, 40, 0), random.Normal(5.6, 0.8)))));
        }

        var found = Examiner.Examine(folder.Path).Diagnoses.Where(diagnosis => diagnosis.Finding.Kind == "constant" && diagnosis.Finding.Table == "south" && diagnosis.Finding.Facts["siblings"] > 0).ToList();
        Assert.Equal(expected, found.Count);
        Assert.All(found, diagnosis => Assert.Equal("sentinel-coded-missing", diagnosis.Likely?.Mechanism));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pid,age,stage\n")]
    public void Tables_that_number_their_own_rows_refer_to_nothing(string header)
    {
        var random = new Random(31);
        using var folder = new TempFolder();
        folder.File("cohort.csv", header + string.Join('\n', Enumerable.Range(1, 300).Select(i => Row(i, random.Normal(60, 9, 0), random.Next(1, 5)))));
        folder.File("trial.csv", header + string.Join('\n', Enumerable.Range(5, 320).Select(i => Row(i, random.Normal(60, 9, 0), random.Next(1, 5)))));

        Assert.DoesNotContain(Examiner.Examine(folder.Path).Diagnoses, diagnosis => diagnosis.Finding.Kind == "orphans");
    }

    [Fact]
    public void Equal_rows_without_any_key_may_be_two_people()
    {
        var random = new Random(32);
        var rows = Enumerable.Range(1, 200).Select(_ => Row(random.Normal(60, 9, 0), random.Next(2), random.Normal(130, 15, 0), random.Normal(230, 40, 0), random.Normal(150, 20, 0))).ToList();
        var diagnosis = Assert.Single(Examine("age,sex,sbp,chol,max_rate", [.. rows, rows[17]], "duplicate-rows"));

        Assert.Equal(Verdict.Unclear, diagnosis.Verdict);
    }

    [Fact]
    public void Odd_cells_of_a_damaged_file_are_told_as_the_damage()
    {
        var random = new Random(33);
        var rows = Enumerable.Range(1, 300).Select(i => Row(i, random.Normal(60, 9, 0), random.Normal(130, 15, 0), random.Normal(230, 40, 0))).ToList();
        rows[150] = "151,60,13\u0000\u0000\u000130,230";
        rows[151] = "152,60\u0000,130";
        using var folder = new TempFolder();
        folder.File("extract.csv", "id,age,sbp,marker\n" + string.Join('\n', rows));
        var kinds = Examiner.Examine(folder.Path).Diagnoses.Select(diagnosis => diagnosis.Finding.Kind).ToList();

        Assert.Contains("encoding", kinds);
        Assert.Contains("rejected-rows", kinds);
        Assert.DoesNotContain("extremes", kinds);
        Assert.DoesNotContain("impossible-value", kinds);
    }
}
