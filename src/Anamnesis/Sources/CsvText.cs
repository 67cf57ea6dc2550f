using System.Text;

namespace Anamnesis.Sources;

/// <summary>Splits delimited text into rows of cells, quotes respected; used on the head of a file to learn its layout, never on whole files.</summary>
static class CsvText
{
    /// <summary>The rows of a text; blank lines are left out. Each row carries the number of its first line, from 1.</summary>
    internal static List<(int Line, List<string> Cells)> Rows(string text, char delimiter, int most = int.MaxValue)
    {
        var rows = new List<(int, List<string>)>();
        var (line, start) = (1, 1);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, wasQuoted) = (false, false);
        for (var i = 0; i < text.Length && rows.Count < most; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (letter == '"')
                {
                    quoted = false;
                }
                else
                {
                    line += letter == '\n' ? 1 : 0;
                    cell.Append(letter);
                }
            }
            else if (letter == '"' && cell.Length == 0 && !wasQuoted)
            {
                (quoted, wasQuoted) = (true, true);
            }
            else if (letter == delimiter || (delimiter == ' ' && letter == '\t'))
            {
                if (delimiter != ' ' || cell.Length > 0 || wasQuoted)
                {
                    End();
                }
            }
            else if (letter is '\n' or '\r')
            {
                i += letter == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                line++;
                EndRow();
            }
            else
            {
                cell.Append(letter);
            }
        }

        if (!quoted && rows.Count < most)
        {
            EndRow();
        }

        return rows;

        void End()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            wasQuoted = false;
        }

        void EndRow()
        {
            if (cells.Count > 0 || cell.Length > 0 || wasQuoted)
            {
                if (delimiter != ' ' || cell.Length > 0 || wasQuoted)
                {
                    End();
                }

                rows.Add((start, cells));
                cells = [];
            }

            start = line;
        }
    }
}
