using System.Globalization;
using Anamnesis.Mechanisms.Missingness;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>How care goes by nature is told as nothing else.</summary>
public sealed class OrdinaryProcessTests
{
    static readonly DateTime Start = new(2021, 1, 1);

    [Theory]
    [InlineData("signed")]
    [InlineData("czas_podpisu")]
    [InlineData("SIGZEIT")]
    [InlineData("coded")]
    [InlineData("czas_kodowania")]
    [InlineData("KODZEIT")]
    public void A_signature_or_a_code_some_hours_later_is_no_late_entry(string name)
    {
        var random = new Random(1);
        var rows = Enumerable.Range(1, 400).Select(i => Start.AddMinutes(1171 * i) is var done ? Row(i, Time(done), Time(done.AddMinutes(60 + (900 * random.NextDouble()))), random.Normal(45, 9, 0)) : string.Empty);
        Assert.Empty(Examine($"patient_id,done,{name},lvef", rows, "late-entry"));
    }

    [Fact]
    public void Delays_of_hours_that_differ_by_an_hour_by_chance_are_no_clock()
    {
        var rows = Enumerable.Range(1, 600).Select(i => Start.AddHours(13 * i) is var done
            ? Row(i, Time(done), Time(done.AddMinutes(done.Month is >= 4 and <= 9 ? 1 + (i * 37 % 480) : 1 + (i * 37 % 600))), 40 + (i % 30)) : string.Empty);
        Assert.Empty(Examine("patient_id,done,entered,lvef", rows, "seasonal-offset"));
    }

    [Fact]
    public void Numbers_of_devices_that_come_and_go_with_their_patients_are_no_change_of_codes()
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 2000).Select(i => (Patient: i / 100, Day: (i / 100 * 60) + (i % 100)) is var (patient, day)
            ? Row(patient, Time(Start.AddDays(day)), $"hub-{137 + (29 * patient)}", random.Normal(80, 8)) : string.Empty);
        Assert.Empty(Examine("patient_id,measured,device,weight", rows, "code-change"));
    }

    [Fact]
    public void The_stay_of_rows_that_belong_to_no_stay_does_not_apply()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(1, 600).Select(i => Row(i, i % 7 < 3 ? null : i / 3, i % 90, Time(Start.AddHours(7 * i)), random.Normal(400, 20, 0)));
        var missing = Assert.Single(Examine("row_id,stay_id,patient_id,taken,qt", rows, "missing"));
        Assert.Equal("not-applicable-by-design", missing.Likely?.Mechanism);
    }

    [Fact]
    public void Nobody_dies_in_the_mildest_class_of_an_illness()
    {
        var rows = Enumerable.Range(1, 600).Select(i => Row(i, (string[])["I", "II", "III", "IV"] is var classes ? classes[i % 4] : null, i % 2 == 0 ? "yes" : "no", i % 4 > 0 && i % 7 == 0 ? 1 : 0));
        Assert.Empty(Examine("patient_id,nyha,diabetes,died", rows, "outcome-free-group"));
        Assert.Empty(Examine("patient_id,complaint,diabetes,died", rows, "outcome-free-group"));
        Assert.Empty(Examine("patient_id,discharged_to,diabetes,died", rows, "outcome-free-group"));
    }

    [Fact]
    public void A_stay_that_was_cut_repeats_its_values_and_nobody_copied_them()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(1, 400).SelectMany(i =>
        {
            var (from, values) = (Start.AddDays(2 * i), $"{random.Normal(139, 3)},{random.Normal(4.2, 0.4)},{random.Normal(90, 20)},{random.Normal(130, 15)}");
            return (string[])[$"{2 * i},{i % 120},{Time(from)},{Time(from.AddHours(20))},{values}", .. i % 3 == 0 ? (string[])[$"{(2 * i) + 1},{i % 120},{Time(from.AddHours(20.5))},{Time(from.AddHours(40))},{values}"] : []];
        });
        var repeated = Assert.Single(Examine("stay_id,patient_id,admitted,discharged,sodium,potassium,creatinine,hb", rows, "repeated-value"));
        Assert.Equal("encounter-splitting", repeated.Likely?.Mechanism);
    }

    [Fact]
    public void Who_released_a_preliminary_result_is_not_known_yet()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(1, 600).Select(i => Row(i, i % 90, Time(Start.AddHours(i)), random.Normal(139, 3), i % 5 == 0 ? "preliminary" : "final", i % 5 == 0 ? null : $"MD{i % 4}"));
        Assert.Equal("preliminary-and-corrected-versions", Assert.Single(Examine("row_id,patient_id,collected,sodium,status,released_by", rows, "missing-by-answer")).Likely?.Mechanism);
    }

    [Fact]
    public void A_number_that_the_text_says_was_not_left_unordered()
    {
        var random = new Random(6);
        var rows = Enumerable.Range(1, 400).Select(i => (Lvef: random.Next(20, 65), Empty: i % 3 == 0) is var (lvef, empty)
            ? Row(i, Time(Start.AddHours(9 * i)), empty ? null : lvef, $"\"Left ventricle of usual size, no effusion seen today by reader {i % 7}. {(i % 12 == 0 ? "The study ended early." : $"LVEF {lvef} %.")} Mitral valve without findings.\"") : string.Empty);
        Assert.Equal("number-locked-in-text", Assert.Single(Examine("patient_id,done,lvef,report_text", rows, "missing")).Likely?.Mechanism);
    }

    [Theory]
    [InlineData("smoker")]
    [InlineData("palenie")]
    [InlineData("RAUCHER")]
    [InlineData("dusznosc")]
    [InlineData("OEDEME")]
    public void People_answer_it_themselves_in_each_language(string column) => Assert.True(SelfReported.Is(column));

    [Theory]
    [InlineData("sodium")]
    [InlineData("sod")]
    [InlineData("nt_probnp")]
    public void A_test_is_no_answer(string column) => Assert.False(SelfReported.Is(column));

    static string Time(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
