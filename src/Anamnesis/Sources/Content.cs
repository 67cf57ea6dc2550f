namespace Anamnesis.Sources;

/// <summary>Tells by its first bytes whether a file holds a table.</summary>
static class Content
{
    static readonly string[] Workbooks = [".xlsx", ".xls", ".ods", ".xlsm"];

    static readonly string[] Prose = [".md", ".rst", ".html", ".htm", ".xml", ".json", ".ndjson", ".yaml", ".yml", ".py", ".r", ".js", ".mjs", ".sql", ".sh", ".pdf", ".doc", ".docx", ".log"];

    static readonly string[] Messages = ["MSH|^~", "FHS|^~", "BHS|^~"]; // first segments of HL7 version 2, with the usual separators

    internal static bool IsWorkbook(string path) => Workbooks.Contains(Path.GetExtension(path).ToLowerInvariant());

    internal static bool IsParquet(ReadOnlySpan<byte> head) => head.StartsWith("PAR1"u8);

    /// <summary>Why the file is no table, or null when it may be one.</summary>
    internal static string? WhyNot(FoundFile file, byte[] head)
    {
        var extension = Path.GetExtension(file.Compression is null ? file.Shown : Path.GetFileNameWithoutExtension(file.Shown)).ToLowerInvariant();
        if (IsParquet(head))
        {
            return null;
        }

        if (extension == ".parquet")
        {
            return "it is called .parquet but does not begin like one; it is truncated or something else";
        }

        if (IsWorkbook(file.Shown))
        {
            return "workbooks are not read yet; save the sheet as CSV";
        }

        if (Encodings.LooksBinary(head))
        {
            return head.AsSpan().StartsWith("PK\u0003\u0004"u8) ? "an archive inside; unpack it first" : "binary content";
        }

        if (Prose.Contains(extension))
        {
            return $"a {extension} file is read as text for people or programs, not as a table";
        }

        if (extension == ".hea" || File.Exists(Path.ChangeExtension(file.Path, ".hea")))
        {
            return "part of a WFDB record; recordings of signals are not read yet";
        }

        var text = Encodings.Decode(head, out _);
        if (Messages.Any(segment => text.AsSpan().TrimStart("\uFEFF \r\n\t\v").StartsWith(segment, StringComparison.Ordinal)))
        {
            return "HL7 version 2 messages are no table and are not read yet";
        }

        var shape = CsvSniffer.Sniff(text, file.Bytes > head.Length);
        return shape is not null || extension is ".csv" or ".tsv" ? null : "the lines do not split into columns";
    }
}
