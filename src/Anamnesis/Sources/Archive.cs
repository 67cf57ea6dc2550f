using System.IO.Compression;

namespace Anamnesis.Sources;

/// <summary>Unpacks a zip, bounded and never outside its folder.</summary>
static class Archive
{
    const long MostBytes = 20L * 1024 * 1024 * 1024; // of content in all
    const long MostRatio = 200; // content to archive; text rarely goes beyond 30
    const long FreeBytes = 64L * 1024 * 1024; // below this the ratio does not matter

    internal static string Unpack(string path, WorkFolder work)
    {
        var folder = work.NewFolder();
        try
        {
            using var zip = ZipFile.OpenRead(path);
            long written = 0;
            foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                var target = Path.GetFullPath(Path.Combine(folder, entry.FullName));
                if (Path.IsPathRooted(entry.FullName) || !target.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw new AnamnesisException(
                        $"'{path}' holds an entry that would be written outside its folder: '{entry.FullName}'. Expected relative paths without '..'; unpack it by hand if you trust it.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file in a folder
                written += Copy(entry, target, Math.Min(MostBytes, Math.Max(FreeBytes, new FileInfo(path).Length * MostRatio)) - written, path);
            }
        }
        catch (InvalidDataException damaged)
        {
            throw new AnamnesisException($"'{path}' is a damaged or truncated zip: {damaged.Message} Fetch it again.", damaged);
        }

        return folder;
    }

    static long Copy(ZipArchiveEntry entry, string target, long most, string path)
    {
        using var from = entry.Open();
        using var to = File.Create(target);
        var buffer = new byte[1 << 16];
        long written = 0;
        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            written += read;
            if (written > most)
            {
                throw new AnamnesisException(
                    $"'{path}' unpacks to far more than its size suggests (entry '{entry.FullName}'), as a zip bomb does. Expected at most {MostRatio} times its size; unpack it by hand if you trust it.");
            }

            to.Write(buffer.AsSpan(0, read));
        }

        return written;
    }
}
