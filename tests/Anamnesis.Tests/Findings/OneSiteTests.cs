using System.Globalization;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>What happens at one place only is found there, though all together look well.</summary>
public sealed class OneSiteTests
{
    static readonly DateTime Start = new(2021, 1, 4);

    [Fact]
    public void Entries_that_are_late_at_one_site_are_found_there()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(1, 1200).Select(i => (Taken: Start.AddMinutes(397 * i), Late: i % 4 == 0 ? 30 + random.Next(150) : random.Next(6)) is var (taken, late)
            ? Row(i % 90, i % 4 == 0 ? "North" : i % 4 == 1 ? "South" : "River", Time(taken), Time(taken.AddMinutes(late)), random.Normal(80, 9, 0)) : string.Empty);
        var diagnosis = Assert.Single(Examine("patient_id,site,taken,recorded,heart_rate", rows, "late-entry"));
        Assert.Equal(("North", "charting-delay"), (diagnosis.Finding.Where.Site, diagnosis.Likely?.Mechanism));
    }

    [Fact]
    public void Days_without_rows_at_one_site_are_found_there()
    {
        var random = new Random(2);
        var rows = Enumerable.Range(0, 300).SelectMany(day => Enumerable.Range(0, 30).Where(place => place % 3 != 0 || day is < 140 or > 150)
            .Select(place => Row((day * 30) + place, place % 3 == 0 ? "North" : place % 3 == 1 ? "South" : "River", Time(Start.AddDays(day).AddMinutes(40 * place)), random.Normal(139, 3, 0))));
        var diagnosis = Assert.Single(Examine("patient_id,site,collected,sodium", rows, "gap"));
        Assert.Equal(("North", Start.AddDays(140), Start.AddDays(150)), (diagnosis.Finding.Where.Site, diagnosis.Finding.Where.From, diagnosis.Finding.Where.To));
    }

    [Fact]
    public void A_day_without_rows_anywhere_is_told_once()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 300).Where(day => day is < 140 or > 150).SelectMany(day => Enumerable.Range(0, 30)
            .Select(place => Row((day * 30) + place, place % 3 == 0 ? "North" : place % 3 == 1 ? "South" : "River", Time(Start.AddDays(day).AddMinutes(40 * place)), random.Normal(139, 3, 0))));
        Assert.Null(Assert.Single(Examine("patient_id,site,collected,sodium", rows, "gap")).Finding.Where.Site);
    }

    [Fact]
    public void Pressures_that_are_rounded_at_one_site_are_found_there()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(1, 1800).Select(i => (Site: ((string[])["North", "River", "South"])[i % 3], Sbp: random.Normal(132, 19, 0)) is var (site, sbp)
            ? Row(i % 300, site, Time(Start.AddHours(i)), site == "South" && random.NextDouble() < 0.4 ? 10 * Math.Round(sbp / 10) : sbp) : string.Empty);
        var diagnosis = Assert.Single(Examine("patient_id,site,taken,sbp", rows, "last-digits"));
        Assert.Equal(("South", "terminal-digit-preference"), (diagnosis.Finding.Where.Site, diagnosis.Likely?.Mechanism));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void A_code_that_grows_too_little_to_be_sure_at_each_site_is_told_of_all(bool fallsAtOne, int findings)
    {
        string[] others = ["I10", "E11.9", "I48.9", "J44.9", "N18.3", "I25.1", "E78.5"];
        var rows = Enumerable.Range(0, 8).SelectMany(year => Enumerable.Range(0, 2).SelectMany(site => Enumerable.Range(0, 60).Select(place =>
        {
            var share = fallsAtOne && site == 1 ? 0.25 : 0.2 + (0.03 * year);
            var coded = place < Math.Round(60 * share);
            return Row((((year * 2) + site) * 30) + (place / 2), (((year * 2) + site) * 60) + place, site == 0 ? "North" : "South", Time(new DateTime(2016 + year, 1, 4).AddDays(6 * place)), coded ? "N17.9" : others[place % others.Length]);
        })));
        Assert.Equal(findings, Examine("patient_id,stay_id,site,coded,icd10", rows, "growing-code").Count(found => found.Finding is { Token: "N17.9", Where.Site: null }));
    }

    [Fact]
    public void Where_one_site_writes_low_values_as_limits_the_rest_is_no_other_level()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(1, 1500).Select(i => (Crp: Math.Round(Math.Exp(random.Normal(1.9, 1.1, 4)), 1), Site: (string[])["North", "River", "South"] is var sites ? sites[i % 3] : null) is var (crp, site)
            ? Row(i, site, Time(Start.AddHours(i)), site == "North" && crp < 10 ? "<10" : crp, random.Normal(139, 3, 0)) : string.Empty);
        Assert.Empty(Examine("patient_id,site,collected,crp,sodium", rows, "site-apart"));
    }

    [Fact]
    public void Texts_that_are_cut_at_one_site_are_found_there()
    {
        var random = new Random(6);
        string Said() => string.Join(' ', Enumerable.Range(0, random.Next(9, 30)).Select(_ => ((string[])["valve", "septum", "normal", "mild", "reduced", "wall", "left"])[random.Next(7)])) + '.';
        var rows = Enumerable.Range(1, 900).Select(i => (Site: ((string[])["North", "River", "South"])[i % 3], Text: Said()) is var (site, text)
            ? Row(i, site, Time(Start.AddHours(i)), site == "South" && text.Length > 100 ? text[..100] : text) : string.Empty);
        var diagnosis = Assert.Single(Examine("patient_id,site,done,report_text", rows, "cut-text"));
        Assert.Equal(("South", 100.0, "text-cut-at-width"), (diagnosis.Finding.Where.Site, diagnosis.Finding.Number, diagnosis.Likely?.Mechanism));
    }

    [Fact]
    public void What_a_machine_states_too_often_at_one_site_is_found_there()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(1, 9000).Select(i => (Site: ((string[])["North", "River", "South"])[i % 3], Machine: random.NextDouble() < 0.4) is var (site, machine)
            ? Row(i, site, machine ? "automatic" : "over-read", random.NextDouble() < (machine && site == "River" ? 0.28 : 0.16) ? "atrial fibrillation" : "sinus rhythm") : string.Empty);
        var diagnosis = Assert.Single(Examine("patient_id,site,status,rhythm", rows, "statement-apart"));
        Assert.Equal(("River", "false-alarm-labels"), (diagnosis.Finding.Where.Site, diagnosis.Likely?.Mechanism));
    }

    [Fact]
    public void A_site_that_was_unlike_the_others_until_a_date_is_odd_before_it()
    {
        var random = new Random(8);
        var rows = Enumerable.Range(0, 7500).Select(i => (Site: ((string[])["North", "River", "South", "East", "West"])[i % 5], Days: i / 8) is var (site, days)
            ? Row(i, site, Time(Start.AddDays(days).AddHours(i % 8)), Math.Round(Math.Exp(random.Normal(7, 1, 3)) / (site == "South" && days < 240 ? 5 : 1)), random.Normal(139, 3, 0)) : string.Empty);
        var diagnosis = Assert.Single(Examine("patient_id,site,collected,ntprobnp,sodium", rows, "level-shift"));
        Assert.Equal(("South", "analyte-confusion"), (diagnosis.Finding.Where.Site, diagnosis.Likely?.Mechanism));
        Assert.InRange(diagnosis.Finding.Count, 360, 400); // those before, though more came since
    }

    [Fact]
    public void A_place_that_nobody_comes_to_for_months_is_found()
    {
        var random = new Random(9);
        var rows = Enumerable.Range(0, 4000).Select(i => (Id: i, Site: ((string[])["North", "River", "South"])[i % 3], Start: Start.AddHours(i * 14))).Where(stay => stay.Site != "South" || stay.Start.Year != 2023 || stay.Start.Month is < 3 or > 7)
            .Where(stay => stay.Site != "South" || stay.Id % 2 == 0).Select(stay => Row(stay.Id, stay.Id % 900, stay.Site, Time(stay.Start), Time(stay.Start.AddHours(50)), random.Normal(70, 9, 0)));
        var diagnosis = Assert.Single(Examine("stay_id,patient_id,site,admitted,discharged,age", rows, "fewer-in-months"));
        Assert.Equal(("South", new DateTime(2023, 3, 1)), (diagnosis.Finding.Where.Site, diagnosis.Finding.Where.From));
    }

    static string Time(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
