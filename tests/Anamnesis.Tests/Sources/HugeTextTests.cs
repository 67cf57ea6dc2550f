using Anamnesis.Engines;

namespace Anamnesis.Sources;

public sealed class HugeTextTests
{
    [Fact]
    public void A_table_written_to_a_file_holds_what_it_would_hold_in_memory()
    {
        using var folder = new TempFolder();
        var path = folder.File("huge.csv", "patient,taken,value,word\n" + string.Concat(Enumerable.Range(0, 500).Select(i =>
            $"{i % 7},2020-01-{1 + (i % 28):00} 08:00,{(i % 11 == 0 ? string.Empty : i % 50 == 49 ? "high" : $"{i}.5")},{(i % 3 == 0 ? "yes" : "no")}\n")) + "1,2\n");
        using var dataset = DuckDb.Empty("test");
        var reader = new CsvReading(dataset, new PlainText(path, "none", ',', 1, 1, 501) { CommasSeparate = true }, 4);
        var forms = ColumnForms.Learn(dataset, reader.Stage(40), ["patient", "taken", "value", "word"], commasSeparate: true);
        reader.LoadTyped(new Name("m"), forms, null);
        reader.LoadTyped(new Name("f"), forms, folder.At("f.parquet"));
        Assert.Equal(500, dataset.Number($"SELECT count(*) FROM f"));
        Assert.Equal(0, dataset.Number($"SELECT count(*) FROM (SELECT * FROM m EXCEPT ALL SELECT * FROM f)"));
        var columns = ParquetFile.Counted(dataset, folder.At("f.parquet"), forms.Select(form => form.Column()));
        Assert.All(columns, column => Assert.Equal((long)dataset.Number($"SELECT count(*) FROM f WHERE {column.Value} IS NULL"), column.Nulls));
    }
}
