using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Whether texts are held as enumerations or not, the table is the same.</summary>
public sealed class CategoriesTests
{
    const int Rows = 40_000;
    const int First = 400;

    static readonly string[] Names = ["patient", "unit", "value", "site"];

    [Theory]
    [InlineData("nothing else comes", 0, "mg", "1.5", true, true)]
    [InlineData("a word that nobody has seen", 1, "mmol", "1.5", false, true)]
    [InlineData("some of them, with quotes", 900, "\"a \"\"new\"\" one, it's\"", "1.5", false, true)]
    [InlineData("over two lines", 3, "\"m\nl\"", "1.5", false, false)]
    [InlineData("more than are written in afterwards", 4000, "mmol", "1.5", false, false)]
    [InlineData("beside a text among the numbers", 2, "mmol", "high", false, true)]
    [InlineData("beside what is no number", 2, "mmol", "nan", false, true)]
    [InlineData("where only a number is none", 2, "mg", "high", true, true)]
    public void The_table_holds_what_it_would_hold_as_texts(string what, int odd, string unit, string value, bool stays, bool isReadHere)
    {
        Holds(what, odd, unit, value, stays, here: false, isRead: true);
        Holds(what, odd, unit, value, stays, here: true, isRead: isReadHere);
    }

    static void Holds(string what, int odd, string unit, string value, bool stays, bool here, bool isRead)
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty(what);
        var path = folder.File("t.csv", "patient,unit,value,site\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => Line(i, Odd(i, odd), unit, value))));
        var text = new PlainText(path, "none", ',', 1, new FileInfo(path).Length, Rows) { CommasSeparate = true };
        var reader = new CsvReading(dataset, text, Names.Length, work);
        var stage = reader.Stage(First);
        var (plain, few) = (ColumnForms.Learn(dataset, stage, First, Names, true), ColumnForms.Learn(dataset, stage, First, Names, true));
        var categories = new Categories(dataset, [stage], few, First, work);
        Assert.Equal(["", "mg,µg", "", "A,B,NA,it's"], Enumerable.Range(0, Names.Length).Select(place => string.Join(',', categories.Of(place) ?? [])));
        reader.LoadTyped(new Name("plain"), plain, null);
        Assert.Equal(isRead, new CsvReading(dataset, text with { IsPresumed = here }, Names.Length, work).LoadTyped(new Name("few"), few, null, categories));
        if (!isRead)
        {
            return;
        }

        Assert.Equal(Rows, dataset.Number($"SELECT count(*) FROM few"));
        Assert.Equal(0, dataset.Number($"SELECT count(*) FROM (SELECT * FROM plain EXCEPT ALL SELECT * FROM few)"));
        Assert.Equal(plain.Select(form => form.Column().Raw?.Text), few.Select(form => form.Column().Raw?.Text));
        Assert.Equal(stays, categories.Of(1) is not null);
        Assert.NotNull(categories.Of(3));
        Assert.All(dataset.Rows($"DESCRIBE few", row => (Name: row.TextAt(0), Type: row.TextAt(1))).Where(column => column.Name is "unit" or "site"), column => Assert.Equal("VARCHAR", column.Type));
    }

    [Fact]
    public void Free_texts_and_words_that_come_once_are_no_categories()
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("texts");
        dataset.Execute($"CREATE TABLE texts AS SELECT 'a note ' || i AS c0, CASE WHEN i % 10 = 0 THEN 'word ' || i ELSE 'usual' END AS c1, CASE WHEN i = 7 THEN 'once' ELSE 'often' END AS c2 FROM range(900) AS r (i)");
        ColumnForm[] forms = [new("note", 0), new("word", 1), new("nearly", 2)];
        Sql[] stages = [$"texts"];
        Assert.Equal([false, false, true], forms.Select((_, place) => new Categories(dataset, stages, forms, 100_000, work).Of(place) is not null));
        Assert.False(new Categories(dataset, stages, forms, 1_000_000, work).Any); // one in 900 unseen would be more than a thousand rows
    }

    [Theory]
    [InlineData("chr(0)")]
    [InlineData("repeat('a long text ', 100)")]
    public void What_a_statement_cannot_hold_or_should_not_is_no_word(string odd)
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("odd");
        dataset.Execute($"CREATE TABLE texts AS SELECT CASE WHEN i % 2 = 0 THEN 'usual' ELSE {Sql.Raw(odd)} END AS c0 FROM range(900) AS r (i)");
        Assert.False(new Categories(dataset, [$"texts"], [new("word", 0)], 900, work).Any);
    }

    /// <summary>Sites come one after the other in a file that was put together from theirs.</summary>
    [Fact]
    public void Words_that_come_later_are_seen_in_lines_from_all_over_the_file()
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("spread");
        var path = folder.File("t.csv", "patient,site\n" + string.Concat(Enumerable.Range(0, 900_000).Select(i => $"{i},site {i / 100_000}\n")));
        var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, new FileInfo(path).Length, 900_000) { CommasSeparate = true }, 2, work);
        var stage = reader.Stage(1000);
        var categories = new Categories(dataset, [stage, reader.StageSpread()!], [new("patient", 0) { Reading = $"c0" }, new("site", 1)], 900_000, work);
        Assert.Equal(9, categories.Of(1)!.Count);
        Assert.Null(new CsvReading(dataset, new PlainText(path, "gzip", ',', 1, 1, 1) { CommasSeparate = true }, 2, work).StageSpread()); // packed
    }

    [Fact]
    public void A_table_that_is_taken_away_leaves_nothing()
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("away");
        var path = folder.File("t.csv", "site\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{(i % 2 == 0 ? "A" : "B")}\n")));
        var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, 1, 100) { CommasSeparate = true }, 1, work);
        var stage = reader.Stage(50);
        ColumnForm[] forms = [new("site", 0)];
        reader.LoadTyped(new Name("t"), forms, null, new Categories(dataset, [stage], forms, 100, work));
        dataset.Execute($"DROP TABLE {stage}");
        CsvReading.Drop(dataset, new Name("t"));
        Assert.Equal(0, dataset.Number($"SELECT count(*) FROM information_schema.tables WHERE table_name NOT LIKE 'reject%'"));
    }

    static bool Odd(int row, int odd) => row >= Rows / 2 && row < Rows / 2 + odd;

    static string Line(int i, bool odd, string unit, string value) =>
        $"{i % 700},{(odd ? unit : i % 3 == 0 ? "mg" : i % 3 == 1 ? "µg" : string.Empty)},{(odd ? value : $"{i % 90}.5")},{(i % 5) switch { 0 => "A", 1 => "B", 2 => "it's", 3 => "\"\"", _ => "NA" }}\n";
}
