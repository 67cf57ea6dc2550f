using Anamnesis.Examinations;
using Anamnesis.Mechanisms;
using Anamnesis.Sources;

namespace Anamnesis.Engines;

/// <summary>The second engine: the same findings and the same causes, in place, read only, and clear errors.</summary>
[Collection("postgres")]
public sealed class PostgresTests(PostgresServer server)
{
    [Fact]
    public void A_clinic_in_PostgreSQL_has_the_findings_and_first_causes_it_has_in_DuckDB()
    {
        var address = server.Need().Create("clinic");
        using var duck = Address.Open("clinic:?seed=3&patients=120&mechanisms=unit-mixture:0.3,terminal-digit-preference:0.6,sentinel-coded-missing:0.3,interface-resend-duplicate:0.3,date-only-and-placeholder-dates:0.4");
        server.Load("clinic", duck);
        var expected = Examiner.Examine(duck, new ExaminationOptions { Exact = true });
        var found = Examiner.Examine(address, new ExaminationOptions { Exact = true });
        Assert.True(expected.Diagnoses.Count >= 5, $"{expected.Diagnoses.Count} findings");
        Assert.Equal(Roles(expected), Roles(found));
        Assert.Equal(expected.Diagnoses.Select(Short).Order(StringComparer.Ordinal), found.Diagnoses.Select(Short).Order(StringComparer.Ordinal));
        Assert.Equal("postgresql", found.Engine);
    }

