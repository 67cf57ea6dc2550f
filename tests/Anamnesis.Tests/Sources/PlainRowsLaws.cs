using System.Text;
using Anamnesis.Engines;
using CsCheck;

namespace Anamnesis.Sources;

/// <summary>A text that is read here becomes the table that DuckDB's reader makes of it, whatever stands in its cells; or it is not read here.</summary>
public sealed class PlainRowsLaws
{
    static readonly string[] Names = ["patient", "value", "taken", "unit", "note"];

    static readonly string[][] Usual =
    [
        ["12", "7", "1000000", "-1", ""], ["0.5", "-3.25", "8", "0.1", ""], ["2020-02-29", "2021-12-31 23:59:59", "1899-01-01 00:00:01", ""], ["mg", "mmol/l", "Ω", ""],
        ["a note", "żółć", "a text of more than twelve letters", "NA", ""],
    ];

    static readonly string[] Odd =
    [
        " ", "1e5", "1E-7", "1e400", "1e-400", "1.5e", "-", "+5", "5.", ".5", "1.2.3", "--1", "-0", "00012", "1_000", "0x1F", "NaN", "inf", "infinity", " 7", "7 ", "12345678901234567", "0.1234567890123456789", "123456789012345678901234567890",
        "2.2250738585072011e-308", "4.9e-324", "1.7976931348623157e308", "0.0000000000000000000", "9007199254740993", "8.41", "0.30000000000000004", "١٢", "1,5", "1;5", "high",
        "2021-02-30", "2021-2-3", "2020-02-29 08:00", "2020-02-29T08:00:00", "2020-02-29 08:00:00Z", "2020-02-29 08:00:00+02", "2020-02-29 08:00:00.5", "2020-02-29 08:00:00.123456", "2020-02-29 08:00:00.1234567", "2020-02-29 24:00:00",
        "2020-02-29 08:60:00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2020-02-29 ", "2020-02-29 8:00:00", "20200229", "epoch", "MG", "mg ", "NA", "kg", "it's", "\"", "a \"b\"", "\"b\"", "a\nb", "a\r\nb", "a\rb", "\t", "\0", "\u00a0", "😀", "NULL", @"\N",
    ];

    [Fact]
    public void The_table_is_the_one_that_the_engine_reads()
    {
        using var folder = new TempFolder();
        using var dataset = DuckDb.Empty("same");
        var (all, same) = (0, 0);
        Gen.Select(Gen.Int[0, 59].Array[Names.Length].Array[5, 40], Gen.Int[0, Odd.Length - 1].Select(odd => Odd[odd]), Gen.Int[0, 1000], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[1, 5]).Sample(
            (rows, odd, place, quoting, end, parts) =>
            {
                var cells = rows.Select(row => row.Select((cell, column) => Usual[column][cell % Usual[column].Length]).ToArray()).ToArray();
                cells[place % rows.Length][place % Names.Length] = odd;
                cells[place / 7 % rows.Length][place / 7 % Names.Length] = odd;
                all++;
                same += IsSame(dataset, folder, Written(cells, quoting, end), parts) ? 1 : 0;
            },
            iter: 60, threads: 1);
        Assert.True(same > all / 2, $"{same} of {all} texts were read here");
    }

    [Theory]
    [InlineData("1,2\n")] // fewer cells
    [InlineData("1,2,2020-01-01,mg,a,b\n")] // more
    [InlineData("1,2,2020-01-01,mg,a \"b\" c\n")]
    [InlineData("1,2,2020-01-01,mg,\"a\nb\"\n")]
    [InlineData("1,2,2020-01-01,mg,\"a\"b\n")]
    [InlineData("1,2,2020-01-01,mg,\"never closed\n")]
    [InlineData("1,2,2020-01-01,mg,a\r\n")] // another end
    [InlineData("1,2,2020-01-01,mg,a\rb\n")]
    [InlineData("\n")]
    [InlineData("\n\n1,2,2020-01-01,mg,a\n\n")]
    [InlineData(",,,,\n")]
    [InlineData("\"\",\"\",\"\",\"\",\"\"\n")]
    [InlineData("\"1\",\"2\",\"2020-01-01\",\"mg\",\"a \"\"b\"\"\"\n")]
    [InlineData("\"1,5\",x,2020-01-01,mg,a\n")]
    public void Whatever_stands_between_plain_lines(string line)
    {
        const string Plain = "7,1.5,2020-01-01 08:00:00,mg,a note\n";
        using var folder = new TempFolder();
        using var dataset = DuckDb.Empty("same");
        foreach (var (text, parts) in ((string, int)[])[(Plain + line + Plain, 2), (line + Plain + Plain, 1), (Plain + Plain + line.TrimEnd('\n'), 3)])
        {
            IsSame(dataset, folder, (parts == 2 ? "\ufeff" : string.Empty) + "patient,value,taken,unit,note\n" + text, parts);
        }
    }

