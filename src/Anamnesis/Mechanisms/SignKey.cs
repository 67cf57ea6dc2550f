using System.Collections.Concurrent;
using System.Text;

namespace Anamnesis.Mechanisms;

/// <summary>The name of a sign: the words of its sentence as they stand in the source, without what is measured. It stays when numbers change.</summary>
static class SignKey
{
    const int Longest = 72;

    static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    internal static string Of(string expression) => Known.GetOrAdd(expression, Read);

    static string Read(string expression)
    {
        var (words, depth) = (new StringBuilder(), 0);
        foreach (var letter in expression)
        {
            depth += letter switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && char.IsAsciiLetterOrDigit(letter))
            {
                words.Append(char.ToLowerInvariant(letter));
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        var whole = words.ToString().Trim('-');
        return whole.Length <= Longest ? whole : $"{whole[..Longest]}-{Mark(whole):x4}";
    }

    /// <summary>Tells long sentences with one beginning apart.</summary>
    static int Mark(string text) => text.Aggregate(17, (mark, letter) => ((mark * 31) + letter) & 0xFFFF);
}
