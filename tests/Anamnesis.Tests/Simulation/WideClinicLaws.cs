using Anamnesis.Engines;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Simulation;

/// <summary>What holds for all tables of a wide clinic with its usual process.</summary>
public sealed class WideClinicLaws(WideClinicLaws.Bench bench) : IClassFixture<WideClinicLaws.Bench>
{
    public static TheoryData<string> Names => [.. ClinicTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_ledger_explains_every_cell_and_row_that_differs_from_the_truth(string name)
    {
        var table = ClinicTables.All.Single(table => table.Name == name);
        var all = bench.Clinic.All;
        foreach (var column in table.Names)
        {
            Assert.Equal(0, all.Number($"""
                SELECT count(*) FROM {table.In("truth")} AS t JOIN {table.In("record")} AS r ON r.row_id = t.row_id
                WHERE t.{new Name(column)} IS DISTINCT FROM r.{new Name(column)} AND NOT EXISTS (SELECT 1 FROM ledger AS l WHERE l.tab = {name} AND l.col = {column} AND l.row_id = t.row_id)
                """));
        }

        Sql gone = $"SELECT row_id FROM {table.In("truth")} WHERE row_id NOT IN (SELECT row_id FROM {table.In("record")})";
        Sql come = $"SELECT row_id FROM {table.In("record")} WHERE row_id NOT IN (SELECT row_id FROM {table.In("truth")})";
        Assert.Equal(0, all.Number($"SELECT count(*) FROM ({gone}) AS g WHERE row_id NOT IN (SELECT row_id FROM ledger WHERE tab = {name} AND col = '*' AND before = 'removed')"));
        Assert.Equal(0, all.Number($"SELECT count(*) FROM ({come}) AS c WHERE row_id NOT IN (SELECT row_id FROM ledger WHERE tab = {name} AND col = '*' AND after = 'added')"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_have_ids_of_their_own_and_belong_to_a_patient(string name)
    {
        var table = ClinicTables.All.Single(table => table.Name == name).In("truth");
        Assert.True(bench.Clinic.All.Number($"SELECT count(*) FROM {table}") > 0);
        Assert.Equal(0, bench.Clinic.All.Number($"SELECT count(*) - count(DISTINCT row_id) FROM {table}"));
        Assert.Equal(0, bench.Clinic.All.Number($"SELECT count(*) FROM {table} WHERE patient_id NOT IN (SELECT patient_id FROM truth.patients)"));
    }

    [Theory]
    [InlineData("transfers", "arrived", "departed")]
    [InlineData("vitals", "taken", "recorded")]
    [InlineData("labs", "ordered", "collected")]
    [InlineData("labs", "collected", "resulted")]
    [InlineData("labs", "resulted", "validated")]
    [InlineData("drug_orders", "ordered", "stopped")]
    [InlineData("visits", "came", "recorded")]
    [InlineData("telemonitoring", "measured", "uploaded")]
    [InlineData("notes", "written", "signed")]
    [InlineData("stays", "admitted", "discharged")]
    public void In_the_truth_time_goes_forward(string table, string first, string then) =>
        Assert.Equal(0, bench.Clinic.All.Number($"SELECT count(*) FROM {Sql.Raw("truth." + table)} WHERE {new Name(then)} < {new Name(first)}"));

    [Fact]
    public void Nothing_happens_after_death()
    {
        foreach (var (table, column) in ((string, string)[])[("vitals", "taken"), ("labs", "collected"), ("visits", "came"), ("telemonitoring", "measured"), ("drug_given", "given"), ("ecgs", "taken")])
        {
            Assert.Equal(0, bench.Clinic.All.Number(
                $"SELECT count(*) FROM {Sql.Raw("truth." + table)} AS t JOIN truth.deaths AS d ON d.patient_id = t.patient_id WHERE CAST(t.{new Name(column)} AS DATE) > d.died"));
        }
    }

    [Fact]
    public void A_stay_has_the_values_of_its_first_samples() => Assert.Equal(0, bench.Clinic.All.Number($"""
        SELECT count(*) FROM truth.stays AS s JOIN (SELECT stay_id, CAST(arg_min(result, collected) AS DOUBLE) AS first FROM truth.labs WHERE test = 'potassium' GROUP BY stay_id) AS l
        ON l.stay_id = s.stay_id WHERE abs(l.first - s.potassium) > 0.001
        """));

    [Fact]
    public void Diagnoses_are_spelled_in_the_edition_of_that_day()
    {
        Assert.Equal(["ICD-10", "ICD-10-GM"], bench.Clinic.All.Rows($"SELECT DISTINCT edition FROM truth.diagnoses ORDER BY 1", row => row.TextAt(0)));
        var editions = bench.Clinic.All.Rows($"SELECT edition, count(*) FILTER (WHERE NOT regexp_matches(code, CASE edition WHEN 'ICD-9-CM' THEN '^[0-9V]' ELSE '^[A-Z][0-9]' END)) FROM record.diagnoses GROUP BY edition", row => (Edition: row.TextAt(0), Odd: row.CountAt(1)));
        Assert.Equal(3, editions.Count);
        Assert.All(editions, one => Assert.Equal(0, one.Odd));
    }

    [Fact]
    public void Notes_are_written_in_two_languages_with_negations_and_numbers()
    {
        Assert.Equal(2, bench.Clinic.All.Number($"SELECT count(DISTINCT language) FROM truth.notes"));
        Assert.True(bench.Clinic.All.Number($"SELECT avg(CAST(regexp_matches(note_text, '[Nn]eguje|[Bb]ez |[Bb]rak|Denies|[Nn]o ') AS DOUBLE)) FROM truth.notes") > 0.5);
        Assert.Equal(0, bench.Clinic.All.Number($"SELECT count(*) FROM truth.notes WHERE language = 'pl' AND regexp_matches(note_text, 'mc\\. [0-9]+\\.[0-9]')"));
    }

    /// <summary>One clinic of the usual process.</summary>
    public sealed class Bench : IDisposable
    {
        internal Clinic Clinic { get; } = Clinic.Open(new ClinicPlan(3, 300, []) { Wide = true, Levers = ClinicProcess.Usual });

        public void Dispose() => Clinic.Dispose();
    }
}
