using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Columns of a large text that repeat few words: units, sites, flags. They are held as enumerations, which take one byte a row where texts take ten.</summary>
/// <remarks>See <c>docs/adr/0016-categories-are-held-as-enumerations.md</c>. The words are those of the first rows and of lines from all over the file; what else comes is found by the reader.</remarks>
sealed class Categories
{
    internal const int MostUnseen = 1000; // rows with a word that nobody has seen before are written in afterwards; more are a reason to read the column as text
    const int MostWords = 100; // an enumeration of one byte holds 255
    const int MostLetters = 200; // of a word; they become part of a statement, which holds no NUL either
    const int Pieces = 64;
    const int PieceBytes = 32 * 1024;

    static readonly Name Schema = new("anamnesis held");

    readonly Dictionary<int, IReadOnlyList<string>> _words = [];

    readonly WorkFolder _work;

    /// <summary>Looks for them.</summary>
    /// <param name="dataset">Where the texts are.</param>
    /// <param name="stages">Tables of staged texts: first rows, and lines from all over the file.</param>
    /// <param name="forms">How the columns are read.</param>
    /// <param name="rows">All rows of the text.</param>
    /// <param name="work">Where lines may be put.</param>
    internal Categories(Dataset dataset, IReadOnlyList<Sql> stages, IReadOnlyList<ColumnForm> forms, long rows, WorkFolder work)
    {
        _work = work;
        var looked = stages.Sum(stage => (long)dataset.Number($"SELECT count(*) FROM {stage}"));
        for (var place = 0; place < forms.Count; place++)
        {
            if (forms[place].Reading is null && Words(dataset, stages, forms[place].Text) is { Count: > 0 and <= MostWords } words
                && words.All(word => word.Text.Length <= MostLetters && !word.Text.Contains('\0', StringComparison.Ordinal))
                && words.Count(word => word.Seen == 1) * rows <= MostUnseen * looked) // what was seen once tells how much was not seen at all: Good and Turing
            {
                _words[place] = [.. words.Select(word => word.Text)];
            }
        }
    }

    internal bool Any => _words.Count > 0;

    /// <summary>The words of a column, or null.</summary>
    internal IReadOnlyList<string>? Of(int place) => _words.GetValueOrDefault(place);

    /// <summary>The column is to be read as a text; true when it was one of these.</summary>
    internal bool Remove(int place) => _words.Remove(place);

    /// <summary>The type for the CSV reader.</summary>
    internal static string Type(IReadOnlyList<string> words) => $"ENUM({Sql.Join(", ", words.Select(word => (Sql)$"{word}"))})";

    /// <summary>Where the table lies of which a view shows the enumerations as texts.</summary>
    internal static Sql Place(Dataset dataset, Name table)
    {
        dataset.Execute($"CREATE SCHEMA IF NOT EXISTS {Schema}");
        return $"{Schema}.{table}";
    }

    /// <summary>Shows the table with texts, as if nothing was done.</summary>
    internal void Show(Dataset dataset, Name table, Sql held, IReadOnlyList<ColumnForm> forms)
    {
        var texts = _words.Keys.Select(place => new Name(forms[place].Name)).Select(name => (Sql)$"CAST({name} AS VARCHAR) AS {name}");
        dataset.Execute($"CREATE OR REPLACE VIEW {table} AS SELECT * {(Any ? (Sql)$"REPLACE ({Sql.Join(", ", texts)})" : $"")} FROM {held}");
    }

    /// <summary>A file of the lines that the reader refused, or null when they are too many to be written in.</summary>
    internal string? Refused(Dataset dataset)
    {
        var lines = dataset.Rows($"SELECT DISTINCT line_byte_position, csv_line FROM reject_errors ORDER BY 1 LIMIT {MostUnseen + 1}", row => row.TextAt(1) ?? string.Empty);
        if (lines.Count > MostUnseen)
        {
            return null;
        }

        var path = _work.NewFile(".csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    static IReadOnlyList<(string Text, long Seen)> Words(Dataset dataset, IReadOnlyList<Sql> stages, Sql text) => dataset.Rows(
        $"SELECT t, count(*) FROM ({Sql.Join(" UNION ALL ", stages.Select(stage => (Sql)$"SELECT {text} AS t FROM {stage}"))}) AS texts WHERE t IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT {MostWords + 1}",
        row => (row.TextAt(0)!, row.CountAt(1))); // not NULL: see WHERE

    /// <summary>Whole lines from all over a text, in a file; null when it is packed. With quotes in it, a line may be the end of one.</summary>
    internal static string? Spread(PlainText text, WorkFolder work)
    {
        if (text.Compression != "none")
        {
            return null;
        }

        var path = work.NewFile(".csv");
        using var content = File.OpenRead(text.Path);
        using var lines = File.Create(path);
        var piece = new byte[PieceBytes];
        for (var i = 1; i < Pieces; i++)
        {
            content.Seek(text.Bytes / Pieces * i, SeekOrigin.Begin);
            var read = piece.AsSpan(0, content.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false));
            var (first, last) = (read.IndexOf((byte)'\n'), read.LastIndexOf((byte)'\n'));
            lines.Write(first < last ? read[(first + 1)..(last + 1)] : []);
        }

        return path;
    }
}
