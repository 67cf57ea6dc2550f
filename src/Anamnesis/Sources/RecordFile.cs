namespace Anamnesis.Sources;

/// <summary>Texts whose records span several lines, each record ending with the same word.</summary>
static class RecordFile
{
    /// <summary>The word that ends the records and how many cells a record has, or null when the text is not of this form.</summary>
    internal static (string Word, int Cells)? EndOf(string text)
    {
        if (IsTable(text))
        {
            return null; // words may recur in regular rows of a table, too
        }

        var lines = text.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length > 0).Take(5000).ToList();
        var ending = lines.Select((cells, place) => (Word: cells[^1], Place: place)).Where(line => char.IsAsciiLetter(line.Word[0]) && line.Word.All(char.IsAsciiLetter))
            .GroupBy(line => line.Word).MaxBy(group => group.Count());
        if (ending is null || ending.Count() < 5 || ending.Count() > lines.Count / 2)
        {
            return null;
        }

        var places = ending.Select(line => line.Place).ToList();
        var spans = places.Zip(places.Skip(1), (from, to) => to - from).ToList();
        var period = spans.GroupBy(span => span).MaxBy(group => group.Count())!; // at least five ends, so at least four spans
        if (period.Key < 2 || period.Count() < spans.Count * 0.8)
        {
            return null;
        }

        var cells = Enumerable.Range(1, places.Count - 1).Select(i => lines.Skip(places[i - 1] + 1).Take(places[i] - places[i - 1]).Sum(line => line.Length));
        return (ending.Key, cells.GroupBy(count => count).MaxBy(group => group.Count())!.Key); // not empty, see above
    }

    /// <summary>Nearly every line has the same number of separators.</summary>
    static bool IsTable(string text)
    {
        var lines = text.Split('\n').Where(line => line.Length > 1).Take(500).ToList();
        return ",;\t|".Any(separator => lines.GroupBy(line => Separators(line, separator)).Any(group => group.Key > 0 && group.Count() >= 0.9 * lines.Count));
    }

    /// <summary>How many separators stand outside quotes.</summary>
    static int Separators(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == separator ? 1 : 0;
        }

        return count;
    }

    /// <summary>The records; each runs to the line that ends with the word.</summary>
    internal static IEnumerable<(Line First, List<string> Cells)> Records(LineReader lines, string word)
    {
        var record = new List<string>();
        Line first = default;
        while (lines.Next() is { } line)
        {
            var cells = line.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            first = record.Count == 0 ? line : first;
            record.AddRange(cells);
            if (cells.Length > 0 && cells[^1] == word)
            {
                yield return (first, record);
                record = [];
            }
        }

        if (record.Count > 0)
        {
            yield return (first, record);
        }
    }
}
