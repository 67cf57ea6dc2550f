using Anamnesis.Engines;
using Anamnesis.Examinations;

namespace Anamnesis.Sources;

/// <summary>Infinities, NaN and numbers beyond all computing: absent as numbers, all but NaN still there to be counted, in whatever they come.</summary>
[Collection("postgres")]
public sealed class OutOfRangeTests(PostgresServer server)
{
    const int Rows = 600;

    static string Ratio(int i, string first) => i % 10 == 9 ? first : i % 10 == 4 ? "NaN" : i % 10 == 3 ? "NULL" : $"{1 + (i * 7919 % 1000)}e-3";

    static string Table(string first, string type) =>
        $"SELECT i AS patient_id, CAST(r AS {type}) AS ratio, CAST(i % 60 AS {type}) AS age FROM (VALUES {string.Join(", ", Enumerable.Range(0, Rows).Select(i => $"({i}, CAST({Quoted(Ratio(i, first))} AS {type}))"))}) AS t (i, r)";

    static string Quoted(string word) => word == "NULL" ? word : $"'{word}'";

    [Theory]
    [InlineData("Infinity", "DOUBLE")]
    [InlineData("-Infinity", "DOUBLE")]
    [InlineData("Infinity", "FLOAT")]
    [InlineData("NaN", "DOUBLE")]
    public void In_Parquet(string first, string type)
    {
        using var folder = new TempFolder();
        Copied.To(folder.At("t.parquet"), Sql.Raw(Table(first, type)));

        Told(Examiner.Examine(folder.At("t.parquet")), first);
    }

    [Theory]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("NaN")]
    public void In_PostgreSQL(string first) => Told(Examiner.Examine(server.Need().Table("visits", Sql.Raw(Table(first, "DOUBLE PRECISION")))), first);

    [Theory]
    [InlineData("Inf")]
    [InlineData("-infinity")]
    [InlineData("nan")]
    public void In_a_text_of_which_only_the_first_rows_were_looked_at(string odd)
    {
        using var folder = new TempFolder();
        var path = folder.File("t.csv", "patient,ratio\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},{(i == 450 ? odd : $"{i % 90}.5")}\n")));
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("test");
        foreach (var here in (bool[])[false, true])
        {
            var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, 1, 500) { CommasSeparate = true, IsPresumed = here }, 2, work);
            var forms = ColumnForms.Learn(dataset, reader.Stage(40), 40, ["patient", "ratio"], commasSeparate: true);
            var table = new Name($"ratios, {here}");
            Assert.True(reader.LoadTyped(table, forms, null));
            var column = forms[1].Column();
            Assert.Equal(499, dataset.Number($"SELECT count({column.Value}) FROM {table} WHERE isfinite({column.Value})"));
            Assert.Equal(odd, dataset.Row($"SELECT max({column.Raw!}) FROM {table} WHERE {column.Value} IS NULL", row => row.TextAt(0))); // a text is kept where numbers were not all
        }
    }

    /// <summary>Writers leave NaN out of the extremes in the footer, or leave the extremes out; recognition looks at the first rows only.</summary>
    [Theory]
    [InlineData("NaN", true)]
    [InlineData("Infinity", true)]
    [InlineData("NaN", false)]
    [InlineData("Infinity", false)]
    public void Behind_the_first_rows(string odd, bool parquet)
    {
        const int All = 60_000;
        using var folder = new TempFolder();
        using var engine = DuckDb.Empty("late");
        Sql rows = $"SELECT i AS patient_id, CASE WHEN i >= 40000 AND i % 10 = 0 THEN CAST({odd} AS DOUBLE) ELSE 60 + i % 40 END AS heart_rate FROM range({All}) AS r (i)";
        engine.Execute($"CREATE TABLE vitals AS {rows}");
        engine.Execute($"COPY vitals TO {folder.At("vitals.parquet")} (FORMAT parquet)");
        engine.Tables = [new Table { Name = "vitals", From = $"vitals", Rows = All, Columns = [Column.Of("patient_id", Kind.Number), Column.Of("heart_rate", Kind.Number)] }];
        var examination = parquet ? Examiner.Examine(folder.At("vitals.parquet")) : Examiner.Examine(engine);
        var rate = examination.Profile.Tables[0].Column("heart_rate")!; // just written
        Assert.Equal((2000L, All - 2000L), (rate.Missing, rate.Numbers.Total));
        Assert.All(rate.Numbers.Values, value => Assert.True(double.IsFinite(value)));
        Assert.Equal(odd == "Infinity", examination.Diagnoses.Any(diagnosis => diagnosis.Finding.Says.Contains("divided by zero", StringComparison.Ordinal)));
    }

    /// <summary>What Stata, C and others write for nothing; PostgreSQL stores numbers that are no doubles at all.</summary>
    [Theory]
    [InlineData("8.98846567431158e+307")]
    [InlineData("-1.7976931348623157e308")]
    [InlineData("1e400")]
    public void Numbers_of_more_than_a_hundred_digits(string odd)
    {
        using var folder = new TempFolder();
        var rows = Enumerable.Range(0, Rows).Select(i => (Ratio: i % 10 == 9 ? odd : Ratio(i, odd), Row: i)).Select(row => (row.Row, Ratio: row.Ratio is "NaN" or "NULL" ? string.Empty : row.Ratio)).ToList();
        folder.File("visits.csv", "patient_id,ratio,age\n" + string.Concat(rows.Select(row => $"{row.Row},{row.Ratio},{row.Row % 60}\n")));
        Told(Examiner.Examine(folder.At("visits.csv")), odd, "more than a hundred digits", "sentinel-coded-missing");
        Told(Examiner.Examine(server.Need().Table("visits", Sql.Raw(Table(odd, "NUMERIC")))), odd, "more than a hundred digits", "sentinel-coded-missing");
        if (odd == "1e400")
        {
            return; // no double
        }

        Copied.To(folder.At("t.parquet"), Sql.Raw(Table(odd, "DOUBLE")));

        Told(Examiner.Examine(folder.At("t.parquet")), odd, "more than a hundred digits", "sentinel-coded-missing");
    }

    static void Told(Examination examination, string first, string says = "divided by zero", string cause = "derived-column")
    {
        var ratio = examination.Profile.Tables[0].Column("ratio")!; // just written
        var finite = Enumerable.Range(0, Rows).Count(i => i % 10 is not (9 or 4 or 3));
        Assert.Equal((finite, (long)(Rows - finite)), ((int)ratio.Numbers.Total, ratio.Missing));
        Assert.All(ratio.Numbers.Values, value => Assert.True(double.IsFinite(value)));
        var told = examination.Diagnoses.Where(diagnosis => diagnosis.Finding.Says.Contains(says, StringComparison.Ordinal)).ToList();
        Assert.Equal(first == "NaN" ? [] : [Rows / 10], told.Select(diagnosis => (int)diagnosis.Finding.Count));
        Assert.All(told, diagnosis => Assert.Equal(cause, diagnosis.Likely?.Mechanism));
        Assert.Equal(3, examination.Profile.Tables[0].Table.Columns.Count);
        Assert.Null(examination.Profile.Tables[0].Column("age")!.Variable.Column.Raw);
    }
}
