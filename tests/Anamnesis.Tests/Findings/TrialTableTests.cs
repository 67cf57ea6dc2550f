using System.Globalization;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>Tables of clinical trials in the standard of CDISC: days of the study, numbers of records, results as text and number, dates without their day.</summary>
public sealed class TrialTableTests
{
    static readonly DateTime Start = new(2019, 3, 1);

    /// <summary>Subjects, each with visits two weeks apart; the study days grow with the calendar, and screening lies before the first of them.</summary>
    static IEnumerable<string> Visits(Random random)
    {
        var row = 0;
        for (var subject = 1; subject <= 80; subject++)
        {
            var first = Start.AddDays(subject * 3);
            foreach (var day in (int[])[-7, 1, 15, 29, 43, 57, 85, 113])
            {
                yield return Row($"T-{subject:000}", ++row % 40, "WEIGHT", random.Normal(78, 11), Day(first.AddDays(day)), Day(first.AddDays(day + 3)), 1 + (day / 14), day, day);
            }
        }
    }

    static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public void Days_of_a_study_are_neither_measured_nor_codes_for_nothing() =>
        Assert.DoesNotContain(
            Examine("USUBJID,EXSEQ,EXTRT,EXDOSE,EXSTDTC,EXENDTC,VISITNUM,VISITDY,EXSTDY", Visits(new Random(5)), "disguised-missing", "level-shift", "spike", "last-digits", "cross-field"),
            diagnosis => diagnosis.Finding.Columns.Any(column => column is "VISITDY" or "EXSTDY" or "EXSEQ" or "VISITNUM"));

    /// <summary>Results as they are analysed: screening before the first treatment, and an average computed for each person, which no visit has.</summary>
    static IEnumerable<string> Analysed(Random random)
    {
        for (var subject = 1; subject <= 80; subject++)
        {
            var first = Start.AddDays(subject * 3);
            foreach (var day in (int[])[-7, 1, 15, 29, 43, 57, 85, 113])
            {
                var value = random.Normal(78, 11);
                yield return Row($"T-{subject:000}", Day(first.AddDays(1)), Day(first.AddDays(113)), Day(first.AddDays(day)), day, day < 0 ? -1 : day / 14, value, value, "KG", "STANDING", "LEFT ARM");
            }

            yield return Row($"T-{subject:000}", Day(first.AddDays(1)), Day(first.AddDays(113)), Day(first.AddDays(113)), 113, 8, random.Normal(78, 4), string.Empty, string.Empty, string.Empty, string.Empty);
        }
    }

    [Fact]
    public void Tables_for_analysis_have_reference_dates_days_and_computed_rows() =>
        Assert.Empty(Examine("USUBJID,TRTSDT,TRTEDT,ADT,ADY,AVISITN,AVAL,VSSTRESN,VSSTRESU,VSPOS,VSLOC", Analysed(new Random(9)), "time-order", "cross-field", "disguised-missing").Select(diagnosis => diagnosis.Finding.Says));

    /// <summary>Enrolment ends a year before the study does; results come evenly until the end.</summary>
    static IEnumerable<string> Results(string first, string last, string time) => Enumerable.Range(0, 400).SelectMany(subject =>
    {
        var enrolled = Start.AddDays(subject < 380 ? 1.6 * subject : 608 + (4 * (subject - 380)));
        return Enumerable.Range(0, 8).Select(visit => Row($"T-{subject:000}", Day(enrolled) + first, Day(enrolled.AddDays(300)) + last, Day(Start.AddDays((((8 * subject) + visit) * 379) % 1100)) + time, 60 + ((subject + (7 * visit)) % 40)));
    });

    [Theory]
    [InlineData("RFSTDTC,RFPENDTC,LBDTC")]
    [InlineData("TR01SDT,TR01EDT,ADT")]
    [InlineData("enrolment_date,finish_date,seen")]
    public void A_date_of_the_person_on_every_row_is_not_when_the_row_happened(string times)
    {
        using var folder = new TempFolder();
        folder.File("lb.csv", string.Join('\n', [$"USUBJID,{times},WEIGHT", .. Results(string.Empty, string.Empty, string.Empty), string.Empty]));
        var examination = Examinations.Examiner.Examine(folder.Path);
        Assert.Equal(times.Split(',')[2], examination.Profile.Tables[0].Reading.Clock?.Name);
        Assert.DoesNotContain(examination.Diagnoses, diagnosis => diagnosis.Finding.Kind == "edge");
    }

