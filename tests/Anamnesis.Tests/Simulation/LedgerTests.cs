using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>How what a mechanism would change is written down and brought into the record.</summary>
public sealed class LedgerTests
{
    static readonly ClinicPlan Plan = new(5, 40, []);

    [Fact]
    public void Every_statement_sees_the_record_as_the_mechanism_found_it()
    {
        using var clinic = Acted(
            $"INSERT INTO record.patients SELECT * REPLACE (row_id + 1000 AS row_id) FROM record.patients",
            $"UPDATE record.patients SET height = (SELECT count(*) FROM record.patients)",
            $"UPDATE record.stays SET age = (SELECT max(height) FROM record.patients)");
        Assert.Equal(40, clinic.All.Number($"SELECT max(height) FROM record.patients WHERE row_id <= 1000"));
        Assert.Equal(40, clinic.All.Number($"SELECT count(*) FROM record.patients WHERE row_id > 1000 AND height <> 40"));
        Assert.Equal(clinic.All.Number($"SELECT max(height) FROM truth.patients"), clinic.All.Number($"SELECT min(age) FROM record.stays"));
        Assert.Equal(40, clinic.All.Number($"SELECT count(*) FROM ledger WHERE tab = 'patients' AND col = '*'"));
    }

    [Fact]
    public void Of_several_values_for_one_cell_the_least_is_taken()
    {
        using var clinic = Acted($"UPDATE record.patients AS p SET city = v.city, height = v.height FROM (VALUES ('b', 2), ('a', 7), ('a', 3)) AS v (city, height)");
        Assert.Equal(40, clinic.All.Number($"SELECT count(*) FROM record.patients WHERE city = 'a' AND height = 3"));
        Assert.Equal(80, clinic.All.Number($"SELECT count(*) FROM ledger"));
    }

    [Fact]
    public void A_cell_that_gets_the_value_it_had_is_not_written_down()
    {
        using var clinic = Acted($"UPDATE record.patients SET sex = 'F', city = city");
        Assert.Equal(clinic.All.Number($"SELECT count(*) FROM truth.patients WHERE sex <> 'F'"), clinic.All.Number($"SELECT count(*) FROM ledger"));
        Assert.Equal(0, clinic.All.Number($"SELECT count(*) FROM ledger WHERE col = 'city'"));
    }

    [Fact]
    public void A_mechanism_that_changes_a_table_by_two_statements_is_refused() =>
        Assert.Contains("changes patients by 2 statements", Assert.Throws<InvalidOperationException>(() => Act($"UPDATE record.patients SET height = 1", $"DELETE FROM record.patients")).Message, StringComparison.Ordinal);

    [Fact]
    public void Rows_have_one_id_though_mechanisms_that_add_rows_act_again_on_what_they_added()
    {
        string[] adding = ["interface-resend-duplicate", "join-fan-out", "encounter-splitting", "duplicate-patient-identity", "preliminary-and-corrected-versions"];
        using var clinic = Clinic.Open(new ClinicPlan(5, 25, [.. adding.Concat(adding).Select(mechanism => (mechanism, 0.9))]) { Wide = true }, TestContext.Current.CancellationToken);
        Assert.All(clinic.Plan.Tables, table => Assert.Equal(0, clinic.All.Number($"SELECT count(*) - count(DISTINCT row_id) FROM {table.In("record")}")));
        Assert.Equal(0, clinic.All.Number($"SELECT count(*) - count(DISTINCT (tab, row_id)) FROM ledger WHERE col = '*'"));
        Assert.Equal(adding.Length, clinic.All.Number($"SELECT count(DISTINCT mechanism) FROM ledger WHERE col = '*'")); // all of them acted
    }

    [Theory]
    [InlineData("a = b, \"c\" = f(d, 'e, FROM'), g = h IS DISTINCT FROM i FROM k WHERE l", 3, " k ", " l")]
    [InlineData("a = extract(hour FROM b)", 1, null, null)]
    [InlineData("a = 'it''s, so' WHERE b IN (SELECT c FROM d WHERE e)", 1, null, " b IN (SELECT c FROM d WHERE e)")]
    public void Clauses_are_told_from_words_in_brackets_and_quotes(string text, int cells, string? from, string? where)
    {
        var (first, condition) = Clause.Cut(text, "WHERE");
        var (set, source) = Clause.Cut(first, "FROM");
        Assert.Equal((cells, from, where), (Clause.Split(set).Count(), source, condition));
    }

    static Act Act(params Sql[] statements) => new(new Distortion("keying-error", 1), 0, statements, Plan.Tables);

    static Clinic Acted(params Sql[] statements)
    {
        var clinic = Clinic.Open(Plan, TestContext.Current.CancellationToken);
        foreach (var table in Plan.Tables)
        {
            clinic.All.Execute($"DROP VIEW {table.In("record")}");
            clinic.All.Execute($"CREATE TABLE {table.In("record")} AS SELECT * FROM {table.In("truth")}");
        }

        Ledger.Write(clinic.All, [Act(statements)]);
        return clinic;
    }
}
