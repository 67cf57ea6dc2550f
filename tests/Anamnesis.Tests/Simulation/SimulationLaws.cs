using Anamnesis.Engines;
using Anamnesis.Mechanisms;

namespace Anamnesis.Simulation;

/// <summary>What holds for every clinic, all mechanisms acting together.</summary>
public sealed class SimulationLaws(SimulationLaws.Bench bench) : IClassFixture<SimulationLaws.Bench>
{
    static readonly ClinicPlan Plan = new(21, 150, [.. Catalog.Of<IMechanism>().Select(mechanism => (mechanism.Id, 0.3))]) { Wide = true };

    public static TheoryData<string> Tables => [.. Plan.Tables.Select(table => table.Name)];

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var folder = new TempFolder();
        var (one, again, other) = (Written(Plan, folder.At("one")), Written(Plan, folder.At("again")), Written(Plan with { Seed = 22 }, folder.At("other")));
        Assert.Equal(one, again);
        Assert.Equal(one.Select(file => file.Name), other.Select(file => file.Name));
        Assert.Empty(one.Intersect(other));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_ledger_explains_every_cell_and_row_that_differs_from_the_truth(string table)
    {
        var columns = Plan.Tables.Single(one => one.Name == table).Names;
        var changed = Sql.Join(" UNION ALL ", columns.Select(column => (Sql)$"""
            SELECT r.row_id, {column} AS col FROM {In("record", table)} AS r JOIN {In("truth", table)} AS t ON t.row_id = r.row_id WHERE r.{new Name(column)} IS DISTINCT FROM t.{new Name(column)}
            """));
        Assert.Equal(0, bench.Number($"SELECT count(*) FROM ({changed}) AS c ANTI JOIN (SELECT * FROM ledger WHERE tab = {table}) AS l ON l.row_id = c.row_id AND l.col = c.col"));
        Assert.Equal(0, bench.Number($"SELECT count(*) FROM {In("truth", table)} AS t ANTI JOIN {In("record", table)} AS r ON r.row_id = t.row_id ANTI JOIN (SELECT * FROM ledger WHERE tab = {table} AND before = 'removed') AS l ON l.row_id = t.row_id"));
        Assert.Equal(0, bench.Number($"SELECT count(*) FROM {In("record", table)} AS r ANTI JOIN {In("truth", table)} AS t ON t.row_id = r.row_id ANTI JOIN (SELECT * FROM ledger WHERE tab = {table} AND after = 'added') AS l ON l.row_id = r.row_id"));
    }

    [Fact]
    public void What_acts_at_one_site_changes_its_patients_though_their_table_names_no_site()
    {
        using var clinic = Clinic.Open(new ClinicPlan(7, 300, []) { Process = [.. ((string[])["death-recorded-elsewhere", "blank-means-no", "item-non-response", "spelling-variants"]).Select(mechanism => new Distortion(mechanism, 0.9) { Site = "South" })] }, TestContext.Current.CancellationToken);
        Assert.Equal(4, clinic.All.Number($"SELECT count(DISTINCT mechanism) FROM ledger"));
        Assert.Equal(0, clinic.All.Number($"SELECT count(*) FROM ledger AS l JOIN record.patients AS p ON p.row_id = l.row_id WHERE l.tab = 'patients' AND p.patient_id NOT IN (SELECT patient_id FROM record.stays WHERE site = 'South')"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_ledger_begins_with_the_truth_and_ends_with_the_record(string table)
    {
        foreach (var column in Plan.Tables.Single(one => one.Name == table).Names)
        {
            Sql steps = $"SELECT *, row_number() OVER (PARTITION BY row_id ORDER BY place) AS first, row_number() OVER (PARTITION BY row_id ORDER BY place DESC) AS last, lead(before) OVER (PARTITION BY row_id ORDER BY place) AS following FROM ledger WHERE tab = {table} AND col = {column}";
            Assert.Equal(0, bench.Number($"SELECT count(*) FROM ({steps}) AS s JOIN {In("truth", table)} AS t ON t.row_id = s.row_id WHERE first = 1 AND before IS DISTINCT FROM CAST(t.{new Name(column)} AS VARCHAR)"));
            Assert.Equal(0, bench.Number($"SELECT count(*) FROM ({steps}) AS s JOIN {In("record", table)} AS r ON r.row_id = s.row_id WHERE last = 1 AND after IS DISTINCT FROM CAST(r.{new Name(column)} AS VARCHAR)"));
            Assert.Equal(0, bench.Number($"SELECT count(*) FROM ({steps}) AS s WHERE last > 1 AND after IS DISTINCT FROM following"));
            Assert.Equal(0, bench.Number($"SELECT count(*) FROM ledger WHERE tab = {table} AND col = {column} AND before IS NOT DISTINCT FROM after"));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_row_has_one_id(string table) => Assert.All((string[])["truth", "record"], schema =>
        Assert.Equal(bench.Number($"SELECT count(*) FROM {In(schema, table)}"), bench.Number($"SELECT count(DISTINCT row_id) FROM {In(schema, table)}")));

    [Theory]
    [MemberData(nameof(Tables))]
    public void The_truth_stays_untouched(string table) => Assert.Equal(
        0, bench.Number($"SELECT count(*) FROM ((SELECT * FROM {In("truth", table)} EXCEPT ALL SELECT * FROM {In("kept", table)}) UNION ALL (SELECT * FROM {In("kept", table)} EXCEPT ALL SELECT * FROM {In("truth", table)})) AS differ"));

    [Fact]
    public void Mechanisms_act_on_what_others_left() => // those of a few days may find no row in a small clinic
        Assert.InRange(bench.Number($"SELECT count(DISTINCT mechanism) FROM ledger"), Plan.Distortions.Count - 3, Plan.Distortions.Count);

    static IReadOnlyList<(string Name, string Hash)> Written(ClinicPlan plan, string folder) =>
        [.. ClinicFolder.Write(plan, new ClinicWriting(folder), null, TestContext.Current.CancellationToken).Select(file => (file.Name, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file.Name)))))).OrderBy(file => file.Item1, StringComparer.Ordinal)];

    static Sql In(string schema, string table) => $"{new Name(schema)}.{new Name(table)}";

    /// <summary>One clinic on which every mechanism acted, with a copy of the truth as it was before.</summary>
    public sealed class Bench : IDisposable
    {
        readonly Clinic _clinic = Clinic.Open(Plan with { Distortions = [] });

        public Bench()
        {
            _clinic.All.Execute($"CREATE SCHEMA kept");
            foreach (var table in Plan.Tables)
            {
                _clinic.All.Execute($"CREATE TABLE {In("kept", table.Name)} AS SELECT * FROM {In("truth", table.Name)}");
            }

            _clinic.Rewrite(Plan.Distortions);
        }

        internal double Number(Sql query) => _clinic.All.Number(query);

        public void Dispose() => _clinic.Dispose();
    }
}
