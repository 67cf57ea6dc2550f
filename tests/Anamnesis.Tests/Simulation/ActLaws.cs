using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation;

/// <summary>What holds for the statements of every mechanism, wherever and whenever it acts.</summary>
public sealed class ActLaws
{
    public static TheoryData<string> Mechanisms => [.. Catalog.Of<IMechanism>().Select(mechanism => mechanism.Id)];

    [Theory]
    [MemberData(nameof(Mechanisms))]
    public void What_every_statement_would_change_can_be_asked_for_and_none_changes_the_record(string id)
    {
        Assert.NotEmpty(Acts(id).SelectMany(act => act.Changes));
        Assert.All(Acts(id).SelectMany(act => act.Questions), question => Assert.DoesNotMatch(@"\b(UPDATE|INSERT INTO|DELETE FROM) record\.", question.Text));
        Assert.All(Acts(id).SelectMany(act => act.Changes), change =>
        {
            Assert.Equal(change.Rows == ChangedRows.Differing, change.Columns.Count > 0);
            Assert.Subset(change.Table.Names.ToHashSet(), change.Columns.ToHashSet());
        });
    }

    static IEnumerable<Act> Acts(string id) =>
        from tables in (IReadOnlyList<ClinicTable>[])[ClinicTables.Core, ClinicTables.All]
        from one in (Distortion[])[new(id, 0.5), new(id, 0.5) { Site = "South", From = new DateTime(2018, 1, 1) }, new(id, 0.5) { Ward = "N-internal", To = new DateTime(2020, 1, 1) }]
        let setting = new Setting(one.Severity, table => Draws.Of(1, id, table)) { From = one.From, To = one.To, Tables = [.. tables.Select(table => table.Recorded)] }
        select new Act(one, 0, Catalog.Of<IMechanism>().Single(mechanism => mechanism.Id == id).Distort(setting), tables);
}
