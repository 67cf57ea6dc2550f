using System.Text;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A text that DuckDB can read as it is: UTF-8, plain quotes, one separator.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Compression">gzip, zstd or none.</param>
/// <param name="Delimiter">The separator.</param>
/// <param name="Skip">Lines before the first row.</param>
/// <param name="Bytes">Its size, unpacked.</param>
/// <param name="Records">How many records there are; each must become a row or be kept aside.</param>
sealed record PlainText(string Path, string Compression, char Delimiter, int Skip, long Bytes, long Records)
{
    /// <summary>Commas separated the cells of the original.</summary>
    internal required bool CommasSeparate { get; init; }

    /// <summary>Nobody has looked at all of it: whether it is plain turns out when it is read, and how many records there are is estimated.</summary>
    internal bool IsPresumed { get; init; }

    /// <summary>Lines of the original that were no records.</summary>
    internal Aside Aside { get; init; } = new();

    /// <summary>A file that is taken to be plain all the way because its head is.</summary>
    internal static PlainText Presumed(FoundFile file, ReadOnlySpan<byte> head, CsvShape shape) =>
        new(file.Path, "none", shape.Delimiter, shape.Skip, file.Bytes, file.Bytes / head.Length * Math.Max(1, head.Count((byte)'\n'))) { CommasSeparate = shape.Delimiter == ',', IsPresumed = true };

    /// <summary>The file itself when it is plain from beginning to end, or null.</summary>
    internal static PlainText? AsItIs(FoundFile file, TextScan scan, CsvShape shape) => scan.IsPlain && shape.IsUsual
        ? new PlainText(file.Path, file.Compression ?? "none", shape.Delimiter, shape.Skip, scan.Bytes, scan.Records) { CommasSeparate = shape.Delimiter == ',' }
        : null;

    /// <summary>A copy written anew, record by record; what is no record is kept aside.</summary>
    internal static PlainText Rewritten(FoundFile file, Encoding encoding, CsvShape shape, WorkFolder work, List<SourceNote> notes, CancellationToken cancellation)
    {
        var path = work.NewFile(".csv");
        using var reader = new StreamReader(file.Open(), encoding, detectEncodingFromByteOrderMarks: true);
        var lines = new LineReader(reader, RecordReader.MostLetters);
        var aside = new Aside();
        long records = 0;
        using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            if (shape.RecordEnd is { } word)
            {
                foreach (var record in RecordFile.Records(lines, word))
                {
                    cancellation.ThrowIfCancellationRequested();
                    records += Write(writer, record, shape.Columns, aside) ? 1 : 0;
                }
            }
            else
            {
                records = Copy(new RecordReader(lines, shape.Delimiter, shape.Quote), writer, shape, aside, cancellation);
            }
        }

        if (lines.Removed > 0)
        {
            notes.Add(new SourceNote("encoding", $"{lines.Removed} control characters are no text (damaged in transfer?); they were left out", null, lines.Removed));
        }

        return new PlainText(path, "none", ',', 0, new FileInfo(path).Length, records) { Aside = aside, CommasSeparate = shape.Delimiter == ',' };
    }

    static long Copy(RecordReader reader, StreamWriter writer, CsvShape shape, Aside aside, CancellationToken cancellation)
    {
        long records = 0;
        var blank = 0; // in a single column a blank line is a cell without content, except at the end
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (reader.First.Number <= shape.Skip)
            {
                continue;
            }

            if (reader.Problem is { } problem)
            {
                aside.Add(reader.First, problem);
            }
            else if (reader.Cells.Count == 0)
            {
                blank += shape.Columns == 1 ? 1 : 0;
            }
            else
            {
                for (; blank > 0; blank--, records++)
                {
                    writer.WriteLine("\"\"");
                }

                records += Write(writer, (reader.First, reader.Cells), shape.Columns, aside) ? 1 : 0;
            }
        }

        return records;
    }

    /// <summary>Writes a record that fits; surplus cells without content are no harm.</summary>
    static bool Write(StreamWriter writer, (Line First, List<string> Cells) record, int columns, Aside aside)
    {
        var cells = record.Cells;
        if (cells.Count < columns || cells.Skip(columns).Any(cell => cell.Length > 0))
        {
            aside.Add(record.First, $"the line has {(cells.Count < columns ? "fewer" : "more")} cells than the header");
            return false;
        }

        for (var place = 0; place < columns; place++)
        {
            writer.Write(place > 0 ? "," : string.Empty);
            writer.Write(cells[place].AsSpan().ContainsAny(",\"\r\n") || columns == 1 ? $"\"{cells[place].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cells[place]);
        }

        writer.WriteLine();
        return true;
    }
}
