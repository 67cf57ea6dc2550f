using System.Collections.Frozen;
using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>The clinical variables by every name and code they go by. A name may mean several: RR is a pressure in Polish and a frequency in English.</summary>
static class VariableIndex
{
    const int LeastPrefix = 5; // letters: bilir, trigly
    const double LeastKept = 0.45; // share of the whole name that an abbreviation keeps
    const int LeastOfWord = 3; // letters of a word in a phrase
    const int LeastMisspelt = 8;
    const double LeastVowels = 0.25; // share of a word's letters; a code has fewer
    const int LongName = 10;

    static readonly Lazy<FrozenDictionary<string, KnownVariable[]>> Names = new(() => Variables.All
        .SelectMany(variable => variable.Names.Append(variable.Name).Append(variable.Id).SelectMany(Spelled).Select(key => (Key: key, Variable: variable)))
        .Where(pair => pair.Key.Length > 0)
        .GroupBy(pair => pair.Key, pair => pair.Variable, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal));

    static readonly Lazy<(IReadOnlyList<string> Words, KnownVariable Variable)[]> Phrases = new(() => [.. Variables.All
        .SelectMany(variable => variable.Names.Append(variable.Name).Select(name => (NameTokens.Of(name).Words, variable))).Where(name => name.Words.Count > 1)]);

    // of names of one word: whole phrases are neither cut short nor misspelt as one
    static readonly Lazy<(string Key, KnownVariable Variable)[]> SingleWords = new(() => [.. Variables.All
        .SelectMany(variable => variable.Names.Append(variable.Name).Where(name => NameTokens.Of(name).Words.Count == 1).SelectMany(Spelled).Select(key => (key, variable))).Distinct()]);

    static readonly Lazy<FrozenDictionary<string, KnownVariable[]>> Codes = new(() => Variables.All
        .SelectMany(variable => variable.Loinc.Concat(variable.Codes).Select(code => (Key: NameTokens.Of(code).Joined, Variable: variable)))
        .GroupBy(pair => pair.Key, pair => pair.Variable, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal));

    internal static IReadOnlyList<KnownVariable> Of(string key) => Names.Value.GetValueOrDefault(key) ?? Codes.Value.GetValueOrDefault(key) ?? [];

    /// <summary>The variables that two names side by side both mean, as in ALT_SGPT.</summary>
    internal static IReadOnlyList<KnownVariable> Twice(IReadOnlyList<string> words)
    {
        for (var cut = 1; cut < words.Count; cut++)
        {
            var both = Of(string.Concat(words.Take(cut))).Intersect(Of(string.Concat(words.Skip(cut)))).ToList();
            if (both.Count > 0)
            {
                return both;
            }
        }

        return [];
    }

    /// <summary>The one variable whose name is cut short so; none when they are several.</summary>
    internal static IReadOnlyList<KnownVariable> Abbreviated(string key) => key.Length < LeastPrefix ? [] : Single(SingleWords.Value.Where(name =>
        name.Key.Length * LeastKept <= key.Length && name.Key.StartsWith(key, StringComparison.Ordinal)));

    /// <summary>The one variable whose words are cut short so, as in bilirubin tot; none when they are several.</summary>
    internal static IReadOnlyList<KnownVariable> Abbreviated(IReadOnlyList<string> words) => words.Count < 2 ? [] : Single(Phrases.Value
        .Where(name => name.Words.Count == words.Count && AreCutShort(name.Words, words))
        .Select(name => (string.Empty, name.Variable)));

    static bool AreCutShort(IReadOnlyList<string> full, IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (full[i] != words[i] && (words[i].Length < LeastOfWord || !full[i].StartsWith(words[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The one variable with a name one letter away, two in a long one; none when they are several.</summary>
    internal static IReadOnlyList<KnownVariable> Misspelt(string key)
    {
        var most = key.Length >= LongName ? 2 : 1;
        return key.Length < LeastMisspelt || key.Count(letter => "aeiouy".Contains(letter, StringComparison.Ordinal)) < key.Length * LeastVowels ? [] : Single(SingleWords.Value.Where(name =>
            name.Key.Length >= LeastMisspelt && Math.Abs(name.Key.Length - key.Length) <= most && name.Key[0] == key[0] && Nearest.Distance(name.Key, key) <= most));
    }

    static List<KnownVariable> Single(IEnumerable<(string Key, KnownVariable Variable)> names)
    {
        var variables = names.Select(name => name.Variable).Distinct().Take(2).ToList();
        return variables.Count == 1 ? variables : [];
    }

    /// <summary>German names stand in the knowledge with ae, oe, ue; written with umlauts they fold to a, o, u.</summary>
    static IEnumerable<string> Spelled(string name)
    {
        var key = NameTokens.Of(name).Joined;
        yield return key;
        yield return key.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
    }
}
