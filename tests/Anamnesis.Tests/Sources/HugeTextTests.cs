using Anamnesis.Engines;

namespace Anamnesis.Sources;

public sealed class HugeTextTests
{
    [Fact]
    public void A_table_written_to_a_file_holds_what_it_would_hold_in_memory()
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        var path = folder.File("huge.csv", "patient,taken,value,word\n" + string.Concat(Enumerable.Range(0, 500).Select(i =>
            $"{i % 7},2020-01-{1 + (i % 28):00} 08:00,{(i % 11 == 0 ? string.Empty : i % 50 == 49 ? "high" : $"{i}.5")},{(i % 3 == 0 ? "yes" : "no")}\n")) + "1,2\n");
        using var dataset = DuckDb.Empty("test");
        var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, 1, 501) { CommasSeparate = true }, 4, work);
        var forms = ColumnForms.Learn(dataset, reader.Stage(40), 40, ["patient", "taken", "value", "word"], commasSeparate: true);
        reader.LoadTyped(new Name("m"), forms, null);
        reader.LoadTyped(new Name("f"), forms, folder.At("f.parquet"));
        Assert.Equal(500, dataset.Number($"SELECT count(*) FROM f"));
        Assert.Equal(0, dataset.Number($"SELECT count(*) FROM (SELECT * FROM m EXCEPT ALL SELECT * FROM f)"));
        var columns = ParquetFile.Counted(dataset, $"f", folder.At("f.parquet"), forms.Select(form => form.Column()));
        Assert.All(columns, column => Assert.Equal((long)dataset.Number($"SELECT count(*) FROM f WHERE {column.Value} IS NULL"), column.Nulls));
    }

    [Theory]
    [InlineData("20450.5")]
    [InlineData("2045e1")]
    [InlineData("A2045")]
    [InlineData("204500000000000000001")]
    public void A_cell_that_is_no_whole_number_after_many_that_are_is_kept_as_it_is(string odd)
    {
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        var path = folder.File("ids.csv", "patient,word\n" + string.Concat(Enumerable.Range(0, 500).Select(i => $"{(i == 450 ? odd : $"{20000 + i}")},x\n")));
        using var dataset = DuckDb.Empty("test");
        var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, 1, 500) { CommasSeparate = true }, 2, work);
        var forms = ColumnForms.Learn(dataset, reader.Stage(40), 40, ["patient", "word"], commasSeparate: true);
        reader.LoadTyped(new Name("ids"), forms, null);
        var column = forms[0].Column();
        Assert.Equal(500, dataset.Number($"SELECT count(*) FROM ids"));
        var others = Enumerable.Range(20000, 500).Where(id => id != 20450).Sum();
        var number = double.TryParse(odd, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : 0;
        Assert.Equal(1, dataset.Number($"SELECT sum({column.Value}) FROM ids") / (others + number), 1e-12);
        Assert.Equal(odd == "A2045" ? odd : null, column.Raw is null ? null : dataset.Row($"SELECT max({column.Raw}) FROM ids WHERE {column.Value} IS NULL", row => row.TextAt(0)));
    }
}
