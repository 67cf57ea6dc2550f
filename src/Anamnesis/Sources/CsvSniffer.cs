using System.Text.RegularExpressions;

namespace Anamnesis.Sources;

/// <summary>Learns the layout of a delimited text from its head.</summary>
static partial class CsvSniffer
{
    const int MostRows = 2000;
    const double Agreeing = 0.8; // share of rows that must have the same number of columns

    static readonly char[] Delimiters = [',', ';', '\t', '|', ' '];

    /// <summary>The layout, or null when the lines do not split into columns: prose, or a single column without a sign that it is a table.</summary>
    /// <param name="head">The first part of the text.</param>
    /// <param name="cut">Whether the text goes on after it.</param>
    internal static CsvShape? Sniff(string head, bool cut)
    {
        var text = cut && head.LastIndexOf('\n') is > 0 and var end ? head[..(end + 1)] : head;
        var mixed = MixedEnds(text);
        if (Arff(text) is { } arff)
        {
            return arff with { MixedLineEnds = mixed };
        }

        var quote = QuoteOf(text);
        var best = Delimiters.Select(delimiter => (Delimiter: delimiter, Score: Score(text, delimiter, quote))).Where(choice => choice.Score > 0).ToList();
        if (best.TrueForAll(choice => choice.Delimiter == ' ') && RecordFile.EndOf(text) is { } word)
        {
            return new CsvShape { Delimiter = ' ', Columns = word.Cells, RecordEnd = word.Word, MixedLineEnds = mixed };
        }

        return best.Count == 0 ? null : Shape(text, best.MaxBy(choice => choice.Score).Delimiter, quote) with { MixedLineEnds = mixed };
    }

    /// <summary>What a file that is called .csv or .tsv holds when its lines do not agree: as many columns as its first line has, or a single one.</summary>
    internal static CsvShape Irregular(string head)
    {
        var (quote, mixed) = (QuoteOf(head), MixedEnds(head));
        var first = Delimiters[..^1].Select(delimiter => (Delimiter: delimiter, Rows: RecordReader.Rows(head, delimiter, quote, 1)))
            .Where(choice => choice.Rows.Count > 0).MaxBy(choice => choice.Rows[0].Cells.Count);
        if (first.Rows is not [var header] || header.Cells.Count == 1)
        {
            return Shape(head, CsvShape.NoDelimiter, quote) with { MixedLineEnds = mixed };
        }

        var named = !header.Cells.Exists(cell => Number().IsMatch(cell));
        return new CsvShape
        {
            Delimiter = first.Delimiter,
            Quote = quote,
            Columns = header.Cells.Count,
            Names = named ? header.Cells : null,
            Skip = named ? header.LastLine : header.Line - 1,
            MixedLineEnds = mixed,
        };
    }

    /// <summary>Single quotes where they enclose cells and double ones do not.</summary>
    static char QuoteOf(string text) => !text.Contains('"', StringComparison.Ordinal) && SingleQuoted().Count(text) >= 2 ? '\'' : '"';

    static double Score(string text, char delimiter, char quote)
    {
        var rows = RecordReader.Rows(text, delimiter, quote, MostRows);
        if (rows.Count < 2 && !(rows.Count == 1 && rows[0].Cells.Count > 1))
        {
            return 0;
        }

        var (columns, agreeing) = rows.GroupBy(row => row.Cells.Count).Select(group => (group.Key, group.Count())).MaxBy(group => group.Item2 * Math.Min(group.Key, 20));
        var share = (double)agreeing / rows.Count;
        if (columns < 2 || share < Agreeing)
        {
            return 0;
        }

        // words of prose are no cells: blanks as separators need numbers in most cells, a comma must not be followed by blanks in long cells
        var cells = rows.Where(row => row.Cells.Count == columns).Skip(1).SelectMany(row => row.Cells).ToList();
        var numeric = cells.Count == 0 ? 0 : (double)cells.Count(cell => Number().IsMatch(cell)) / cells.Count;
        if (delimiter == ' ' && (numeric < 0.6 || columns < 3))
        {
            return 0;
        }

        if (rows.Count < 4 && columns == 2 && cells.Exists(cell => cell.Length > 60))
        {
            return 0;
        }

        return share * Math.Log(1 + columns) * (delimiter == ' ' ? 0.5 : 1);
    }

