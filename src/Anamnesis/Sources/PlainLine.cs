using static Anamnesis.Sources.PlainMarks;

namespace Anamnesis.Sources;

/// <summary>The cells of a line. Quotes enclose whole cells, a doubled quote stands for one, and no cell reaches over the end of its line.</summary>
/// <param name="text">Whole lines; the last one may be without an end.</param>
/// <param name="start">Where the line begins.</param>
/// <param name="marks">What <see cref="Find"/> found from there on.</param>
/// <param name="delimiter">What stands between cells.</param>
/// <param name="scratch">Room for a cell of which quotes are left out.</param>
ref struct PlainLine(ReadOnlySpan<byte> text, int start, ReadOnlySpan<int> marks, byte delimiter, Span<byte> scratch)
{
    readonly ReadOnlySpan<byte> _text = text;
    readonly ReadOnlySpan<int> _marks = marks;
    readonly Span<byte> _scratch = scratch;
    bool _ended;

    /// <summary>Nothing was met that leaves room for guessing; if something was, all else is of no use.</summary>
    internal bool IsPlain { get; private set; } = true;

    /// <summary>Where the next cell begins; at last, the next line.</summary>
    internal int At { get; private set; } = start;

    /// <summary>How many marks were passed.</summary>
    internal int Passed { get; private set; }

    /// <summary>Bytes that end the line: 1 or 2; 0 when the text just stops.</summary>
    internal int Ends { get; private set; }

    /// <summary>The next cell, valid until the one after it; false at the end of the line.</summary>
    internal bool Next(out ReadOnlySpan<byte> cell)
    {
        cell = default;
        if (_ended)
        {
            return false;
        }

        var stop = _marks[Passed++];
        if (stop > At || stop == _text.Length || _text[stop] != Quote)
        {
            cell = _text[At..stop];
        }
        else
        {
            cell = Enclosed(out stop);
        }

        if (stop < _text.Length && _text[stop] == delimiter)
        {
            At = stop + 1;
        }
        else
        {
            Finish(stop);
        }

        return IsPlain;
    }

    void Finish(int stop)
    {
        _ended = true;
        Ends = stop == _text.Length ? 0 : _text[stop] == End ? 1 : 2;
        At = stop + Ends;
        if (Ends == 2)
        {
            IsPlain &= _text[stop] == Return && _marks[Passed] == stop + 1 && stop + 1 < _text.Length && _text[stop + 1] == End;
            Passed++;
        }
    }

    /// <summary>A cell in quotes, and what ends it.</summary>
    ReadOnlySpan<byte> Enclosed(out int stop)
    {
        var (first, doubled) = (At + 1, false);
        while (_marks[Passed] < _text.Length)
        {
            var mark = _marks[Passed++];
            stop = _marks[Passed];
            if (_text[mark] is End or Return)
            {
                break;
            }

            if (_text[mark] != Quote)
            {
                continue;
            }

            if (stop > mark + 1 || stop == _text.Length || _text[stop] != Quote)
            {
                IsPlain &= stop == mark + 1; // or something stands between the quote and the end of the cell
                Passed++;
                return doubled ? Single(_text[first..mark]) : _text[first..mark];
            }

            doubled = true;
            Passed++;
        }

        IsPlain = false;
        stop = _text.Length;
        return [];
    }

    ReadOnlySpan<byte> Single(ReadOnlySpan<byte> doubled)
    {
        var length = 0;
        for (var i = 0; i < doubled.Length && length < _scratch.Length; i++)
        {
            _scratch[length++] = doubled[i];
            i += doubled[i] == Quote ? 1 : 0;
        }

        IsPlain &= doubled.Length <= _scratch.Length; // longer ones are left to another reader
        return _scratch[..length];
    }
}
