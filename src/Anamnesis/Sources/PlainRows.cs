using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>The rows of a part of a text that is taken to be plain, read here; lines that are not certain to be read as DuckDB would read them are put aside.</summary>
/// <param name="text">The text.</param>
/// <param name="from">Its part, in bytes; begins with a line.</param>
/// <param name="to">Where the part ends.</param>
/// <param name="columns">What is wanted of its cells.</param>
sealed class PlainRows(PlainText text, long from, long to, IReadOnlyList<(Name Name, Kind Kind, IReadOnlyList<string>? Words)> columns) : IRows, IDisposable
{
    const int Piece = 256 * 1024; // bytes read at once

    readonly FileStream _file = Opened(text.Path, from);
    readonly byte _delimiter = (byte)text.Delimiter;
    readonly WordPlaces?[] _places = [.. columns.Select(column => column.Words is { } words ? new WordPlaces(words) : null)];
    readonly Kind[] _kinds = [.. columns.Select(column => column.Kind)];
    readonly byte[] _scratch = new byte[Piece];
    byte[] _bytes = new byte[Piece];
    int[] _marks = new int[Piece + 1];
    long _left = to - from;
    int _skip = from == 0 ? text.Skip : 0;
    bool _begun = from > 0;
    int _at; // the next line
    int _mark; // the first one at or behind it
    int _whole; // the end of the last whole line
    int _filled;

    public IReadOnlyList<(Name Name, Kind Kind, IReadOnlyList<string>? Words)> Columns => columns;

    /// <summary>Lines, their ends included, that are not certain to be read as DuckDB would read them; they are none of the rows.</summary>
    internal List<byte[]> Refused { get; } = [];

    /// <summary>Lines that became rows.</summary>
    internal long Rows { get; private set; }

    /// <summary>How long the ends of lines are: 1 or 2; 0 when there was none.</summary>
    internal int Ends { get; private set; }

    /// <summary>The text is not plain, or too many lines are not certain: the reading was not finished.</summary>
    internal bool GaveUp { get; private set; }

    public int Next(Span<RowVector> into, int most)
    {
        var row = 0;
        while (row < most && !GaveUp && (_at < _whole || Read()))
        {
            row += Row(into, row);
        }

        Rows += row;
        return GaveUp ? 0 : row;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Reads a line; 1 when it became a row. Here one without quotes, whose cells are those that marks separate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Row(Span<RowVector> into, int row)
    {
        ReadOnlySpan<byte> bytes = _bytes.AsSpan(0, _whole);
        ReadOnlySpan<int> marks = _marks.AsSpan(_mark);
        var (start, certain) = (_at, Ends > 0);
        for (var place = 0; place < into.Length; place++)
        {
            var stop = marks[place];
            if (stop == bytes.Length || bytes[stop] != (place < into.Length - 1 ? _delimiter : Ends == 1 ? PlainMarks.End : PlainMarks.Return))
            {
                return AnyRow(into, row);
            }

            certain &= Cell(ref into[place], row, place, bytes[start..stop]);
            start = stop + 1;
        }

        if (!certain || (Ends == 2 && (start == bytes.Length || bytes[start] != PlainMarks.End)))
        {
            return AnyRow(into, row);
        }

        (_at, _mark) = (start + Ends - 1, _mark + into.Length + Ends - 1);
        return 1;
    }

    /// <summary>The same for all kinds of lines.</summary>
    int AnyRow(Span<RowVector> into, int row)
    {
        Forget(into, row);
        var bytes = _bytes.AsSpan(0, _whole);
        var line = new PlainLine(bytes, _at, _marks.AsSpan(_mark), _delimiter, _scratch);
        var (place, certain) = (0, true);
        for (; line.Next(out var cell); place++)
        {
            certain &= place < into.Length && Cell(ref into[place], row, place, cell);
        }

        GaveUp |= !line.IsPlain || (line.Ends != Ends && line.Ends > 0 && Ends > 0);
        if (GaveUp)
        {
            return 0;
        }

        var whole = bytes[_at..line.At];
        (_at, _mark) = (line.At, _mark + line.Passed);
        Ends = Ends == 0 ? line.Ends : Ends;
        return whole.Length == line.Ends ? Forget(into, row) : certain && place == into.Length ? 1 : Refuse(whole, into, row); // but for blank lines
    }

    /// <summary>Puts the line aside.</summary>
    int Refuse(ReadOnlySpan<byte> line, Span<RowVector> into, int row)
    {
        Refused.Add(line.ToArray());
        GaveUp |= Refused.Count > Categories.MostUnseen || !Utf8.IsValid(line);
        return Forget(into, row);
    }

    /// <summary>Leaves the row to the next line.</summary>
    static int Forget(Span<RowVector> into, int row)
    {
        foreach (ref var column in into)
        {
            column.SetPresent(row);
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool Cell(ref RowVector into, int row, int place, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            into.SetAbsent(row);
            return true;
        }

        if (_places[place] is { } places)
        {
            var word = places.Of(cell);
            into.Set(row, unchecked((byte)word));
            return word >= 0;
        }

        switch (_kinds[place])
        {
            case Kind.Number:
                var isNumber = PlainCell.TryNumber(cell, out var number);
                into.Set(row, number);
                return isNumber;
            case Kind.Time:
                var isTime = PlainCell.TryTime(cell, out var time);
                into.Set(row, time);
                return isTime;
            default:
                GaveUp |= !Utf8.IsValid(cell);
                into.Set(row, GaveUp ? [] : cell);
                return true;
        }
    }

    /// <summary>Reads until there is a whole line that is a row; false at the end.</summary>
    bool Read()
    {
        while (_at >= _whole && !GaveUp)
        {
            _bytes.AsSpan(_whole, _filled - _whole).CopyTo(_bytes);
            (_at, _whole, _filled) = (0, 0, _filled - _whole);
            if (_filled == _bytes.Length)
            {
                GaveUp |= _filled > RecordReader.MostLetters;
                Array.Resize(ref _bytes, 2 * _bytes.Length);
                _marks = new int[_bytes.Length + 1];
            }

            var read = _file.Read(_bytes.AsSpan(_filled, (int)Math.Min(_left, _bytes.Length - _filled)));
            _left -= read;
            _filled += read;
            _whole = read == 0 ? _filled : _bytes.AsSpan(0, _filled).LastIndexOf((byte)'\n') + 1;
            if (read == 0 && _filled == 0)
            {
                return false;
            }

            Begin();
        }

        _mark = 0;
        PlainMarks.Find(_bytes.AsSpan(0, _whole), _delimiter, _marks);
        for (; _marks[_mark] < _at; _mark++)
        {
        }

        return !GaveUp;
    }

    /// <summary>Leaves out the mark of byte order and the lines before the first row.</summary>
    void Begin()
    {
        if (!_begun && _whole > 0)
        {
            _begun = true;
            _at = _bytes.AsSpan(0, _whole).StartsWith("\uFEFF"u8) ? 3 : 0;
        }

        for (; _skip > 0 && _at < _whole; _skip--)
        {
            _at += _bytes.AsSpan(_at, _whole - _at).IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : _whole - _at;
        }
    }

    static FileStream Opened(string path, long from)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        file.Seek(from, SeekOrigin.Begin);
        return file;
    }
}
