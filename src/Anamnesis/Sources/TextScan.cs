using System.Text.Unicode;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>One quick pass over the bytes of a text: whether DuckDB can read it as it is, and how many records it must find.</summary>
/// <remarks>DuckDB's lenient reader drops what it cannot place without a word: lines beyond its buffer, everything after a quote that is not closed. So nothing is given to
/// it but texts that are plain all the way, and its rows are counted against the records seen here.</remarks>
sealed class TextScan
{
    const int Chunk = 1 << 20;

    readonly byte _delimiter;
    bool _open;
    bool _quoted; // somewhere
    int _ends; // of the first line: 1 or 2 bytes
    int _wasOpen; // bytes that the open record has so far

    TextScan(char delimiter) => _delimiter = (byte)delimiter;

    /// <summary>Every record is UTF-8, of bearable length, with one kind of line end and quotes that are opened and closed at the edges of cells.</summary>
    internal bool IsPlain { get; private set; } = true;

    /// <summary>Records after the skipped lines; blank lines are none.</summary>
    internal long Records { get; private set; }

    /// <summary>Size of the text as far as it was read; all of it when it is plain.</summary>
    internal long Bytes { get; private set; }

    /// <summary>The first MiB that is no UTF-8, or null.</summary>
    internal byte[]? NotUtf8 { get; private set; }

    /// <summary>The same for a file, its halves looked at side by side; null where quotes or a very long line may join them.</summary>
    internal static TextScan? OfHalves(FoundFile file, char delimiter, int skip, CancellationToken cancellation)
    {
        if (LineAfter(file.Path, file.Bytes / 2) is not { } cut)
        {
            return null;
        }

        var halves = SideBySide.Each([(From: 0L, To: cut), (From: cut, To: file.Bytes)], half =>
        {
            using var content = file.Open();
            content.Seek(half.From, SeekOrigin.Begin);
            return Of(content, delimiter, half.From == 0 ? skip : 0, cancellation, half.To - half.From);
        });
        return halves.Any(half => half._quoted) ? null : new TextScan(delimiter)
        {
            IsPlain = halves.All(half => half.IsPlain && half._ends == halves[0]._ends),
            Records = halves.Sum(half => half.Records),
            Bytes = halves.Sum(half => half.Bytes),
            NotUtf8 = halves[0].NotUtf8 ?? halves[1].NotUtf8,
        };
    }

    /// <summary>Where the first line after that place of a file begins; null when none does within reach.</summary>
    internal static long? LineAfter(string path, long place)
    {
        using var content = File.OpenRead(path);
        content.Seek(place, SeekOrigin.Begin);
        var some = new byte[Chunk];
        var end = some.AsSpan(0, content.ReadAtLeast(some, Chunk, throwOnEndOfStream: false)).IndexOf((byte)'\n');
        return end < 0 || place + end + 1 == content.Length ? null : place + end + 1;
    }

    internal static TextScan Of(Stream content, char delimiter, int skip, CancellationToken cancellation, long most = long.MaxValue)
    {
        var scan = new TextScan(delimiter);
        var buffer = new byte[Chunk];
        var (filled, ended) = (0, false);
        var part = most < long.MaxValue; // of which a quote says nothing
        while (!ended && scan.IsPlain && !(part && scan._quoted))
        {
            cancellation.ThrowIfCancellationRequested();
            var room = (int)Math.Min(buffer.Length - filled, most - scan.Bytes);
            var read = content.ReadAtLeast(buffer.AsSpan(filled, room), room, throwOnEndOfStream: false);
            ended = read < buffer.Length - filled;
            filled += read;
            scan.Bytes += read;
            var whole = ended ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (whole == 0 && !ended)
            {
                scan.IsPlain &= filled <= RecordReader.MostLetters;
                Array.Resize(ref buffer, buffer.Length * 2);
                continue;
            }

            ReadOnlySpan<byte> lines = buffer.AsSpan(0, whole);
            scan._ends = scan._ends > 0 ? scan._ends : lines.IndexOf("\r\n"u8) is >= 0 and var pair && pair < lines.IndexOf((byte)'\n') ? 2 : 1;
            for (; skip > 0 && lines.IndexOf((byte)'\n') is >= 0 and var line; skip--)
            {
                lines = lines[(line + 1)..];
            }

            scan.Add(lines);
            buffer.AsSpan(whole, filled - whole).CopyTo(buffer);
            filled -= whole;
        }

        scan.IsPlain &= !scan._open;
        return scan;
    }

    void Add(ReadOnlySpan<byte> lines)
    {
        if (!Utf8.IsValid(lines))
        {
            NotUtf8 = lines.ToArray();
            IsPlain = false;
            return;
        }

        if (_open || lines.Contains((byte)'"'))
        {
            _quoted = true;
            Quoted(lines);
        }
        else
        {
            Records += lines.Count((byte)'\n') + (lines.Length > 0 && lines[^1] != '\n' ? 1 : 0) - Blank(lines, _ends);
        }

        var returns = lines.Count((byte)'\r');
        IsPlain &= _ends == 1 ? returns == 0 : returns == lines.Count("\r\n"u8) && returns == lines.Count((byte)'\n');
    }

    static long Blank(ReadOnlySpan<byte> lines, int ends)
    {
        var pair = ends == 1 ? "\n\n"u8 : "\n\r\n"u8;
        long blank = lines.StartsWith(pair[1..]) ? 1 : 0;
        for (var at = lines.IndexOf(pair); at >= 0; at = lines.IndexOf(pair))
        {
            blank++;
            lines = lines[(at + ends)..];
        }

        return blank;
    }

    void Quoted(ReadOnlySpan<byte> lines)
    {
        var start = 0; // of the line
        for (var i = 0; i < lines.Length && IsPlain; i++)
        {
            var next = lines[i..].IndexOfAny((byte)'"', (byte)'\n');
            if (next < 0)
            {
                break;
            }

            i += next;
            if (lines[i] == '\n')
            {
                Records += _open || i == start || (i == start + 1 && lines[start] == '\r') ? 0 : 1;
                _wasOpen = _open ? _wasOpen + i - start : 0;
                start = i + 1;
            }
            else if (!_open)
            {
                _open = true;
                IsPlain &= i == start || lines[i - 1] == _delimiter;
            }
            else if (i + 1 < lines.Length && lines[i + 1] == '"')
            {
                i++;
            }
            else
            {
                _open = false;
                IsPlain &= i + 1 == lines.Length || lines[i + 1] is (byte)'\n' or (byte)'\r' || lines[i + 1] == _delimiter;
            }

            IsPlain &= _wasOpen <= RecordReader.MostLetters;
        }

        Records += !_open && start < lines.Length ? 1 : 0; // the last line, when it just stops
    }
}
