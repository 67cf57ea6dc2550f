using Anamnesis.Simulation.Levers;

namespace Anamnesis.Simulation;

/// <summary>The levers of the documentation process: what they bring, hold back, and refuse.</summary>
public sealed class LeverTests
{
    [Fact]
    public void The_usual_process_sets_many_mechanisms_to_work_and_none_twice_at_one_place_and_time()
    {
        Assert.True(ClinicProcess.Usual.Distortions().Select(one => one.Mechanism).Distinct().Count() >= 15);
        foreach (var lever in Catalogue.All)
        {
            Assert.All(lever.Usual.Index(), one => Assert.DoesNotContain(lever.Usual.Skip(one.Index + 1), other => other.Overlaps(one.Item)));
        }
    }

    [Fact]
    public void Every_lever_brings_or_eases_mechanisms_of_the_catalogue()
    {
        var known = Knowledge.Embedded.Text("catalogue.csv").Split('\n').Skip(1).Select(line => line.Split(',')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.All(Catalogue.All, lever => Assert.DoesNotContain(lever.Brings.Select(one => one.Mechanism).Concat(lever.Eases), mechanism => !known.Contains(mechanism)));
        Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(lever => lever.Id).Distinct().Count());
    }

    [Fact]
    public void Tablets_at_the_bedside_hold_back_what_paper_brings_there_and_from_then_on()
    {
        var process = Read("levers:\n  bedside-tablets: {ward: N-internal, from: 2019-03-01, strength: 1}\n");
        var paper = process.Distortions().Where(one => one.Mechanism == "paper-only-result").ToList();
        Assert.Contains(paper, one => one.Ward == "N-internal" && one.To == new DateTime(2019, 3, 1));
        Assert.DoesNotContain(paper, one => one.Ward == "N-internal" && (one.To is null || one.To > new DateTime(2019, 3, 1)));
        Assert.Contains(paper, one => one.Ward == "S-internal" && one is { From: null, To: null });
    }

    [Fact]
    public void A_lever_that_eases_one_ward_leaves_the_others_as_they_were()
    {
        static IReadOnlyList<Distortion> Defaults(ClinicProcess process) => [.. process.Distortions().Where(one => one.Mechanism == "form-default-accepted")];
        var before = Defaults(Read("begin: clean\nlevers:\n  preset-fields: 0.5\n"));
        var after = Defaults(Read("begin: clean\nlevers:\n  preset-fields: 0.5\n  scribe: {ward: R-cardiology, strength: 0.8}\n"));
        Assert.Equal(0.5, Assert.Single(before).Severity);
        Assert.Equal(0.1, Assert.Single(after, one => one.Ward == "R-cardiology").Severity, 6);
        Assert.All(after.Where(one => one.Ward != "R-cardiology"), one => Assert.Equal(0.5, one.Severity));
        Assert.Equal(["North", "South"], after.Select(one => one.Site).OfType<string>().Order());
    }

    [Theory]
    [InlineData(2, "Nearest: bedside-tablets", "levers:\n  bedside-tablet: on\n")]
    [InlineData(2, "Did you mean 'ward'?", "levers:\n  paper-charts: {wards: N-internal}\n")]
    [InlineData(2, "there is no ward 'N-internl'. Nearest: N-internal", "levers:\n  paper-charts: {ward: N-internl}\n")]
    [InlineData(2, "there is no ward 'N-internal'", "levers:\n  paper-charts: {site: South, ward: N-internal}\n")]
    [InlineData(2, "there is no site 'Rivr'. Nearest: River", "levers:\n  interface-outage: {site: Rivr}\n")]
    [InlineData(2, "strength is '-0.2'", "levers:\n  typing: -0.2\n")]
    [InlineData(2, "strength is '1.5'", "levers:\n  typing: {strength: 1.5}\n")]
    [InlineData(2, "not after it begins", "levers:\n  interface-outage: {from: 2021-11-08, to: 2021-11-03}\n")]
    [InlineData(2, "from is '3.11.2021'", "levers:\n  interface-outage: {from: 3.11.2021}\n")]
    [InlineData(2, "it would change nothing", "levers:\n  interface-outage: {from: 2031-11-03}\n")]
    [InlineData(4, "overlaps with line 3", "levers:\n  interface-outage:\n    - {site: River, from: 2021-11-03, to: 2021-11-09}\n    - {from: 2021-11-05, to: 2021-12-01}\n")]
    [InlineData(1, "Did you mean 'levers'?", "lever:\n  typing: on\n")]
    [InlineData(2, "has no end", "levers:\n  nyha-field: {from: 2019-04-01, to: 2020-01-01}\n")]
    [InlineData(2, "there is no mechanism 'unit-mixtures'. Nearest: unit-mixture", "mechanisms:\n  - {mechanism: unit-mixtures}\n")]
    [InlineData(1, "begin is 'dirty'", "begin: dirty\n")]
    [InlineData(2, "this is no YAML", "levers:\n  typing: [on\n")]
    public void What_cannot_be_is_refused_with_its_line_and_the_nearest_known_word(int line, string says, string yaml)
    {
        var refused = Assert.Throws<AnamnesisException>(() => Read(yaml));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        if (says != "this is no YAML")
        {
            Assert.Contains($"'clinic.yaml', line {line}:", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_of_levers_is_what_the_program_prints()
    {
        var page = Path.Combine(Shared.Root(), "docs", "levers.md");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(page, LeverPage.Text());
        }

        Assert.Equal(LeverPage.Text(), File.ReadAllText(page));
    }

    [Fact]
    public void An_address_moves_levers_as_the_file_does()
    {
        var plan = ClinicPlan.Parse("clinic:?patients=10&process=clean&interface-outage=site:River,from:2021-11-03,to:2021-11-09&typing=0.2&wide=yes");
        Assert.Equal(["keying-error", "interface-outage-gap"], plan.Process.Select(one => one.Mechanism));
        Assert.Equal("River", plan.Process[1].Site);
        Assert.True(plan.Wide);
        Assert.Contains("interface-outage", Assert.Throws<AnamnesisException>(() => ClinicPlan.Parse("clinic:?interface-outag=off")).Message, StringComparison.Ordinal);
    }

    static ClinicProcess Read(string yaml) => ProcessFile.Parse(yaml, new ProcessWords("clinic.yaml", 2016, 2023));
}
