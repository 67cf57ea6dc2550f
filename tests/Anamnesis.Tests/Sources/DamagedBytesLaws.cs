using System.IO.Compression;
using Anamnesis.Cli;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Files of which some bytes were changed, or the end is missing: they are examined, or refused with a sentence that names them.</summary>
public sealed class DamagedBytesLaws
{
    const int Changes = 30;
    const int Tail = 700; // bytes in which footers and indexes lie

    [Theory]
    [InlineData("t.parquet", "FORMAT parquet, COMPRESSION uncompressed")]
    [InlineData("t.parquet", "FORMAT parquet")]
    [InlineData("t.csv.gz", "FORMAT csv, HEADER, COMPRESSION gzip")]
    [InlineData("t.csv.zst", "FORMAT csv, HEADER, COMPRESSION zstd")]
    [InlineData("t.csv", "FORMAT csv, HEADER")]
    [InlineData("t.zip", "FORMAT csv, HEADER")]
    public void Whatever_was_done_to_it(string name, string form)
    {
        var random = new Random(8);
        using var folder = new TempFolder();
        var whole = Written(folder, name, form);
        var refused = 0;
        for (var i = 0; i < Changes; i++)
        {
            var path = folder.File(name, Changed(whole, random));
            var run = CommandLine.RunAt(100, "examine", path);
            Assert.True(run.Exit is ExitCode.Done or ExitCode.Mend, run.Error);
            if (run.Exit == ExitCode.Mend)
            {
                Assert.Contains(name, run.Error, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, name == "t.csv" ? 0 : 1, Changes);
    }

    /// <summary>Values below the least that the footer tells of: the engine trusts it, and finds out.</summary>
    [Fact]
    public void A_footer_that_is_untrue()
    {
        using var folder = new TempFolder();
        var bytes = Written(folder, "t.parquet", "FORMAT parquet, COMPRESSION uncompressed");
        var first = BitConverter.GetBytes((DateTime.UnixEpoch.AddDays(18628) - DateTime.UnixEpoch).Ticks / 10); // 2021-01-01 in microseconds, the least of all
        var places = Enumerable.Range(bytes.Length - Tail, Tail - 8).Where(at => bytes.AsSpan(at, 8).SequenceEqual(first)).ToList();
        Assert.NotEmpty(places);
        places.ForEach(at => BitConverter.GetBytes((DateTime.UnixEpoch.AddDays(18690) - DateTime.UnixEpoch).Ticks / 10).CopyTo(bytes, at));
        folder.File("in/untrue.parquet", bytes);
        var alone = CommandLine.RunAt(100, "examine", folder.At("in/untrue.parquet"));
        Assert.Equal((ExitCode.Mend, true), (alone.Exit, alone.Error.Contains("other extremes than its rows have", StringComparison.Ordinal)));
        folder.File("in/whole.csv", "patient_id,age\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{20 + i}\n")));
        var beside = CommandLine.RunAt(100, "examine", folder.At("in"));
        Assert.Equal((ExitCode.Done, true), (beside.Exit, beside.Out.Contains("untrue", StringComparison.Ordinal)));
    }

    static byte[] Written(TempFolder folder, string name, string form)
    {
        Sql rows = $"SELECT i % 20 AS patient_id, TIMESTAMP '2021-01-01' + to_hours(i) AS taken, CASE i % 2 WHEN 0 THEN 'K' ELSE 'NA' END AS test, i % 7 + 0.5 AS result, 'mmol/l' AS unit FROM range(2000) AS r (i)";
        var (path, inner) = (folder.At(name), folder.At("inner.csv"));
        Copied.To(name == "t.zip" ? inner : path, rows, form);
        if (name == "t.zip")
        {
            using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
            zip.CreateEntryFromFile(inner, "inner.csv");
        }

        return File.ReadAllBytes(path);
    }

    static byte[] Changed(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        var tail = random.Next(2) == 0;
        for (var changes = 1 + random.Next(4); changes > 0; changes--)
        {
            bytes[tail ? bytes.Length - 1 - random.Next(Math.Min(bytes.Length, Tail)) : random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
