namespace Anamnesis.Findings;

/// <summary>The words that a column's name is made of.</summary>
static class Words
{
    /// <summary>Lower-case words: split at everything that is no letter or digit, between lower and upper case, and between letters and digits.</summary>
    internal static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !Breaks(name[i - 1], name[i]))
            {
                continue;
            }

            if (char.IsLetterOrDigit(name[start]) || name[start] == '%')
            {
                words.Add(name[start..i].ToLowerInvariant());
            }

            start = i;
        }

        return words;
    }

    /// <summary>True when one of the words of a name is in the list.</summary>
    internal static bool Any(string name, HashSet<string> words) => Of(name).Any(words.Contains);

    /// <summary>The beginning of a sentence about where values lie.</summary>
    internal static string Lie(long count, string label) => count == 1 ? $"One value of {label} lies" : $"{count:N0} values of {label} lie";

    static bool Breaks(char before, char after) =>
        !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after)
        || (char.IsLower(before) && char.IsUpper(after))
        || (char.IsLetter(before) != char.IsLetter(after));
}
