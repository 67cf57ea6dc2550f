using System.Globalization;
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
    public void What_happened_within_a_stay_is_no_stay_of_its_own()
    {
        using var folder = new TempFolder();
        var random = new Random(3);
        var stays = Enumerable.Range(1, 400).Select(i => (Id: i, Patient: 1 + (i % 80), From: Start.AddHours(random.Next(0, 40_000)))).ToList();
        folder.File("visits.csv", string.Join('\n', (string[])["visit_id,patient_id,admitted,discharged", .. stays.Select(stay => Row(stay.Id, stay.Patient, Time(stay.From), Time(stay.From.AddHours(30)))), string.Empty]));
        folder.File("conditions.csv", string.Join('\n', (string[])["visit_id,patient_id,condition,start,stop", .. stays.Take(380).Select(stay => Row(stay.Id, stay.Patient, $"condition {stay.Id % 9}", Time(stay.From), Time(stay.From.AddDays(random.Next(10, 900))))), string.Empty]));

        Assert.DoesNotContain(Examinations.Examiner.Examine(folder.Path).Diagnoses, diagnosis => diagnosis.Finding.Kind == "touching-stays" && diagnosis.Finding.Table == "conditions");
    }

    [Fact]
    public void Tables_that_each_call_their_key_id_keep_their_own()
    {
        using var folder = new TempFolder();
        folder.File("encounters.csv", string.Join('\n', (string[])["id,patient,start,stop", .. Enumerable.Range(1, 100).Select(i => Row($"e{i:0000}", $"p{i % 30:000}", Time(Start.AddDays(i)), Time(Start.AddDays(i + 1)))), string.Empty]));
        folder.File("claims.csv", string.Join('\n', (string[])["id,patient,start,stop,amount", .. Enumerable.Range(1, 300).Select(i => Row($"c{i:0000}", $"p{i % 30:000}", Time(Start.AddDays(i)), Time(Start.AddDays(i + 1)), i * 7)), string.Empty]));
        folder.File("conditions.csv", string.Join('\n', (string[])["encounter,patient,start,condition", .. Enumerable.Range(1, 200).Select(i => Row(i % 40 == 7 ? $"e9{i:000}" : $"e{1 + (i % 100):0000}", $"p{i % 30:000}", Time(Start.AddDays(i)), $"condition {i % 9}")), string.Empty]));

        Assert.Contains(Examinations.Examiner.Examine(folder.Path).Diagnoses, diagnosis => diagnosis.Finding is { Kind: "orphans", Table: "conditions", Count: 5 });
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

    [Fact]
    public void Many_columns_that_tell_a_diagnosis_alike_are_what_it_was_made_of()
    {
        var random = new Random(3);
        var diagnosis = Assert.Single(Examine("id,clump,nucleoli,shape,chromatin,class", Enumerable.Range(0, 500).Select(i =>
        {
            var grade = i % 3 == 0 ? 7.0 : 2.0;
            return Row(i + 1, Grade(random, grade), Grade(random, grade), Grade(random, grade), Grade(random, grade), i % 3 == 0 ? "malignant" : "benign");
        }), "leakage"));

        Assert.Equal(["clump", "nucleoli", "shape", "chromatin", "class"], [.. diagnosis.Finding.Columns.Order(StringComparer.Ordinal).Where(column => column != "class").OrderBy(column => "clump,nucleoli,shape,chromatin".IndexOf(column, StringComparison.Ordinal)), "class"]);
        Assert.NotEqual("post-discharge-coding-leakage", diagnosis.Likely?.Mechanism);
    }

    [Fact]
    public void Nothing_given_to_most_is_no_code_for_nothing_known()
    {
        var random = new Random(3);
        Assert.DoesNotContain(Examine("patient_id,age,volume", Enumerable.Range(0, 900).Select(i => Row(i + 1, random.Next(40, 90), i % 5 < 3 ? 0 : random.Next(8, 60)))), diagnosis => diagnosis.Verdict == Mechanisms.Verdict.Error);
    }

    [Fact]
    public void A_share_of_nothing_that_grows_is_no_new_assay()
    {
        var random = new Random(3);
        Assert.Empty(Examine("patient_id,injected,volume", Enumerable.Range(0, 2400).Select(i => Row(i + 1, Time(Start.AddHours(i * 14)), random.NextDouble() < (i < 1200 ? 0.3 : 0.7) ? 0 : random.Next(8, 60))), "level-shift"));
    }

    [Fact]
    public void Children_and_adults_are_no_two_codes()
    {
        var random = new Random(3);
        var diagnosis = Examine("patient_id,age,hgt,wgt", Enumerable.Range(0, 900).Select(i =>
        {
            var (small, age) = (i % 5 < 2, 0.0);
            age = Math.Round(small ? 2 * random.NextDouble() : 11 + (9 * random.NextDouble()), 2);
            return Row(i + 1, age, random.Normal(small ? 70 + (10 * age) : 165, 6), random.Normal(small ? 8 + (2 * age) : 56, small ? 1 : 9, 2));
        })).FirstOrDefault(one => one.Finding.Kind == "two-humps" && one.Finding.Columns[0] == "wgt");

        Assert.NotEqual("local-code-mis-mapping", diagnosis?.Likely?.Mechanism);
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(3, true)]
    public void What_looks_like_one_of_many_others_that_are_all_alike_looks_so_by_chance(int others, bool likely)
    {
        var random = new Random(4);
        var header = string.Join(',', Enumerable.Range(0, others).Select(i => $"m{i}"));
        var found = Examine($"patient_id,marker,{header}", Enumerable.Range(0, 240).Select(i => Row(
            i + 1, i % 4 == 0 ? random.Normal(20, 2) : random.Normal(60, 6), string.Join(',', Enumerable.Range(0, others).Select(place => Convert.ToString(random.Normal(others > 3 ? 20 : 20 * (place + 1) * (place + 1), 2), CultureInfo.InvariantCulture))))), "two-humps");
        Assert.Equal(likely, Assert.Single(found, one => one.Finding.Columns[0] == "marker").Likely?.Mechanism == "local-code-mis-mapping");
    }

    [Fact]
    public void Dates_of_what_did_not_happen_were_not_left_unordered()
    {
        var random = new Random(3);
        var diagnoses = Examine("id,date_of_entry,date_of_infarction,date_of_stroke,date_of_bypass,died", Enumerable.Range(0, 500).Select(i =>
        {
            var dead = i % 3 == 0;
            string? Event(double share) => random.NextDouble() < share ? $"{Start.AddDays(random.Next(30, 3000)):yyyy-MM-dd}" : null;
            return Row(i + 1, $"{Start.AddDays(i % 90):yyyy-MM-dd}", Event(dead ? 0.8 : 0.2), Event(dead ? 0.5 : 0.15), Event(dead ? 0.4 : 0.1), dead ? 1 : 0);
        }), "missing-in-less-sick", "missing");

        Assert.DoesNotContain(diagnoses, diagnosis => diagnosis.Likely?.Mechanism == "selective-ordering-by-severity");
    }

    [Fact]
    public void No_one_censored_is_no_choice_of_the_dead()
    {
        var random = new Random(3);
        var diagnosis = Assert.Single(Examine("id,age,time,cens", Enumerable.Range(0, 300).Select(i => Row(i + 1, random.Next(40, 90), random.Next(1, 900), 1)), "constant"));

        Assert.NotEqual("entry-filter-referral-consent", diagnosis.Likely?.Mechanism);
    }

    /// <summary>Weights of every day of a stay, and blood that is drawn in some stays only; few lie in the house at one time.</summary>
    static IReadOnlyList<Finding> Gaps(int stays, Func<int, int> days, Func<int, int, bool> isDrawn)
    {
        using var folder = new TempFolder();
        var of = Enumerable.Range(1, stays).SelectMany(stay => Enumerable.Range(0, days(stay)).Select(day => (Stay: stay, Day: (stay * 6) + day))).OrderBy(one => one.Day).ToList();
        string At(int day) => Time(Start.AddDays(day).AddMinutes(37 * day % 300));
        folder.File("weights.csv", string.Join('\n', (string[])["stay_id,patient_id,taken,weight", .. of.Select(one => Row(one.Stay, one.Stay % 90, At(one.Day), 60 + (one.Stay * 7 % 41))), string.Empty]));
        folder.File("labs.csv", string.Join('\n', (string[])["stay_id,patient_id,collected,sodium", .. of.Where(one => isDrawn(one.Stay, one.Day)).Select(one => Row(one.Stay, one.Stay % 90, At(one.Day), 130 + (one.Stay * 7 % 17))), string.Empty]));
        return [.. Examinations.Examiner.Examine(folder.Path).Diagnoses.Select(diagnosis => diagnosis.Finding).Where(finding => finding.Kind == "gap")];
    }

    [Theory]
    [InlineData(1, 247, 248, 261)] // a few rows on single days
    [InlineData(10, 257, 258)] // or nearly as many as before, on two days
    public void Days_without_rows_after_the_end_when_the_last_are_written_up_are_no_outage(int rows, params int[] late)
    {
        var days = Enumerable.Range(0, 240).Concat(late).SelectMany(day => Enumerable.Range(0, day < 240 ? 12 : rows).Select(row => (Day: day, Row: row)));
        Assert.Empty(Examine("patient_id,taken,sbp", days.Select(one => Row((one.Day * 12) + one.Row, Time(Start.AddDays(one.Day).AddMinutes(47 * one.Row)), 110 + (one.Day * 7 % 41))), "gap"));
    }

    [Fact]
    public void One_long_stay_in_which_no_blood_is_drawn_is_no_outage()
    {
        var random = new Random(3);
        var never = Enumerable.Range(0, 301).Select(stay => stay == 140 || random.NextDouble() < 0.2).ToList();
        Assert.Empty(Gaps(300, stay => stay == 140 ? 60 : stay is > 140 and <= 150 ? 0 : 5, (stay, _) => !never[stay]));
    }

    [Fact]
    public void Days_without_blood_of_any_of_many_stays_are_an_outage()
    {
        var random = new Random(3);
        var gap = Assert.Single(Gaps(300, _ => 8, (_, day) => day is < 900 or > 930 && random.NextDouble() < 0.8));
        Assert.Equal(("labs", 31), (gap.Table, (int)gap.Facts["days"]));
    }

    static int Grade(Random random, double mean) => Math.Clamp((int)random.Normal(mean, 1.3, 0), 1, 10);

    static string Time(DateTime time) => $"{time:yyyy-MM-dd HH:mm:ss}";
}
