using Anamnesis.Engines;
using Anamnesis.Simulation.Levers;
using Anamnesis.Simulation.Reasons;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation;

/// <summary>What <c>anamnesis why</c> says about cells of a written clinic, in every naming style.</summary>
public sealed class WhyTests(WhyTests.Written written) : IClassFixture<WhyTests.Written>
{
    public static TheoryData<string> Styles => [.. NamingStyle.All.Select(style => style.Id)];

    [Theory]
    [MemberData(nameof(Styles))]
    public void It_agrees_with_the_ledger_for_cells_of_every_mechanism(string style)
    {
        using var clinic = WrittenClinic.Open(written.At(style));
        var cells = clinic.Engine.Rows(
            $"SELECT table_name, min(row_id), column_name, mechanism FROM {clinic.Ledger} WHERE column_name <> '*' GROUP BY ALL ORDER BY ALL",
            row => (Table: row.TextAt(0)!, Row: row.TextAt(1)!, Column: row.TextAt(2)!, Mechanism: row.TextAt(3)!)); // never null
        Assert.True(cells.Select(cell => cell.Mechanism).Distinct().Count() >= 10);
        foreach (var cell in cells.DistinctBy(cell => (cell.Mechanism, cell.Column)).Take(25))
        {
            var reason = Assert.Single(Why.Ask(clinic, clinic.Style.Table(cell.Table), cell.Row, clinic.Style.Column(cell.Column)));
            Assert.Contains(reason.Steps, step => step.Mechanism == cell.Mechanism);
            Assert.Equal(reason.Steps.First(step => !step.Whole).Before, reason.IsAdded ? reason.Steps.First(step => !step.Whole).Before : reason.True);
        }
    }

    [Fact]
    public void A_row_that_was_lost_is_told_with_what_it_held()
    {
        using var clinic = WrittenClinic.Open(written.At("english"));
        var row = clinic.Engine.Row($"SELECT CAST(min(row_id) AS VARCHAR) FROM {clinic.Ledger} WHERE table_name = 'labs' AND before = 'removed'", read => read.TextAt(0)!); // some were
        var reason = Assert.Single(Why.Ask(clinic, "labs", row, "result"));
        Assert.True(reason.IsGone);
        Assert.NotNull(reason.True);
        Assert.Contains(reason.Steps, step => step.Whole && step.Absence is not null);
    }

    [Fact]
    public void A_test_of_a_stay_is_found_by_the_stays_id_and_one_that_nobody_ordered_was_not_indicated()
    {
        using var clinic = WrittenClinic.Open(written.At("english"));
        var labs = clinic.Truth(ClinicTables.All.Single(table => table.Name == "labs"));
        var stay = clinic.Engine.Row($"SELECT CAST(min(stay_id) AS VARCHAR) FROM {labs} WHERE stay_id NOT IN (SELECT stay_id FROM {labs} WHERE test = 'ferritin' AND stay_id IS NOT NULL)", read => read.TextAt(0)!); // some have none
        Assert.All(Why.Ask(clinic, "labs", stay, "potassium"), reason => Assert.Equal("potassium", reason.About));
        Assert.Contains("not indicated", Assert.Throws<AnamnesisException>(() => Why.Ask(clinic, "labs", stay, "ferritin")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab", "1", "result", "Nearest: labs")]
    [InlineData("labs", "1", "pottasium", "Nearest: potassium")]
    [InlineData("vitals", "x1", "weight", "Expected a number")]
    [InlineData("vitals", "999999999999", "weight", "Row ids go from")]
    public void What_is_not_there_is_told_with_what_is_near(string table, string row, string column, string says)
    {
        using var clinic = WrittenClinic.Open(written.At("english"));
        Assert.Contains(says, Assert.Throws<AnamnesisException>(() => Why.Ask(clinic, table, row, column)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_no_clinic_is_told() =>
        Assert.Contains("simulate --out", Assert.Throws<AnamnesisException>(() => WrittenClinic.Open(Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_column_has_one_name_of_its_own_in_a_table(string id)
    {
        var style = NamingStyle.Find(id);
        Assert.Equal(ClinicTables.All.Count, ClinicTables.All.Select(table => style.Table(table.Name)).Distinct().Count());
        Assert.All(ClinicTables.All, table => Assert.Equal(table.Names.Count + 1, table.Names.Prepend("row_id").Select(style.Column).Distinct().Count()));
    }

    /// <summary>The same clinic in three styles; the Polish one as text.</summary>
    public sealed class Written : IDisposable
    {
        readonly string _folder = Directory.CreateTempSubdirectory("anamnesis-why-").FullName;

        public Written()
        {
            foreach (var style in NamingStyle.All)
            {
                ClinicFolder.Write(new ClinicPlan(4, 60, []) { Wide = true, Levers = ClinicProcess.Usual, Style = style }, new ClinicWriting(At(style.Id)) { Csv = style == NamingStyle.Polish });
            }
        }

        internal string At(string style) => Path.Combine(_folder, style);

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
