using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Findings;
using Anamnesis.Profiling;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>Which mechanism made what a finding shows, by the ledger.</summary>
public sealed class BlameTests
{
    [Fact]
    public void A_finding_is_blamed_on_what_changed_its_rows_and_on_nothing_else()
    {
        using var clinic = Clinic.Open(new ClinicPlan(4, 150, [("unit-mixture", 0.9), ("paper-only-result", 0.6)]) { Style = NamingStyle.German }, TestContext.Current.CancellationToken);
        using var record = clinic.Record("clinic");
        var examination = Examiner.Examine(record);
        var blame = new Blame(clinic, record, examination.Profile);

        var labs = record.Tables.Single(table => table.Name == "LABOR");
        Finding About(Sql condition) => Draft.Of("two-humps", labs, [labs.Columns.Single(column => column.Name == "ERGEBNIS")], "odd", (1, 2), condition);
        Assert.Equal(["unit-mixture"], blame.For(About($"{labs.Columns.Single(column => column.Name == "ERGEBNIS").Value} > 30 AND ANALYT = 'Kreatinin'")));
        Assert.Empty(blame.For(About($"ANALYT <> 'Kreatinin'")));
        Assert.Contains(examination.Diagnoses, diagnosis => blame.For(diagnosis.Finding) is ["unit-mixture"]);
        Assert.DoesNotContain(examination.Diagnoses, diagnosis => diagnosis.Finding.Table == "LABOR" && blame.For(diagnosis.Finding).Contains("paper-only-result"));
        Assert.True(blame.Cells("unit-mixture") > 0);
        Assert.Equal(0, blame.Cells("keying-error"));
    }

    [Theory]
    [InlineData("local-code-mis-mapping", "site-apart")] // the code of the row was changed, the values are odd
    [InlineData("complete-case-filter", "orphans")] // rows of another table are gone
    [InlineData("two-people-in-one-record", "changing-person")] // the person was changed, the ages tell
    [InlineData("immortal-and-survivor-time", "outcome-free-group")] // who was changed is not in the group any more
    public void What_a_finding_reads_beside_its_columns_tells_too(string mechanism, string kind)
    {
        using var clinic = Clinic.Open(new ClinicPlan(4, 250, [(mechanism, 0.9)]) { Style = NamingStyle.German, Wide = true }, TestContext.Current.CancellationToken);
        using var record = clinic.Record("clinic");
        var profile = Profiler.Measure(record, Recognition.Read(record));
        var blame = new Blame(clinic, record, profile);
        var findings = Catalog.Of<IFindingKind>().Single(one => one.Id == kind).Find(profile, record).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal([mechanism], blame.For(finding)));
    }
}
