using System.IO.Compression;
using System.Text;
using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Profiling;

namespace Anamnesis.Sources;

/// <summary>Damage that shows only while a table is being loaded: the error says what it is, and one bad file does not spoil the others.</summary>
public sealed class SourcesHostileTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("anamnesis-hostile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_header_alone_is_refused()
    {
        var path = Text("h.csv", "id,value,unit\n");
        Assert.Contains("no rows", Refused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_for_spilling_is_named()
    {
        var path = Text("full.csv", "id,text\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},{(i * 2654435761L) % 1_000_000_007}-{(i * 40503L) % 999_983}-text\n")));
        using var work = new WorkFolder(_folder);
        using var dataset = DuckDb.Empty("full");
        dataset.Execute($"SET memory_limit = '8MB'");
        dataset.Execute($"SET max_temp_directory_size = '64KB'");
        var refused = Assert.Throws<AnamnesisException>(() => FileSource.Read(dataset, new FoundFile(path, "full.csv", new FileInfo(path).Length), "full", work));
        Assert.Contains("--spill", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_goes_away_while_it_is_examined_is_named()
    {
        var path = Path.Combine(_folder, "away.parquet");
        Copied.To(path, $"SELECT i AS patient_id, i % 7 AS nyha FROM range(1000) AS r (i)");

        var refused = Assert.Throws<AnamnesisException>(() => Examiner.Examine(path, new ExaminationOptions { Progress = new Deleting(path) }));
        Assert.Contains("away.parquet", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snappy", 0.02, 0.1)] // numbers, which are read when columns are recognised
    [InlineData("zstd", 0.02, 0.1)]
    [InlineData("snappy", 0.3, 0.5)]
    [InlineData("snappy", 0.8, 0.9)] // texts, which are looked at when it is opened
    public void A_Parquet_file_that_is_damaged_between_its_ends_is_named(string packed, double from, double to)
    {
        var path = Path.Combine(_folder, "damaged.parquet");
        Copied.To(path, $"SELECT i AS patient_id, hash(i) % 100000 / 7.0 AS crp, 'text ' || hash(i) AS remark FROM range(50000) AS r (i)", $"FORMAT parquet, COMPRESSION {packed}");

        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan((int)(from * bytes.Length), (int)((to - from) * bytes.Length)).Fill(0xA5); // the footer stays whole
        File.WriteAllBytes(path, bytes);
        var refused = Assert.Throws<AnamnesisException>(() => Examiner.Examine(path));
        Assert.Contains("damaged.parquet", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_folder_the_others_are_examined_and_the_damaged_one_is_named()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "extract")).FullName;
        Copied.To(Path.Combine(folder, "labs.parquet"), $"SELECT i AS patient_id, hash(i) % 100000 / 7.0 AS crp FROM range(50000) AS r (i)");
        Copied.To(Path.Combine(folder, "patients.parquet"), $"SELECT i AS patient_id, CASE WHEN i % 4 = 0 THEN NULL ELSE 40 + hash(i) % 50 END AS age FROM range(5000) AS r (i)");

        var labs = Path.Combine(folder, "labs.parquet");
        var bytes = File.ReadAllBytes(labs);
        bytes.AsSpan(bytes.Length / 50, bytes.Length / 2).Fill(0xA5); // the footer stays whole
        File.WriteAllBytes(labs, bytes);
        var examination = Examiner.Examine(folder);
        Assert.Equal(["patients"], examination.Profile.Tables.Select(table => table.Table.Name));
        Assert.NotEmpty(examination.Diagnoses);
        Assert.Contains(examination.NotChecked, line => line.StartsWith("labs: ", StringComparison.Ordinal) && line.Contains("fetch them again", StringComparison.Ordinal));
    }

    /// <summary>To find which file is damaged all are read: not for a mistake in a file beside them, and Ctrl-C ends it.</summary>
    [Fact]
    public void Looking_for_the_damaged_one_can_be_cancelled()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "two")).FullName;
        using var stop = new CancellationTokenSource();
        Copied.To(Path.Combine(folder, "a.parquet"), $"SELECT i AS patient_id FROM range(1000) AS r (i)");
        Copied.To(Path.Combine(folder, "b.parquet"), $"SELECT i AS patient_id FROM range(1000) AS r (i)");

        using var dataset = Address.Open(folder, new Opening { Cancellation = stop.Token });
        var asked = new List<string>();
        dataset.Timed = (sql, _) => asked.Add(sql);
        File.WriteAllText(Path.Combine(folder, "anamnesis.yaml"), "tables: [not, a, map]\n");
        Assert.Throws<AnamnesisException>(() => Examiner.Examine(dataset));
        Assert.Empty(asked);
        File.Delete(Path.Combine(folder, "anamnesis.yaml"));
        File.Delete(Path.Combine(folder, "b.parquet"));
        dataset.Outside = failure =>
        {
            stop.Cancel(); // while the failure is told
            return new AnamnesisException("gone", failure);
        };
        Assert.ThrowsAny<OperationCanceledException>(() => Examiner.Examine(dataset, new ExaminationOptions { Cancellation = stop.Token }));
    }

    [Fact]
    public void What_is_refused_when_it_is_open_is_an_error_for_every_verb()
    {
        var path = Path.Combine(_folder, "away.parquet");
        Copied.To(path, $"SELECT i AS patient_id FROM range(1000) AS r (i)");

        using var dataset = Address.Open(path);
        File.Delete(path);
        Assert.Contains("away.parquet", Assert.Throws<AnamnesisException>(() => Recognition.Read(dataset)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => dataset.Execute($"SELECT no_such_column FROM (SELECT 1) AS one")); // a bug stays one
    }

    /// <summary>Takes the file away when its columns are looked at.</summary>
    sealed class Deleting(string path) : IProgress<Step>
    {
        public void Report(Step value)
        {
            if (value.Says.StartsWith("recognising", StringComparison.Ordinal))
            {
                File.Delete(path);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_gzip_cut_after_its_head_is_refused(bool transcoded)
    {
        var random = new Random(7);
        var rows = Encoding.Latin1.GetBytes("id,name\n" + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i},{random.Next()}{(transcoded ? "\u00fc" : "u")}\n")));
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(rows);
        }

        var path = Path.Combine(_folder, "cut.csv.gz");
        File.WriteAllBytes(path, bytes.ToArray()[..(int)(bytes.Length * 0.8)]);
        Assert.Contains("cut.csv.gz", Refused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_of_a_folder_is_named_and_the_others_are_read()
    {
        Text("in/a.parquet", "PAR1 and then nothing");
        Text("in/b.csv", "id,v\n1,2\n3,4\n5\n6,7\n8,9\n10,11\n");
        Text("in/c.csv", "id,v\n1,2\n3,4\n");
        using var dataset = Address.Open(Path.Combine(_folder, "in"));
        Assert.Equal([5L, 2L], dataset.Tables.Select(table => table.Rows));
        Assert.Equal([1L, 0L], dataset.Tables.Select(table => table.RejectedRows));
        Assert.Contains(dataset.NotChecked, said => said.Contains("a.parquet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_of_100_MB_is_kept_aside(bool utf8)
    {
        var path = Path.Combine(_folder, "long.csv");
        using (var writer = new StreamWriter(path, append: false, utf8 ? new UTF8Encoding(false) : Encoding.Latin1))
        {
            writer.Write("a,b\n1,\u00fc\n2,x\n3,y\n4,z\n5,");
            for (var i = 0; i < 100; i++)
            {
                writer.Write(new string('x', 1 << 20));
            }

            writer.Write("\n6,z\n");
        }

        using var dataset = Address.Open(path);
        var table = dataset.Tables[0];
        Assert.Equal((5L, 1L), (table.Rows, table.RejectedRows));
        Assert.Equal((6L, "the line is longer than four million letters", 1000), (table.Rejected[0].Line, table.Rejected[0].Reason, table.Rejected[0].Text.Length));
    }

    [Fact]
    public void Two_openings_that_spill_to_one_folder_do_not_disturb_each_other()
    {
        var path = Text("a.csv", "id;v\r\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i};{i}{(i % 2 == 0 ? "\r\n" : "\n")}")));
        var spill = Path.Combine(_folder, "spill");
        Parallel.For(0, 6, _ =>
        {
            using var dataset = Address.Open(path, new Opening { Spill = spill });
            Assert.Equal(2000, dataset.Tables[0].Rows);
        });
        Assert.Empty(Directory.EnumerateFileSystemEntries(spill));
    }

    [Fact]
    public void A_folder_for_spilling_that_cannot_be_made_is_named()
    {
        var path = Text("a.csv", "a,b\n1,2\n");
        var refused = Assert.Throws<AnamnesisException>(() => Address.Open(path, new Opening { Spill = path }).Dispose());
        Assert.Contains("--spill", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_forbidden_file_is_told_from_a_damaged_one()
    {
        Assert.Contains("permission", Refusals.Of("p.csv", new UnauthorizedAccessException())!.Message, StringComparison.Ordinal);
        Assert.Contains("ends early", Refusals.Of("p.csv", new InvalidDataException("x"))!.Message, StringComparison.Ordinal);
        Assert.Null(Refusals.Of("p.csv", new OperationCanceledException()));
    }

    string Text(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file in a folder
        File.WriteAllText(path, text);
        return path;
    }

    static string Refused(string address) => Assert.Throws<AnamnesisException>(() => Address.Open(address).Dispose()).Message;
}