    [Fact]
    public void A_round_time_of_the_person_is_told_in_the_table_of_persons_alone()
    {
        using var folder = new TempFolder();
        var rows = Results("T08:00", "T09:30", "T10:17").ToList();
        folder.File("adlb.csv", string.Join('\n', ["USUBJID,TRTSDTM,TRTEDTM,ADTM,WEIGHT", .. rows, string.Empty]));
        folder.File("adsl.csv", string.Join('\n', ["USUBJID,TRTSDTM,TRTEDTM,ADTM,WEIGHT", .. rows.Where((_, i) => i % 8 == 0), string.Empty]));
        var told = Examinations.Examiner.Examine(folder.Path).Diagnoses.Where(diagnosis => diagnosis.Finding.Kind == "round-times").Select(diagnosis => (diagnosis.Finding.Table, diagnosis.Finding.Columns[0]));
        Assert.Equal([("adsl", "TRTEDTM"), ("adsl", "TRTSDTM")], told.Order());
    }

    [Fact]
    public void A_number_that_is_all_that_stands_in_a_column_of_codes_is_no_code_for_nothing() =>
        Assert.Empty(Examine("USUBJID,DTL,AVAL", Enumerable.Range(0, 400).Select(i => Row($"T-{i:000}", 999, 60 + (i * 7 % 40))), "disguised-missing"));

    [Fact]
    public void Names_of_the_standard_have_their_roles()
    {
        using var folder = new TempFolder();
        folder.File("vs.csv", string.Join('\n', ["USUBJID,VSSEQ,VSTESTCD,VSORRES,VSSTDTC,VSENDTC,VISITNUM,VISITDY,VSSTDY", .. Visits(new Random(5)).Select((row, i) => i % 2 == 0 ? row.Replace("WEIGHT", "PULSE", StringComparison.Ordinal) : row), string.Empty]));
        var roles = Examinations.Examiner.Examine(folder.Path).Profile.Tables[0].Reading.Columns.Select(column => column.Role.ToString());
        Assert.Equal(["Patient", "Other", "Item", "Value", "Start", "End", "Other", "Other", "Other"], roles);
    }

    [Fact]
    public void Dates_without_their_day_are_told_as_such()
    {
        var random = new Random(6);
        var found = Examine("USUBJID,AESTDTC,AETERM", Enumerable.Range(1, 600).Select(i =>
        {
            var day = Start.AddDays(random.Next(900));
            return Row($"T-{i:000}", i % 10 == 0 ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : i % 25 == 1 ? day.ToString("yyyy", CultureInfo.InvariantCulture) : Day(day), random.Next(3) == 0 ? "HEADACHE" : "NAUSEA");
        }), "type-mix");
        var diagnosis = Assert.Single(found);
        Assert.Equal("date-only-and-placeholder-dates", diagnosis.Differential[0].Mechanism);
        Assert.Contains("without", diagnosis.Finding.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_and_years_alone_are_no_ranges()
    {
        var random = new Random(7);
        var found = Examine("USUBJID,MHSTDTC,MHTERM", Enumerable.Range(1, 600).Select(i =>
        {
            var day = Start.AddDays(-random.Next(4000));
            return Row($"T-{i:000}", day.ToString(i % 9 == 0 ? "yyyy-MM-'UN'" : i % 2 == 0 ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture), random.Next(3) == 0 ? "ASTHMA" : "GOUT");
        }), "type-mix");
        Assert.All(found, diagnosis => Assert.Equal(600, diagnosis.Finding.Count));
        Assert.All(found, diagnosis => Assert.Equal("date-only-and-placeholder-dates", diagnosis.Differential[0].Mechanism));
    }

    [Fact]
    public void Times_every_five_minutes_are_counted_as_such()
    {
        var random = new Random(8);
        var found = Assert.Single(Examine("patient_id,taken", Enumerable.Range(1, 400).Select(i => Row(i, Start.AddDays(i).AddHours(random.Next(24)).AddMinutes(5 + (10 * random.Next(3))).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))), "round-times"));
        Assert.Equal((400, 400), (found.Finding.Count, found.Finding.Denominator));
    }

    [Fact]
    public void What_is_told_of_the_dead_alone_is_not_applicable_to_the_others()
    {
        var random = new Random(9);
        var found = Examine("USUBJID,AGE,DTHDTC,DTHFL", Enumerable.Range(1, 400).Select(i => random.Next(100) < 2 ? Row($"T-{i}", random.Next(40, 90), Day(Start.AddDays(i)), "Y") : Row($"T-{i}", random.Next(40, 90), string.Empty, string.Empty)), "co-missing", "missing");
        Assert.All(found, diagnosis => Assert.Equal("not-applicable-by-design", diagnosis.Differential[0].Mechanism));
    }
}
