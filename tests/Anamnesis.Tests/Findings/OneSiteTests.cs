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

    [Fact]
    public void Where_one_site_writes_low_values_as_limits_the_rest_is_no_other_level()
    {
        var random = new Random(4);
        var rows = Enumerable.Range(1, 1500).Select(i => (Crp: Math.Round(Math.Exp(random.Normal(1.9, 1.1, 4)), 1), Site: (string[])["North", "River", "South"] is var sites ? sites[i % 3] : null) is var (crp, site)
            ? Row(i, site, Time(Start.AddHours(i)), site == "North" && crp < 10 ? "<10" : crp, random.Normal(139, 3, 0)) : string.Empty);
        Assert.Empty(Examine("patient_id,site,collected,crp,sodium", rows, "site-apart"));
    }

    static string Time(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