    static CsvShape Shape(string text, char delimiter, char quote)
    {
        var rows = RecordReader.Rows(text, delimiter, quote, MostRows);
        var columns = rows.Count == 0 ? 1 : rows.GroupBy(row => row.Cells.Count).MaxBy(group => (double)group.Count() * Math.Min(group.Key, 20))!.Key; // not empty
        var first = rows.FindIndex(row => row.Cells.Count == columns);
        var preamble = first > 0 && first < 20 ? first : 0;
        var body = rows.Skip(preamble).ToList();
        var whole = body.Skip(1).Take(500).Where(row => row.Cells.Count == columns).Select(row => row.Cells).ToList();
        var header = body.Count > 0 && body[0].Cells.Count >= columns - 1 && IsHeader(body[0].Cells, whole);
        var names = header ? body[0].Cells : null;
        if (names?.Count == columns - 1)
        {
            // one name is missing: a separator too many at the end of every line, or row names as R writes them
            var surplus = whole.TrueForAll(row => row[^1].Length == 0);
            (columns, names) = surplus ? (columns - 1, names) : (columns, ["row_names", .. names]);
        }

        return new CsvShape
        {
            Delimiter = delimiter,
            Quote = quote,
            Columns = columns,
            Names = names,
            Skip = header ? body[0].LastLine : 0,
            Preamble = header ? preamble : 0,
        };
    }

    /// <summary>A header is a row of distinct names that are no numbers, over columns that look different.</summary>
    static bool IsHeader(List<string> first, List<List<string>> rest)
    {
        var filled = first.Where(cell => cell.Trim().Length > 0).ToList();
        if (filled.Count == 0 || filled.Exists(cell => Number().IsMatch(cell.Trim()) || cell.Trim() is "?" or "NA"))
        {
            return false;
        }

        if (rest.Count == 0)
        {
            return true;
        }

        var columns = Enumerable.Range(0, Math.Min(first.Count, rest[0].Count)).ToList();
        if (columns.Exists(place => rest.Count(row => Number().IsMatch(row[place].Trim())) > rest.Count / 2))
        {
            return true;
        }

        var recurring = columns.Count(place => rest.Exists(row => row[place] == first[place]));
        return recurring <= columns.Count / 4 && filled.Distinct(StringComparer.Ordinal).Count() >= filled.Count * 0.8;
    }

    static CsvShape? Arff(string text)
    {
        var lines = text.Split('\n');
        var data = Array.FindIndex(lines, line => line.Trim().Equals("@data", StringComparison.OrdinalIgnoreCase));
        if (data < 0 || !Array.Exists(lines, line => line.TrimStart().StartsWith("@relation", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var names = lines.Take(data).Select(line => Attribute().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value).ToList();
        var skip = data + 1;
        while (skip < lines.Length && lines[skip].TrimStart().StartsWith('%'))
        {
            skip++;
        }

        return names.Count == 0 ? null : new CsvShape { Delimiter = ',', Quote = QuoteOf(string.Join('\n', lines[skip..])), Columns = names.Count, Names = names, Skip = skip };
    }

    static bool MixedEnds(string text)
    {
        var pairs = text.Split("\r\n").Length - 1;
        var feeds = text.Count(letter => letter == '\n');
        return pairs > 0 && feeds > pairs;
    }

    [GeneratedRegex(@"^\s*[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"(^|[,;\t|])'[^'\n]*'(?=[,;\t|\r\n])", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex SingleQuoted();

    [GeneratedRegex(@"^\s*@attribute\s+(?:'(?<quoted>[^']*)'|""(?<quoted>[^""]*)""|(?<plain>\S+))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
