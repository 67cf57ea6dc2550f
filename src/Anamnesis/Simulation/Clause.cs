namespace Anamnesis.Simulation;

/// <summary>Where the clauses of a statement begin: words and commas that stand neither in brackets nor in quotes.</summary>
static class Clause
{
    /// <summary>The text before a clause and what stands after its word; null where there is no such clause.</summary>
    internal static (string Before, string? Clause) Cut(string text, string clause)
    {
        var before = string.Empty;
        foreach (var (at, word) in Words(text))
        {
            if (word == clause && before != "DISTINCT") // IS DISTINCT FROM is no clause
            {
                return (text[..at], text[(at + clause.Length)..]);
            }

            before = word;
        }

        return (text, null);
    }

    /// <summary>The parts between commas.</summary>
    internal static IEnumerable<string> Split(string text)
    {
        var begin = 0;
        foreach (var (at, _) in Words(text).Where(word => word.Text == ","))
        {
            yield return text[begin..at];
            begin = at + 1;
        }

        yield return text[begin..];
    }

    static IEnumerable<(int At, string Text)> Words(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '\'' or '"':
                    at = text.IndexOf(text[at], at + 1); // a doubled quote closes and opens again
                    break;
                case ',' when depth == 0:
                    yield return (at, ",");
                    break;
                case var letter when IsOfWord(letter):
                    var end = at + 1;
                    while (end < text.Length && IsOfWord(text[end]))
                    {
                        end++;
                    }

                    if (depth == 0)
                    {
                        yield return (at, text[at..end]);
                    }

                    at = end - 1;
                    break;
            }
        }
    }

    static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