    [Fact]
    public void Plain_rows_stand_in_their_order_however_many_parts_are_read()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i},{i}.5,2020-01-01,mg,a note\n"));
        using var folder = new TempFolder();
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("order");
        var reader = Reader(dataset, folder.File("t.csv", text), 0, work);
        Assert.True(reader.LoadTyped(new Name("t"), Forms(dataset), null));
        Assert.Equal(30_000, reader.Records);
        Assert.Equal(Enumerable.Range(0, 30_000).Select(i => (double?)i), dataset.Rows($"SELECT patient FROM t", row => row.NumberAt(0)));
    }

    /// <summary>A text is read by DuckDB when more of its lines are not certain than are written in afterwards.</summary>
    [Theory]
    [InlineData(900, true)]
    [InlineData(1100, false)]
    public void Few_lines_may_be_put_aside(int odd, bool isRead)
    {
        using var folder = new TempFolder();
        var path = folder.File("t.csv", string.Concat(Enumerable.Range(0, 3000).Select(i => $"{(i < odd ? "+1" : "1")},1,2020-01-01,mg,x\n")));
        using var work = new WorkFolder(folder.Path);
        using var dataset = DuckDb.Empty("aside");
        Assert.Equal(isRead, Reader(dataset, path, 0, work).LoadTyped(new Name("t"), Forms(dataset), null));
        Assert.Equal(isRead ? 3000 : 0, isRead ? dataset.Number($"SELECT sum(patient) FROM t") : dataset.Number($"SELECT count(*) FROM information_schema.tables WHERE table_name = 't'"));
    }

    static string Written(string[][] cells, int quoting, int end)
    {
        var lineEnd = end == 1 ? "\r\n" : "\n";
        var lines = cells.Select(row => string.Join(',', row.Select(cell =>
            quoting == 2 || (quoting == 1 && cell.AsSpan().IndexOfAny("\",\r\n") >= 0) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)));
        return string.Join(lineEnd, lines.Prepend(string.Join(',', Names))) + (end == 2 ? string.Empty : lineEnd);
    }

    /// <summary>Both readers; false when the text is not read here.</summary>
    static bool IsSame(Dataset dataset, TempFolder folder, string text, int parts)
    {
        using var work = new WorkFolder(folder.Path);
        dataset.Execute($"DROP TABLE IF EXISTS mine");
        var path = folder.File("t.csv", text);
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var scan = TextScan.Of(content, ',', 1, CancellationToken.None);
        var (mine, its) = (Forms(dataset), Forms(dataset));
        var here = Reader(dataset, path, 1, work, parts);
        if (!here.LoadTyped(new Name("mine"), mine, null) || !scan.IsPlain || (long)dataset.Number($"SELECT count(*) FROM mine") != here.Records)
        {
            return false;
        }

        Assert.Equal(scan.Records, here.Records);
        new CsvReading(dataset, Text(path, 1) with { IsPresumed = false, Records = scan.Records }, Names.Length, work).LoadTyped(new Name("its"), its, null);
        Assert.Equal(mine.Select(form => (form.Column().Kind, form.Column().Raw?.Text)), its.Select(form => (form.Column().Kind, form.Column().Raw?.Text)));
        Assert.Equal(dataset.Rows($"DESCRIBE its", row => (row.TextAt(0), row.TextAt(1))), dataset.Rows($"DESCRIBE mine", row => (row.TextAt(0), row.TextAt(1))));
        Assert.Equal(0, dataset.Number($"SELECT count(*) FROM (SELECT * FROM its EXCEPT ALL SELECT * FROM mine)"));
        Assert.Equal(0, dataset.Number($"SELECT count(*) FROM (SELECT * FROM mine EXCEPT ALL SELECT * FROM its)"));
        return true;
    }

    static PlainText Text(string path, int skip) => new(path, "none", ',', skip, new FileInfo(path).Length, 1) { CommasSeparate = true, IsPresumed = true };

    static CsvReading Reader(Dataset dataset, string path, int skip, WorkFolder work, int parts = 2) => new(dataset, Text(path, skip), Names.Length, work) { Parts = parts };

    static ColumnForm[] Forms(Dataset dataset)
    {
        ColumnForm[] forms = [.. Names.Select((name, place) => new ColumnForm(name, place))];
        foreach (var form in forms[..2])
        {
            (form.Kind, form.Reading) = (Kind.Number, dataset.Dialect.TryNumber(form.Text));
        }

        (forms[2].Kind, forms[2].Reading) = (Kind.Time, dataset.Dialect.TryTime(forms[2].Text));
        forms[4].Nothing = ["NA", "NULL"];
        return forms;
    }
}
