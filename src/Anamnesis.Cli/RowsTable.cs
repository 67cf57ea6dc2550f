using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Cli;

/// <summary>Rows as a table that fits the terminal: the columns of the finding first, then who, when and where, then as many others as there is room for.</summary>
static class RowsTable
{
    const int Widest = 30; // letters of a cell
    const string Between = "  ";

    internal static IReadOnlyList<string> Lines(IReadOnlyList<string> header, IReadOnlyList<string[]> rows, Finding finding, TableReading? reading, int width)
    {
        var widths = header.Select((name, place) => Math.Min(Widest, rows.Select(row => row[place].Length).Append(name.Length).Max())).ToList();
        var shown = Fitting(header, widths, finding, reading, width);
        var left = header.Count - shown.Count;
        return
        [
            Line(place => header[place]),
            Line(place => new string('-', widths[place])),
            .. rows.Select(row => Line(place => row[place])),
            .. left == 0 ? (string[])[] : [$"{left} more {(left == 1 ? "column does" : "columns do")} not fit; --csv prints all."],
        ];

        string Line(Func<int, string> cell) => string.Join(Between, shown.Select(place => Cut(cell(place), widths[place]).PadRight(widths[place]))).TrimEnd();
    }

    /// <summary>Places of the columns that fit, what matters most first; always at least one.</summary>
    static List<int> Fitting(IReadOnlyList<string> header, List<int> widths, Finding finding, TableReading? reading, int width)
    {
        string?[] first = [.. finding.Columns, .. Keys(reading)];
        var order = first.OfType<string>().Select(name => header.IndexOf(name)).Where(place => place >= 0).Concat(Enumerable.Range(0, header.Count)).Distinct();
        var (shown, used) = (new List<int>(), 0);
        foreach (var place in order)
        {
            var needs = widths[place] + (shown.Count == 0 ? 0 : Between.Length);
            if (shown.Count > 0 && used + needs > width)
            {
                break;
            }

            shown.Add(place);
            used += needs;
        }

        return shown;
    }

    static IEnumerable<string?> Keys(TableReading? reading) => reading is null ? []
        : ((Role[])[.. reading.Layout == Layout.Long ? (Role[])[Role.Item, Role.Value, Role.Unit] : [], Role.Patient, Role.Stay])
            .Select(role => reading.Of(role)?.Name).Append(reading.Clock?.Name).Append(reading.Of(Role.Site)?.Name);

    static int IndexOf(this IReadOnlyList<string> header, string name)
    {
        for (var place = 0; place < header.Count; place++)
        {
            if (header[place] == name)
            {
                return place;
            }
        }

        return -1;
    }

    static string Cut(string cell, int width)
    {
        var line = cell.ReplaceLineEndings(" ");
        return line.Length > width ? line[..(width - 1)] + "…" : line;
    }
}
