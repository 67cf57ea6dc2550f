using System.Buffers;
using System.Text;

namespace Anamnesis.Sources;

/// <summary>Reads physical lines of any length in bounded memory, without control characters.</summary>
sealed class LineReader(TextReader inner, int most)
{
    static readonly SearchValues<char> Ends = SearchValues.Create('\n', '\r');

    static readonly SearchValues<char> Controls = SearchValues.Create([.. Enumerable.Range(0, 32).Concat(Enumerable.Range(127, 33)).Select(code => (char)code).Except(['\t', '\n', '\r'])]);

    readonly char[] _buffer = new char[1 << 16];
    readonly StringBuilder _text = new();
    int _at;
    int _filled;
    int _number;
    bool _cut;

    /// <summary>How many control characters were left out.</summary>
    internal long Removed { get; private set; }

    /// <summary>The next line, or null at the end.</summary>
    internal Line? Next()
    {
        if (_at == _filled && !Fill())
        {
            return null;
        }

        _text.Clear();
        _cut = false;
        do
        {
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var end = rest.IndexOfAny(Ends);
            Append(end < 0 ? rest : rest[..end]);
            _at = end < 0 ? _filled : _at + end;
            if (end >= 0)
            {
                return new Line(++_number, Clean(_text.ToString()), End(), _cut);
            }
        }
        while (Fill());
        return new Line(++_number, Clean(_text.ToString()), string.Empty, _cut);
    }

    void Append(ReadOnlySpan<char> letters)
    {
        var room = Math.Min(letters.Length, most - _text.Length);
        _text.Append(letters[..room]);
        _cut |= room < letters.Length;
    }

    string End()
    {
        if (_buffer[_at++] == '\n')
        {
            return "\n";
        }

        if ((_at == _filled && !Fill()) || _buffer[_at] != '\n')
        {
            return "\r";
        }

        _at++;
        return "\r\n";
    }

    bool Fill()
    {
        (_at, _filled) = (0, inner.Read(_buffer));
        return _filled > 0;
    }

    string Clean(string line)
    {
        if (!line.AsSpan().ContainsAny(Controls))
        {
            return line;
        }

        var clean = string.Concat(line.Where(letter => !Controls.Contains(letter)));
        Removed += line.Length - clean.Length;
        return clean;
    }
}
