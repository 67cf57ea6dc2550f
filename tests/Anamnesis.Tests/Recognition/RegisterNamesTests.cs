using System.Globalization;
using Anamnesis.Profiling;

namespace Anamnesis.Recognitions;

/// <summary>Names as registers and cohort studies write them: short, and alike to words of another language.</summary>
public sealed class RegisterNamesTests
{
    const int Rows = 90;

    [Theory]
    [InlineData("doV", Role.Taken)]
    [InlineData("doDM", Role.Taken)]
    [InlineData("doCVD1", Role.Taken)]
    [InlineData("dod", Role.Outcome)]
    [InlineData("DOD_HOSP", Role.Outcome)]
    [InlineData("doDth", Role.Outcome)]
    [InlineData("pobyt_do", Role.End)]
    [InlineData("data_do", Role.End)]
    [InlineData("data_od", Role.Start)]
    [InlineData("entry", Role.Start)]
    [InlineData("entry_time", Role.Recorded)]
    public void A_day_is_what_its_name_says(string name, Role role)
    {
        var day = new DateOnly(2019, 1, 1);
        var column = ReadTable.Of($"sex,{name},age", Enumerable.Range(0, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{"FM"[i % 2]},{day.AddDays(i * 7):yyyy-MM-dd},{40 + (i % 37)}"))).Columns[1];
        Assert.Equal(role, column.Role);
        Assert.True(role != Role.Taken || column.Confidence <= 0.7);
    }

    [Theory]
    [InlineData("ptno", Role.Patient)]
    [InlineData("pat_no", Role.Patient)]
    [InlineData("no", Role.RowId)]
    [InlineData("obs", Role.RowId)]
    [InlineData("adm.id", Role.Stay)]
    public void A_number_for_each_row_is_what_its_name_says(string name, Role role) =>
        Assert.Equal(role, ReadTable.Of($"{name},age,time", Enumerable.Range(1, Rows).Select(i => $"{i},{40 + (i % 37)},{100 + (i * 13 % 71)}")).Columns[0].Role);

    [Theory]
    [InlineData("no")]
    [InlineData("obs")]
    public void A_number_that_recurs_is_none_of_the_row(string name) =>
        Assert.NotEqual(Role.RowId, ReadTable.Of($"{name},age,time", Enumerable.Range(1, Rows).Select(i => $"{i / 2},{40 + (i % 37)},{100 + (i * 13 % 71)}")).Columns[0].Role);

    [Theory]
    [InlineData("sex")]
    [InlineData("gender")]
    [InlineData("smoker")]
    [InlineData("treatment")]
    public void What_a_person_is_or_gets_is_no_outcome_though_it_stands_last(string name) =>
        Assert.Equal(Role.Category, ReadTable.Of($"age,height,weight,sbp,grade,{name}", Enumerable.Range(1, Rows).Select(i => $"{40 + (i % 37)},{150 + (i * 7 % 41)},{50 + (i * 5 % 43)},{100 + (i * 11 % 61)},{i % 4},{i % 2}")).Columns[^1].Role);

    [Fact]
    public void A_rate_cut_short_is_the_rate_of_the_heart() =>
        Assert.Equal("heart_rate", ReadTable.Of("age,hrtrate", Enumerable.Range(1, Rows).Select(i => $"{40 + (i % 37)},{60 + (i * 11 % 51)}")).Columns[1].Variable);

    [Fact]
    public void Children_are_not_weighed_in_stones() =>
        Assert.NotEqual("st", ReadTable.Of("age,wgt", Enumerable.Range(1, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1 + (i % 17)},{6.5 + (i % 17 * 2.9):0.0}"))).Columns[1].Unit);

    [Fact]
    public void Stones_that_are_named_are_stones() =>
        Assert.Equal("st", ReadTable.Of("age,weight_st", Enumerable.Range(1, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{21 + (i % 60)},{8.5 + (i % 17 * 0.5):0.0}"))).Columns[1].Unit);

    [Theory]
    [InlineData("Creatinine [Mass/volume] in Serum or Plasma", "creatinine")]
    [InlineData("Creatinine [Mass/volume] in Urine", null)]
    [InlineData("Creatinine (urine)", null)]
    [InlineData("Sodium [Moles/volume] in Urine", null)]
    [InlineData("Oxygen [Partial pressure] in Arterial blood", "po2")]
    [InlineData("INR in Platelet poor plasma by Coagulation assay", "inr")]
    [InlineData("Body mass index (BMI) [Ratio]", "bmi")]
    [InlineData("creatinine (mg/dL) at discharge", "creatinine")]
    public void Words_after_a_bracket_count(string name, string? variable)
    {
        var (low, step) = variable switch { "po2" => (70, 0.5), "bmi" => (19, 0.2), "inr" => (1, 0.03), _ => (0.7, 0.02) };
        var column = ReadTable.Of($"patient_id,\"{name}\",age", Enumerable.Range(1, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{low + (i * 7 % 61 * step):0.00},{40 + (i % 37)}"))).Columns[1];
        Assert.Equal(variable, column.Variable);
    }
}
