using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>What looks like a kind of finding and is none, seen in tables of billing, dictionaries and generators.</summary>
public sealed class LookAlikeTests
{
    static readonly DateTime Start = new(2018, 1, 1, 6, 0, 0);

    [Fact]
    public void Times_that_have_little_to_do_with_each_other_show_no_clock()
    {
        var random = new Random(3);
        Assert.Empty(Examine("patient_id,starttime,storetime,duration", Enumerable.Range(0, 1200).Select(i =>
        {
            var start = Start.AddHours(i * 14.6);
            var wait = (start.Month is >= 4 and <= 9 ? 172 : 112) * Math.Exp(random.Normal(0, 2, 3)); // medians an hour apart, all else apart as it likes
            return Row(i % 300, Time(start), Time(start.AddMinutes(wait)), random.Next(5, 90));
        }), "seasonal-offset"));
    }

    [Fact]
    public void Periods_of_diagnoses_of_one_person_may_overlap()
    {
        var random = new Random(3);
        Assert.Empty(Examine("era_id,person_id,condition_concept_id,era_start,era_end", Enumerable.Range(0, 500).Select(i =>
        {
            var start = Start.AddHours(random.Next(0, 40_000));
            return Row(i + 1, i % 60, 4000 + random.Next(12), Time(start), Time(start.AddDays(random.Next(5, 400))));
        }), "touching-stays"));
    }

    [Fact]
    public void Numbers_of_appointments_are_no_vocabulary()
    {
        Assert.Empty(Examine("row_id,patient_id,billed_at,appointmentcode", Enumerable.Range(0, 2000).Select(i => Row(i + 1, i / 8 % 60, Time(Start.AddHours(i * 12)), $"a{i / 8 * 7919 % 100_003:000000}")), "code-change"));
    }

    [Fact]
    public void Names_of_drugs_are_not_copied_from_text_to_text()
    {
        var random = new Random(3);
        Assert.Empty(Examine("patient_id,started,code,description", Enumerable.Range(0, 800).Select(i =>
        {
            var drug = 3 * (i % 90) + random.Next(2); // everybody takes their own few
            return Row(i % 90, Time(Start.AddDays(random.Next(0, 1500))), 1000 + drug, $"drug{drug:000} hydrochloride 10 MG Extended Release Oral Tablet");
        }), "copied-text"));
    }

    [Fact]
    public void Kinds_of_a_transfer_are_no_ticks()
    {
        Assert.Empty(Examine("patient_id,transfer_type,age", Enumerable.Range(0, 400).Select(i => Row(i, i % 2 == 0 ? null : (i % 4 == 1 ? "1" : i % 40 == 3 ? "2" : "p"), 40 + (i % 45))), "only-yes"));
    }

    [Fact]
    public void A_range_that_thins_out_before_a_limit_is_not_heaped_there()
    {
        var random = new Random(3);
        Assert.Empty(Examine("patient_id,dbp,weight", Enumerable.Range(0, 1500).Select(i => Row(i, i % 25 == 0 ? random.Next(90, 115) : Math.Min(89, random.Normal(80, 3.6, 0)), random.Normal(80, 12))), "threshold-heap"));
    }

    [Fact]
    public void What_was_billed_later_was_not_entered_late()
    {
        Assert.Empty(Examine("claim_id,patient_id,servicedate,lastbilleddate", Enumerable.Range(0, 400).Select(i => Row(i + 1, i % 60, Time(Start.AddMinutes(i * 1783)), Time(Start.AddMinutes((i * 1783) + 543 + (i * 37 % 9000))))), "late-entry"));
    }

    [Fact]
    public void A_dictionary_keeps_no_results_on_paper()
    {
        using var folder = new TempFolder();
        folder.File("items.csv", string.Join('\n', (string[])["itemid,label,dbsource,category", .. Enumerable.Range(0, 400).Select(i => Row(i + 1, $"item {i}", i % 2 == 0 ? "old" : "new", (i % 2 == 0 && i % 3 > 0) || i % 7 == 0 ? null : $"c{i % 17}")), string.Empty]));
        folder.File("patients.csv", string.Join('\n', (string[])["patient_id,sex,height", .. Enumerable.Range(0, 400).Select(i => Row(i + 1, i % 2 == 0 ? "F" : "M", 150 + (i % 40))), string.Empty]));
        var diagnosis = Assert.Single(Examinations.Examiner.Examine(folder.Path).Diagnoses, one => one.Finding.Kind == "missing-at-site");

        Assert.NotEqual("paper-only-result", diagnosis.Likely?.Mechanism);
    }

    static string Time(DateTime time) => $"{time:yyyy-MM-dd HH:mm:ss}";
}
