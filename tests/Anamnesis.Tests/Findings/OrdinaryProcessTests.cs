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
