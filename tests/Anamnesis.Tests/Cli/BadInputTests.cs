using System.IO.Compression;
using System.Text;

namespace Anamnesis.Cli;

/// <summary>Bad input ends with 2 and says what was found, where, what was expected and what to do; what can be read is read, and the rest is counted.</summary>
public sealed class BadInputTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file() => Refused(_folder.At("labs.csv"), "There is nothing at", "Expected a file, a folder");

    [Fact]
    public void An_empty_file() => Refused(_folder.File("e.csv", string.Empty), "is empty (0 bytes)", "fetch the file again");

    [Fact]
    public void A_header_alone() => Refused(_folder.File("h.csv", "a,b,c\n"), "3 columns and no rows", "check that the export was complete");

    [Fact]
    public void A_folder_without_tables()
    {
        _folder.File("in/readme.md", "nothing here");
        Refused(_folder.At("in"), "There is no table in", "Expected at least one CSV", "readme.md");
    }

    [Fact]
    public void Files_of_a_folder_that_were_not_read_are_named_those_that_should_have_been_tables_first()
    {
        _folder.File("some/labs.csv", "patient_id,crp\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i},{i % 7}\n")));
        foreach (var name in (string[])["a.md", "b.md", "c.md"])
        {
            _folder.File($"some/{name}", "nothing here");
        }

        _folder.File("some/cut.csv.gz", Gzip(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{i * 7919 % 1000}\n")))[..2000]);
        var run = CommandLine.RunAt(200, "examine", _folder.At("some"));
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Matches(@"(?s)  Not read: 'cut\.csv\.gz' ends early.*  Not read: a\.md.*  Not read: b\.md.*  … and 1 more file, named in the report\.", run.Out);
    }

    [Fact]
    public void An_empty_Parquet() => Refused(_folder.File("e.parquet", string.Empty), "is empty (0 bytes)");

    [Fact]
    public void A_Parquet_that_is_cut() => Refused(_folder.File("c.parquet", "PAR1 and then nothing that ends as it should"), "is no whole Parquet file", "write or fetch it again");

    [Fact]
    public void A_Parquet_that_is_none() => Refused(_folder.File("n.parquet", "a,b\n1,2\n"), "called .parquet but does not begin like one");

    [Fact]
    public void A_gzip_that_is_cut() => Refused(_folder.File("c.csv.gz", Gzip(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i},{i * 7919 % 1000}\n")))[..2000]), "ends early or is damaged", "fetch it again");

    [Fact]
    public void An_empty_zip_and_one_that_is_cut()
    {
        Refused(_folder.File("e.zip", string.Empty), "is empty (0 bytes)");
        Refused(_folder.File("c.zip", Zip("a.csv", "a,b\n1,2\n")[..40]), "damaged or truncated zip", "Fetch it again");
    }

    [Theory]
    [InlineData("../evil.csv")]
    [InlineData("/tmp/anamnesis-evil.csv")]
    [InlineData("a/../../evil.csv")]
    public void A_zip_that_would_write_elsewhere(string entry)
    {
        Refused(_folder.File("in/z.zip", Zip(entry, "a,b\n1,2\n")), "outside its folder", "without '..'");
        Assert.False(File.Exists(_folder.At("evil.csv")) || File.Exists("/tmp/anamnesis-evil.csv"));
    }

    [Fact]
    public void A_zip_bomb() => Refused(_folder.File("b.zip", Zip("b.csv", "a,b\n" + new string('1', 80 << 20))), "as a zip bomb does", "unpack it by hand");

    [Fact]
    public void Binary_content_and_a_picture_named_csv()
    {
        Refused(_folder.File("b.csv", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7 % 256))]), "binary content", "Expected CSV");
        Refused(_folder.File("p.csv", [0x89, .. "PNG\r\n\u001a\n"u8, .. Enumerable.Range(0, 500).Select(i => (byte)(i % 90 + 32))]), "binary content");
    }

    [Fact]
    public void Ten_thousand_columns() => Refused(_folder.File("w.csv", $"{string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}"))}\n{string.Join(',', Enumerable.Range(0, 10_000))}\n"), "10000 columns", "Expected at most 4000", "become rows");

    [Fact]
    public void A_quote_that_is_never_closed_costs_one_line()
    {
        using var dataset = Sources.Address.Open(_folder.File("q.csv", "a,b\n1,2\n3,\"4\n" + string.Concat(Enumerable.Range(5, 50).Select(i => $"{i},x\n"))));
        Assert.Equal((51L, 1L), (dataset.Tables[0].Rows, dataset.Tables[0].RejectedRows));
        Assert.Equal((3L, "a quote is opened and not closed"), (dataset.Tables[0].Rejected[0].Line, dataset.Tables[0].Rejected[0].Reason));
    }

    [Fact]
    public void Hostile_names_empty_columns_and_mixed_line_ends_are_examined()
    {
        var path = _folder.File("n.csv", "id,id,\"a \"\"q\"\"\",\"semi;colon\",\"two\nlines\",\U0001F600,,'; DROP TABLE n; --\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{i},x,y,z,{i % 3},,{(i % 2 == 0 ? "\r\n" : "\n")}")));
        using var dataset = Sources.Address.Open(path);
        Assert.Equal(["id", "id_2", "a \"q\"", "semi;colon", "two\nlines", "\U0001F600", "column_7", "'; DROP TABLE n; --"], dataset.Tables[0].Columns.Select(column => column.Name));
        Assert.Equal((60L, 0L), (dataset.Tables[0].Rows, dataset.Tables[0].RejectedRows));
        Assert.Equal(0, CommandLine.Run("examine", path, "--json").Exit);
    }

    [Fact]
    public void Rows_kept_aside_are_counted_in_the_report()
    {
        var run = CommandLine.Run("examine", _folder.File("r.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 60).Select(i => i % 20 == 7 ? $"{i}\n" : $"{i},{i % 5}\n"))), "--json");
        using var json = System.Text.Json.JsonDocument.Parse(run.Out);
        Assert.Equal((57, 3), (json.RootElement.GetProperty("tables")[0].GetProperty("rows").GetInt32(), json.RootElement.GetProperty("tables")[0].GetProperty("rejected").GetInt32()));
    }

    [Theory]
    [InlineData("just words\n", "expected 'tables:'")]
    [InlineData("tables: [1, 2]\n", "expected 'tables:'")]
    [InlineData("tables:\n  ? [a, b]\n  : {shape: wide}\n", "line 2")]
    [InlineData("tables:\n  t:\n    items: {k: [1]}\n", "line 3")]
    [InlineData("tables:\n  t:\n    shape: round\n", "'round' is no shape")]
    [InlineData("tables:\n  t:\n   columns:\n    a: {role: patent}\n", "'patent' is no role")]
    [InlineData("tables: {t: {\n", "no YAML")]
    [InlineData("tables: *nowhere\n", "no YAML")]
    [InlineData("tables: &all [*all]\n", "Write out what is meant")]
    public void A_hostile_anamnesis_yaml_names_file_and_line(string yaml, string says)
    {
        _folder.File("set/t.csv", "a,b\n1,2\n3,4\n");
        _folder.File("set/anamnesis.yaml", yaml);
        Refused(_folder.At("set"), "anamnesis.yaml'", says);
    }

    void Refused(string address, params string[] says)
    {
        var before = Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var run = CommandLine.Run("examine", address);
        Assert.Equal((2, string.Empty), (run.Exit, run.Out));
        Assert.StartsWith("anamnesis: ", run.Error, StringComparison.Ordinal);
        Assert.All([Path.GetFileName(address), .. says], said => Assert.Contains(said, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    static byte[] Zip(string entry, string text)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(text);
        }

        return bytes.ToArray();
    }
}
