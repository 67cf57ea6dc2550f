namespace Anamnesis.Cli;

/// <summary>Text broken into lines that fit a terminal.</summary>
static class Wrapped
{
    const int Narrowest = 20; // columns of text that are left whatever the indent

    /// <summary>The lines of a text; the first begins with <paramref name="first"/>, the others with as many blanks. Line ends of the text are kept.</summary>
    internal static IEnumerable<string> Lines(string text, int width, string first = "")
    {
        var room = Math.Max(Narrowest, width - first.Length);
        var lead = first;
        foreach (var line in text.TrimEnd().Split('\n').SelectMany(paragraph => Fill(paragraph.TrimEnd(), room)))
        {
            yield return (lead + line).TrimEnd();
            lead = new string(' ', first.Length);
        }
    }

    /// <summary>Rows of two columns, the second one wrapped; terms that are too long get a line of their own.</summary>
    internal static IEnumerable<string> Terms(IEnumerable<(string Term, string Says)> rows, int width, int widest = 26)
    {
        var all = rows.ToList();
        var column = all.Select(row => row.Term.Length).Where(length => length <= widest).DefaultIfEmpty(widest).Max();
        foreach (var (term, says) in all)
        {
            var lead = $"  {term.PadRight(column)}  ";
            if (term.Length > column)
            {
                yield return $"  {term}";
                lead = new string(' ', column + 4);
            }

            foreach (var line in Lines(says, width, lead))
            {
                yield return line;
            }
        }
    }

    static IEnumerable<string> Fill(string paragraph, int room)
    {
        var rest = paragraph;
        while (rest.Length > room)
        {
            var cut = rest.LastIndexOf(' ', room);
            var hard = cut <= 0;
            yield return rest[..(hard ? room : cut)];
            rest = rest[(hard ? room : cut + 1)..].TrimStart();
        }

        yield return rest;
    }
}
