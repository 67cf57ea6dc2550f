using System.Text;

namespace Anamnesis.Sources;

/// <summary>Reads delimited text record by record, quotes respected. A line that is no record is told with its reason, and reading goes on with the line after it.</summary>
/// <remarks>A blank as delimiter means runs of blanks. Lenient where nothing is lost by it: letters after a closing quote belong to the cell, <c>\"</c> inside quotes is a quote.</remarks>
sealed class RecordReader(LineReader lines, char delimiter, char quote = '"')
{
    /// <summary>A longer record is none.</summary>
    internal const int MostLetters = 4 * 1024 * 1024;

    readonly Queue<Line> _again = new();
    readonly StringBuilder _cell = new();
    bool _open;
    bool _was;

    /// <summary>The cells of the record; empty for a blank line.</summary>
    internal List<string> Cells { get; private set; } = [];

    /// <summary>The first line of the record.</summary>
    internal Line First { get; private set; }

    /// <summary>The number of its last line.</summary>
    internal int LastLine { get; private set; }

    /// <summary>Why the line is no record, or null.</summary>
    internal string? Problem { get; private set; }

    /// <summary>The records of a text that are whole and not blank.</summary>
    internal static List<(int Line, int LastLine, List<string> Cells)> Rows(string text, char delimiter, char quote, int most)
    {
        var rows = new List<(int, int, List<string>)>();
        var reader = new RecordReader(new LineReader(new StringReader(text), MostLetters), delimiter, quote);
        while (rows.Count < most && reader.Read())
        {
            if (reader.Problem is null && reader.Cells.Count > 0)
            {
                rows.Add((reader.First.Number, reader.LastLine, reader.Cells));
            }
        }

        return rows;
    }

    /// <summary>Reads the next record or blank line.</summary>
    internal bool Read()
    {
        if (Next() is not { } line)
        {
            return false;
        }

        (First, LastLine, Cells, Problem) = (line, line.Number, [], null);
        (_open, _was) = (false, false);
        _cell.Clear();
        if (line.Cut)
        {
            Problem = "the line is longer than four million letters";
        }
        else if (line.Text.AsSpan().ContainsAnyExcept(' '))
        {
            Split(line.Text, joined: false);
            if (_open)
            {
                Join(line);
            }
            else if (delimiter != ' ' || _cell.Length > 0 || _was)
            {
                EndCell();
            }
        }

        return true;
    }

    /// <summary>Adds lines until the quote is closed; where it never is, only the first line is no record.</summary>
    void Join(Line first)
    {
        var joined = new List<Line>();
        long letters = first.Text.Length;
        var last = first;
        var whole = true;
        while (_open && whole)
        {
            _cell.Append(last.End);
            whole = Next() is { } next && Add(next);
        }

        if (whole)
        {
            LastLine = last.Number;
            EndCell();
            return;
        }

        Problem = "a quote is opened and not closed";
        var after = _again.ToArray();
        _again.Clear();
        foreach (var line in joined.Concat(after))
        {
            _again.Enqueue(line);
        }

        bool Add(Line next)
        {
            joined.Add(next);
            letters += next.Text.Length;
            last = next;
            return letters <= MostLetters && Split(next.Text, joined: true);
        }
    }

    Line? Next() => _again.TryDequeue(out var line) ? line : lines.Next();

    /// <summary>Splits a line into cells, going on with a cell that is open; false when a quote that spans lines is closed in the middle of a cell.</summary>
    bool Split(string text, bool joined)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (_open)
            {
                i += Inside(text, i);
                if (joined && !_open && !EndsCell(text, i + 1))
                {
                    return false;
                }

                joined &= _open;
            }
            else if (letter == quote && _cell.Length == 0 && !_was)
            {
                (_open, _was) = (true, true);
            }
            else if (letter == delimiter || (delimiter == ' ' && letter == '\t'))
            {
                if (delimiter != ' ' || _cell.Length > 0 || _was)
                {
                    EndCell();
                }
            }
            else
            {
                _cell.Append(letter);
            }
        }

        return true;
    }

    /// <summary>One letter inside quotes; gives how many more were used.</summary>
    int Inside(string text, int i)
    {
        var quoteNext = i + 1 < text.Length && text[i + 1] == quote;
        if (text[i] == quote && !quoteNext)
        {
            _open = false;
            return 0;
        }

        var pair = quoteNext && (text[i] == quote || (text[i] == '\\' && !EndsCell(text, i + 2)));
        _cell.Append(pair ? quote : text[i]);
        return pair ? 1 : 0;
    }

    bool EndsCell(string text, int i) => i >= text.Length || text[i] == delimiter || (delimiter == ' ' && text[i] == '\t');

    void EndCell()
    {
        Cells.Add(_cell.ToString());
        _cell.Clear();
        _was = false;
    }
}
