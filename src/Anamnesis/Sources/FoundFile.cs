using System.IO.Compression;
using ZstdSharp;

namespace Anamnesis.Sources;

/// <summary>A file that may hold a table.</summary>
/// <param name="Path">Where it lies now; in the work folder when it was unpacked.</param>
/// <param name="Shown">Its path as the user knows it.</param>
/// <param name="Bytes">Its size.</param>
sealed record FoundFile(string Path, string Shown, long Bytes)
{
    const int Head = 512 * 1024;

    internal string? Compression => Shown.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? "gzip"
        : Shown.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? "zstd" : null;

    internal string Stem
    {
        get
        {
            var name = System.IO.Path.GetFileName(Shown);
            name = Compression is null ? name : System.IO.Path.GetFileNameWithoutExtension(name);
            return System.IO.Path.GetFileNameWithoutExtension(name) is { Length: > 0 } stem ? stem : name;
        }
    }

    internal string Prefixed => System.IO.Path.GetDirectoryName(Shown) is { Length: > 0 } folder ? $"{folder.Replace('\\', '/')}/{Stem}" : $"./{Stem}";

    internal bool IsParquet { get; init; }

    /// <summary>The content, unpacked.</summary>
    internal Stream Open() => Compression switch
    {
        "gzip" => new GZipStream(File.OpenRead(Path), CompressionMode.Decompress),
        "zstd" => new DecompressionStream(File.OpenRead(Path), leaveOpen: false),
        _ => File.OpenRead(Path),
    };

    /// <summary>The first half MiB, unpacked.</summary>
    /// <exception cref="AnamnesisException">The file cannot be read or its compression is damaged.</exception>
    internal byte[] ReadHead()
    {
        try
        {
            using var stream = Open();
            var head = new byte[Head];
            return head[..stream.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
        }
        catch (Exception damaged) when (damaged is InvalidDataException or ZstdException or EndOfStreamException)
        {
            throw new AnamnesisException($"'{Shown}' ends early or is damaged: {damaged.Message} Expected a whole {Compression ?? "plain"} file; fetch it again.", damaged);
        }
        catch (UnauthorizedAccessException forbidden)
        {
            throw new AnamnesisException($"'{Shown}' may not be read by this user. Ask for read permission, or copy the file to a place of your own.", forbidden);
        }
        catch (IOException failed)
        {
            throw new AnamnesisException($"'{Shown}' could not be read: {failed.Message}", failed);
        }
    }
}