    [Fact]
    public void Nothing_is_written_and_a_user_who_may_only_read_is_enough()
    {
        server.Need().Create("readonly");
        server.Execute("readonly", $"CREATE TABLE visits AS SELECT i AS id, i % 40 AS patient_id, 60 + i % 50 AS heart_rate, TIMESTAMP '2021-01-01' + i * INTERVAL '1 hour' AS taken FROM generate_series(1, 500) AS i");
        server.Execute("readonly", $"CREATE TABLE secret AS SELECT 1 AS x");
        server.Execute("readonly", $"GRANT SELECT ON visits TO reader");
        var before = Writes();
        var address = server.Address("readonly", $"reader:{PostgresServer.Secret}");
        var examination = Examiner.Examine(address);
        Assert.Equal(["visits"], examination.Profile.Tables.Select(table => table.Table.Name));
        Assert.DoesNotContain(PostgresServer.Secret, examination.Address, StringComparison.Ordinal);
        Assert.Equal(before, Writes());
        using var dataset = Address.Open(server.Address("readonly"));
        Assert.Contains("read-only", Assert.Throws<InvalidOperationException>(() => dataset.Execute($"CREATE TABLE mine (x INTEGER)")).Message, StringComparison.Ordinal);
        Assert.Contains("read-only", Assert.Throws<InvalidOperationException>(() => dataset.Execute($"DELETE FROM visits")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_ends_the_session_half_way_is_a_clear_error()
    {
        server.Need().Create("ended");
        server.Execute("ended", $"CREATE TABLE visits AS SELECT i AS id, i % 40 AS patient_id, 60 + i % 50 AS heart_rate, TIMESTAMP '2021-01-01' + i * INTERVAL '1 hour' AS taken FROM generate_series(1, 5000) AS i");
        var refused = Assert.Throws<AnamnesisException>(() => Examiner.Examine(server.Address("ended"), new ExaminationOptions { Progress = new Ending(server) }));
        Assert.Contains("stopped answering", refused.Message, StringComparison.Ordinal);
        Assert.Contains("/ended", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Ends all sessions of the database when tables are measured.</summary>
    sealed class Ending(PostgresServer server) : IProgress<Step>
    {
        public void Report(Step value)
        {
            if (value.Says.StartsWith("measuring", StringComparison.Ordinal))
            {
                server.Execute("postgres", $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'ended'");
            }
        }
    }

    [Fact]
    public void Texts_that_hold_numbers_and_days_in_other_forms_are_read_and_codes_are_not()
    {
        server.Need().Create("texts");
        server.Execute("texts", $"""
            CREATE TABLE visits AS SELECT
                i AS id, CAST(i % 40 AS text) || ',' || CAST(i % 10 AS text) AS commas, CAST(i AS text) || '.5' AS points,
                to_char(DATE '2020-01-25' + i, 'DD.MM.YYYY') AS dotted, to_char(TIMESTAMP '2020-01-25' + i * INTERVAL '7 hours', 'MM/DD/YYYY HH24:MI') AS american,
                to_char(i, 'FM00000') AS code, 'ward ' || CAST(i % 3 AS text) AS words
            FROM generate_series(1, 200) AS i
            """);
        using var dataset = Address.Open(server.Address("texts"));
        var table = Assert.Single(dataset.Tables);
        Assert.Equal(
            [("commas", Kind.Number, "decimal comma"), ("points", Kind.Number, null), ("dotted", Kind.Time, "dd.MM.yyyy"), ("american", Kind.Time, "MM/dd/yyyy"), ("code", Kind.Text, null), ("words", Kind.Text, null)],
            table.Columns.Skip(1).Select(column => (column.Name, column.Kind, column.Form)));
        var sums = dataset.Row(
            $"SELECT sum({table.Column("commas")!.Value}), count({table.Column("dotted")!.Value}), max({table.Column("american")!.Value}), max({table.Column("dotted")!.Value}) FROM {table.From}", // columns made above
            row => (row.NumberAt(0), row.CountAt(1), row.TimeAt(2), row.TimeAt(3)));
        Assert.Equal((Enumerable.Range(1, 200).Sum(i => (i % 40) + (i % 10 / 10.0)), 200L), (Math.Round(sums.Item1!.Value, 6), sums.Item2));
        Assert.Equal((new DateTime(2020, 1, 25).AddHours(1400), new DateTime(2020, 1, 25).AddDays(200)), (sums.Item3, sums.Item4));
    }

    [Theory]
    [InlineData("postgres://reader:wrong-pass@127.0.0.1:PORT/postgres", "password", "wrong-pass")]
    [InlineData("postgres:Host=127.0.0.1;Port=PORT;Username=reader;Password=wrong-pass;Database=postgres", "password", "wrong-pass")]
    [InlineData("postgres://nobody-such@127.0.0.1:PORT/postgres", "nobody-such", "wrong-pass")]
    [InlineData("postgres://tester@127.0.0.1:PORT/no_such_db", "no_such_db", "wrong-pass")]
    [InlineData("postgres://tester:wrong-pass@127.0.0.1:1/postgres", "127.0.0.1:1", "wrong-pass")]
    [InlineData("postgres://tester@127.0.0.1:PORT/postgres?schema=publik", "publik", "wrong-pass")]
    [InlineData("postgres://tester@127.0.0.1:PORT/postgres", "no table", "wrong-pass")]
    [InlineData("postgres://te ster:wrong-pass@:x/", "Expected postgres://", "wrong-pass")]
    [InlineData("postgres:Hst=x;Password=wrong-pass", "Expected postgres://", "wrong-pass")]
    [InlineData("postgres://tester:wrong-pass@127.0.0.1:PORT/postgres?schemas=a", "schemas", "wrong-pass")]
    public void What_the_user_can_mend_is_told_without_the_password(string address, string says, string secret)
    {
        var port = new Uri(server.Need().Address("x")).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var refused = Assert.Throws<AnamnesisException>(() => Address.Open(address.Replace("PORT", port, StringComparison.Ordinal)).Dispose());
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_is_stopped()
    {
        server.Need().Create("stopped");
        server.Execute("stopped", $"CREATE TABLE t AS SELECT i FROM generate_series(1, 10) AS i");
        using var dataset = Address.Open(server.Address("stopped"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        dataset.Cancellation = stop.Token;
        Assert.ThrowsAny<OperationCanceledException>(() => dataset.Execute($"SELECT count(*) FROM t AS a, t AS b, t AS c, t AS d, t AS e, t AS f, t AS g, t AS h, t AS j, t AS k, t AS l, t AS m")); // 10 to the power of 12 rows
    }

    long Writes()
    {
        using var connection = server.Open("readonly");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM pg_class) * 1000000 + (SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables) + (SELECT temp_files FROM pg_stat_database WHERE datname = 'readonly') * 0";
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    static IEnumerable<string> Roles(Examination examination) => examination.Profile.Tables.SelectMany(table => table.Reading.Columns.Select(column => $"{table.Table.Name}.{column.Column.Name}: {column.Role} {column.Variable}"));

    static string Short(Diagnosis diagnosis)
    {
        var finding = diagnosis.Finding;
        var count = finding.Estimated ? "about" : $"{finding.Count} of {finding.Denominator}";
        return $"{finding.Id} {finding.Kind} {finding.Table}({string.Join(',', finding.Columns)}) {count} ← {(diagnosis.Differential.Count > 0 ? diagnosis.Differential[0].Mechanism : "-")}";
    }
}
