using System.IO.Compression;
using System.Text;
using CsCheck;
using ZstdSharp;

namespace Anamnesis.Sources;

/// <summary>One of the ways in which people and programs write a table.</summary>
sealed record Written(char Delimiter, bool QuoteAll, string Coding, string LineEnd, bool LastEnd, bool DecimalComma, string Packing, string Extension)
{
    internal static readonly Gen<Written> Any =
        from delimiter in One(',', ';', '\t', '|')
        from quoteAll in Gen.Bool
        from coding in One("utf-8", "utf-8", "bom", "utf-16", "utf-16BE", "windows-1250", "iso-8859-2", "iso-8859-1")
        from lineEnd in One("\n", "\r\n", "\r\n", "\r", "mixed")
        from lastEnd in Gen.Bool
        from decimalComma in Gen.Bool
        from packing in One("none", "none", "gz", "zst", "zip", "folder")
        from extension in One(".csv", ".txt", ".data", ".dat", string.Empty)
        select new Written(delimiter, quoteAll, coding, lineEnd, lastEnd, decimalComma, packing, extension);

    static Gen<T> One<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(place => choices[place]);

    /// <summary>A number as this way writes it.</summary>
    internal string Number(int tenths) => $"{(tenths < 0 ? "-" : string.Empty)}{Math.Abs(tenths) / 10}{(DecimalComma ? ',' : '.')}{Math.Abs(tenths) % 10}";

    internal string Line(IEnumerable<string> cells) => string.Join(Delimiter, cells.Select(cell =>
        QuoteAll || cell.Length == 0 || cell.AsSpan().IndexOfAny(['"', '\n', '\r', Delimiter]) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));

    /// <summary>Writes lines and gives the address to open.</summary>
    internal string Save(TempFolder folder, IReadOnlyList<string> lines)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var end = LineEnd == "mixed" ? (i % 3 == 0 ? "\r\n" : "\n") : LineEnd;
            text.Append(lines[i]).Append(i < lines.Count - 1 || LastEnd ? end : string.Empty);
        }

        return Pack(folder, Bytes(text.ToString()));
    }

    byte[] Bytes(string text)
    {
        var encoding = Coding == "bom" ? new UTF8Encoding(true) : Coding == "utf-8" ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(Coding) ?? Encoding.GetEncoding(Coding);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    string Pack(TempFolder folder, byte[] bytes)
    {
        var name = "t" + Extension;
        switch (Packing)
        {
            case "gz":
                using (var stream = new GZipStream(File.Create(folder.At(name + ".gz")), CompressionLevel.Fastest))
                {
                    stream.Write(bytes);
                }

                return folder.At(name + ".gz");
            case "zst":
                using (var stream = new CompressionStream(File.Create(folder.At(name + ".zst")), leaveOpen: false))
                {
                    stream.Write(bytes);
                }

                return folder.At(name + ".zst");
            case "zip":
                using (var zip = ZipFile.Open(folder.At("t.zip"), ZipArchiveMode.Create))
                {
                    using var entry = zip.CreateEntry("deep/" + name).Open();
                    entry.Write(bytes);
                }

                return folder.At("t.zip");
            case "folder":
                folder.File("set/deep/" + name, bytes);
                return folder.At("set");
            default:
                return folder.File(name, bytes);
        }
    }
}
