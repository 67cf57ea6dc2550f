namespace Anamnesis.Sources;

/// <summary>The files at an address that hold tables, and those that do not, with the reason.</summary>
/// <param name="Found">In the order of their paths.</param>
/// <param name="Skipped">Sentences for the report.</param>
/// <param name="Many">True for folders and archives, where one bad file does not spoil the others.</param>
sealed record FileList(IReadOnlyList<FoundFile> Found, IReadOnlyList<string> Skipped, bool Many)
{
    static readonly string[] Beside = ["anamnesis.yaml", "answers.yaml"];

    internal static FileList At(string address, WorkFolder work)
    {
        if (Directory.Exists(address))
        {
            return InFolder(address);
        }

        if (!File.Exists(address))
        {
            throw Missing(address);
        }

        var file = new FoundFile(address, address, new FileInfo(address).Length);
        if (file.Bytes == 0)
        {
            throw new AnamnesisException($"'{address}' is empty (0 bytes). Expected a table with a header and rows; fetch the file again.");
        }

        var head = file.ReadHead();
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8) && !Content.IsWorkbook(address))
        {
            return InFolder(Archive.Unpack(address, work));
        }

        return Content.WhyNot(file with { Shown = System.IO.Path.GetFileName(address) }, head) is { } reason
            ? throw new AnamnesisException($"'{address}' is no table that can be read: {reason}. Expected CSV, TSV, ARFF or Parquet.")
            : new FileList([file with { IsParquet = Content.IsParquet(head), Shown = System.IO.Path.GetFileName(address) }], [], Many: false);
    }

    static FileList InFolder(string folder)
    {
        var found = new List<FoundFile>();
        var skipped = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true }).Order(StringComparer.Ordinal))
        {
            var shown = System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (Beside.Contains(shown) || shown.Split('/').Any(part => part.StartsWith('.')))
            {
                continue;
            }

            var file = new FoundFile(path, shown, new FileInfo(path).Length);
            if (Reason(file, out var parquet) is { } reason)
            {
                skipped.Add($"{shown}: {reason}");
            }
            else
            {
                found.Add(file with { IsParquet = parquet });
            }
        }

        return new FileList(found, skipped, Many: true);
    }

    static string? Reason(FoundFile file, out bool parquet)
    {
        parquet = false;
        if (file.Bytes == 0)
        {
            return "empty (0 bytes)";
        }

        try
        {
            var head = file.ReadHead();
            parquet = Content.IsParquet(head);
            return Content.WhyNot(file, head);
        }
        catch (AnamnesisException unreadable)
        {
            return unreadable.Message;
        }
    }

    static AnamnesisException Missing(string address)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(address));
        var near = Directory.Exists(folder) ? Nearest.To(System.IO.Path.GetFileName(address), Directory.EnumerateFileSystemEntries(folder).Select(path => System.IO.Path.GetFileName(path))) : [];
        return new AnamnesisException(
            $"There is nothing at '{address}'. Expected a file, a folder, 'demo', or an address such as postgres://…. "
            + (near.Count > 0 ? $"Nearest in '{folder}': {string.Join(", ", near)}." : $"The folder '{folder}' is not there either, or is empty."));
    }
}
