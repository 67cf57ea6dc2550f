using System.Text;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A text that DuckDB can read as it is: UTF-8, one record a line, one separator.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Compression">gzip, zstd or none.</param>
/// <param name="Delimiter">The separator.</param>
/// <param name="Skip">Lines before the first row.</param>
/// <param name="Bytes">Its size.</param>
sealed record PlainText(string Path, string Compression, char Delimiter, int Skip, long Bytes)
{
    internal static PlainText Of(FoundFile file, byte[] head, Encoding encoding, CsvShape shape, WorkFolder work, List<SourceNote> notes)
    {
        var damaged = encoding is UTF8Encoding or { IsSingleByte: true } && head.Any(b => b is < 32 and not (9 or 10 or 13));
        var utf8 = encoding is UTF8Encoding && !head.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        if (encoding is not UTF8Encoding)
        {
            notes.Add(new SourceNote("encoding", $"the text is encoded in {encoding.WebName}, not in UTF-8", null, 1));
        }

        if (shape.MixedLineEnds)
        {
            notes.Add(new SourceNote("separator", "the file mixes two kinds of line ends", null, 1));
        }

        if (utf8 && !damaged && shape is { RecordEnd: null, Delimiter: not ' ', MixedLineEnds: false })
        {
            return new PlainText(file.Path, file.Compression ?? "none", shape.Delimiter, shape.Skip, file.Bytes);
        }

        var path = work.NewFile(".csv");
        long removed = 0;
        using (var reader = new StreamReader(file.Open(), encoding, detectEncodingFromByteOrderMarks: true))
        using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            using var clean = new CleanReader(reader, count => removed = count);
            if (shape.RecordEnd is { } word)
            {
                RecordFile.Flatten(clean, writer, word);
            }
            else
            {
                Copy(clean, writer, shape.Delimiter == ' ');
            }
        }

        if (removed > 0)
        {
            notes.Add(new SourceNote("encoding", $"{removed} bytes are no text (damaged in transfer?); they were left out", null, removed));
        }

        var blanks = shape.Delimiter == ' ';
        return new PlainText(path, "none", blanks ? ',' : shape.Delimiter, shape.RecordEnd is null ? shape.Skip : 0, new FileInfo(path).Length);
    }

    static void Copy(TextReader reader, TextWriter writer, bool blanks)
    {
        while (reader.ReadLine() is { } line)
        {
            writer.WriteLine(blanks
                ? string.Join(',', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell))
                : line);
        }
    }
}
