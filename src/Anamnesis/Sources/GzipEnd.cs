using System.Buffers.Binary;
using System.IO.Compression;

namespace Anamnesis.Sources;

/// <summary>Tells a gzip that was cut short from a whole one; neither .NET nor DuckDB says so.</summary>
/// <remarks>The last four bytes hold the length of the content. Files of several members hold that of the last one only and are not judged.</remarks>
static class GzipEnd
{
    /// <exception cref="AnamnesisException">The content is shorter or longer than the file says.</exception>
    internal static void Check(FoundFile file)
    {
        var tail = new byte[4];
        using (var packed = File.OpenRead(file.Path))
        {
            packed.Seek(-Math.Min(4, packed.Length), SeekOrigin.End);
            packed.ReadExactly(tail.AsSpan(0, (int)Math.Min(4, packed.Length)));
        }

        long length = 0;
        using (var content = new GZipStream(File.OpenRead(file.Path), CompressionMode.Decompress))
        {
            var buffer = new byte[1 << 16];
            for (var read = content.Read(buffer); read > 0; read = content.Read(buffer))
            {
                length += read;
            }
        }

        if ((uint)length != BinaryPrimitives.ReadUInt32LittleEndian(tail) && !HasMembers(file.Path))
        {
            throw new AnamnesisException($"'{file.Shown}' ends early or is damaged: its content is not as long as the file says. Expected a whole gzip file; fetch it again.");
        }
    }

    // a second header: its magic number with plausible flags, level and system, so that chance does not make one in 100 GB
    static bool HasMembers(string path)
    {
        using var packed = new BufferedStream(File.OpenRead(path), 1 << 16);
        ulong last = 0;
        ulong next = 0;
        for (long place = 0; packed.ReadByte() is >= 0 and var b; place++)
        {
            // ten bytes: two in 'last', eight in 'next'
            last = ((last << 8) | (next >> 56)) & 0xFFFF;
            next = (next << 8) | (uint)b;
            if (place > 10 && last == 0x1F8B && (next >> 56) == 8 && ((next >> 48) & 0xFF) <= 0x1F
                && ((next >> 8) & 0xFF) is 0 or 2 or 4 && (next & 0xFF) is (<= 13 or 255))
            {
                return true;
            }
        }

        return false;
    }
}
