using System.Globalization;
using Anamnesis.Engines;
using Anamnesis.Examinations;

namespace Anamnesis.Sources;

/// <summary>Times without end and of years before 1 or after 9999: absent as times, still there to be counted, in whatever they come.</summary>
[Collection("postgres")]
public sealed class TimesOutsideTests(PostgresServer server)
{
    const int Rows = 600;

    static readonly DateTime First = new(2021, 1, 1);

    /// <summary>As programs write them; DuckDB writes a year before the first with brackets, PostgreSQL without; one row in so many holds it.</summary>
    public static TheoryData<string, int> Odd => [.. ((string[])["infinity", "-infinity", "10000-01-01 00:00:00", "99999-12-31 00:00:00", "0044-03-15 (BC)"]).Select(odd => (odd, 10))];

    [Theory]
    [MemberData(nameof(Odd))]
    [InlineData("infinity", Rows)]
    [InlineData("0000-01-01", Rows)]
    [InlineData("0000-00-00 00:00:00", 10)]
    public void In_a_text(string odd, int oneIn)
    {
        using var folder = new TempFolder();
        string Time(int i, int minutes) => i % oneIn == 5 ? odd : First.AddHours(i).AddMinutes(minutes).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        folder.File("labs.csv", "patient_id,taken,recorded,potassium\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{i % 20},{Time(i, 0)},{Time(i, i % 37)},{3 + (i % 7 * 0.5)}\n")));
        Told(Examiner.Examine(folder.At("labs.csv")), oneIn, ["taken", "recorded"]);
    }

    [Theory]
    [InlineData("01.01.0000", "dd.MM.yyyy")]
    [InlineData("01/01/0000", "dd/MM/yyyy")]
    public void In_a_text_of_another_order(string odd, string form)
    {
        using var folder = new TempFolder();
        folder.File("labs.csv", "patient_id,taken,potassium\n" + string.Concat(Enumerable.Range(0, Rows).Select(i =>
            $"{i % 20},{(i % 10 == 5 ? odd : First.AddDays(i).ToString(form, CultureInfo.InvariantCulture))},{3 + (i % 7 * 0.5)}\n")));
        Told(Examiner.Examine(folder.At("labs.csv")), 10, ["taken"]);
    }

    [Theory]
    [InlineData("infinity")]
    [InlineData("10000-01-01")]
    public void In_a_text_of_which_only_the_first_rows_were_looked_at(string odd)
    {
        using var folder = new TempFolder();
        var path = folder.File("t.csv", "patient,taken\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{i},{(i == 450 ? odd : $"2021-01-{1 + (i % 28):00}")}\n")));
        using var dataset = DuckDb.Empty("test");
        using var work = new WorkFolder(folder.Path);
        foreach (var (parquet, here) in ((string?, bool)[])[(null, false), (null, true), (folder.At("t.parquet"), false)])
        {
            var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, 1, 500) { CommasSeparate = true, IsPresumed = here }, 2, work);
            var forms = ColumnForms.Learn(dataset, reader.Stage(40), 40, ["patient", "taken"], commasSeparate: true);
            var table = new Name($"{parquet}, {here}");
            Assert.True(reader.LoadTyped(table, forms, parquet));
            var column = forms[1].Column();
            Assert.Equal(odd, dataset.Row($"SELECT max({column.Raw!}) FROM {table} WHERE {column.Value} IS NULL", row => row.TextAt(0))); // a text is kept where times were not all
        }
    }

    [Theory]
    [MemberData(nameof(Odd))]
    [InlineData("infinity", Rows)]
    public void In_Parquet(string odd, int oneIn)
    {
        using var folder = new TempFolder();
        Copied.To(folder.At("labs.parquet"), Table(odd, oneIn, ["TIMESTAMP", "DATE", "TIMESTAMP WITH TIME ZONE", "VARCHAR"]));

        Told(Examiner.Examine(folder.At("labs.parquet")), oneIn, ["taken0", "taken1", "taken2", "taken3"]);
    }

    /// <summary>What lies outside of a timestamp is a date of Parquet and of PostgreSQL.</summary>
    [Fact]
    public void Days_that_no_timestamp_holds()
    {
        const string odd = "1000000-01-01";
        using var folder = new TempFolder();
        Copied.To(folder.At("labs.parquet"), Table(odd, 10, ["DATE"]));

        Told(Examiner.Examine(folder.At("labs.parquet")), 10, ["taken0"]);
        Told(Examiner.Examine(server.Need().Table("labs", Table(odd, 10, ["DATE"]))), 10, ["taken0"]);
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void In_PostgreSQL(string odd, int oneIn) => Told(
        Examiner.Examine(server.Need().Table("labs", Table(odd.Replace(" (BC)", " BC", StringComparison.Ordinal), oneIn, ["TIMESTAMP", "DATE", "TIMESTAMP WITH TIME ZONE", "VARCHAR"]))), oneIn, ["taken0", "taken1", "taken2", "taken3"]);

    [Theory]
    [InlineData("0000-01-01")]
    [InlineData("2021-01-01 10:00:00+99")]
    [InlineData("2021-01-01 10:00:00+01:75")]
    public void Texts_that_PostgreSQL_cannot_cast(string odd) =>
        Assert.Equal(Rows / 10, Examiner.Examine(server.Need().Table("labs", Table(odd, 10, ["VARCHAR"]))).Profile.Tables[0].Column("taken0")!.Missing); // just written

    /// <summary>What a program gives that examines a data set of its own: neither a footer nor a look before tells of them.</summary>
    [Theory]
    [InlineData("infinity", 0, 1)]
    [InlineData("infinity", 45_000, 10)]
    [InlineData("20000-01-01", 45_000, 10)]
    public void In_a_data_set_that_is_given(string odd, int from, int oneIn)
    {
        const int All = 60_000;
        using var engine = DuckDb.Empty("given");
        engine.Execute($"CREATE TABLE vitals AS SELECT i % 2000 AS patient_id, CASE WHEN i >= {from} AND i % {oneIn} = 0 THEN CAST({odd} AS TIMESTAMP) ELSE TIMESTAMP '2021-01-01' + to_minutes(i) END AS taken, 60 + i % 40 AS heart_rate FROM range({All}) AS r (i)");
        engine.Tables = [new Table { Name = "vitals", From = $"vitals", Rows = All, Columns = [Column.Of("patient_id", Kind.Number), Column.Of("taken", Kind.Time), Column.Of("heart_rate", Kind.Number)] }];
        var examination = Examiner.Examine(engine);
        Assert.Equal((All - from) / oneIn, examination.Profile.Tables[0].Column("taken")!.Missing); // just written
        Assert.Single(examination.Diagnoses, diagnosis => diagnosis.Finding.Says.Contains("outside of the years", StringComparison.Ordinal));
    }

    /// <summary>A row of each patient after the other, the odd ones in every column of time.</summary>
    static Sql Table(string odd, int oneIn, IReadOnlyList<string> types)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => (Sql)$"({i % 20}, CAST({3 + (i % 7 * 0.5)} AS DOUBLE PRECISION), {(i % oneIn == 5 ? odd : First.AddHours(i).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))})");
        return $"SELECT patient_id, {Sql.Join(", ", types.Select((type, place) => (Sql)$"CAST(t AS {Sql.Raw(type)}) AS {new Name($"taken{place}")}"))}, v AS potassium FROM (VALUES {Sql.Join(", ", rows)}) AS r (patient_id, v, t)";
    }

    static void Told(Examination examination, int oneIn, IReadOnlyList<string> columns)
    {
        var hits = Enumerable.Range(0, Rows).Count(i => i % oneIn == 5);
        foreach (var name in columns)
        {
            var column = examination.Profile.Tables[0].Column(name)!; // just written
            Assert.Equal((Kind.Time, (long)hits), (column.Variable.Column.Kind, column.Missing));
            var told = Assert.Single(examination.Diagnoses, diagnosis => diagnosis.Finding.Kind == "type-mix" && diagnosis.Finding.Columns.SequenceEqual([name]) && diagnosis.Finding.Token == "unreadable");
            Assert.Equal(hits, told.Finding.Count);
            Assert.Contains("outside of the years", told.Finding.Says, StringComparison.Ordinal);
            Assert.Equal("date-only-and-placeholder-dates", told.Likely?.Mechanism);
        }

        Assert.All(examination.Profile.Tables[0].Clocks, clock => Assert.InRange(clock.Span.Last.Year, 2021, 2023));
    }
}
