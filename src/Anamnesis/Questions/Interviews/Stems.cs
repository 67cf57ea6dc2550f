using System.Collections.Frozen;
using System.Text;
using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>Words cut down to what is compared: lower case, no diacritics, no endings, one stem for words that mean the same.</summary>
static class Stems
{
    /// <summary>Longer texts are read up to here; nobody listens longer.</summary>
    internal const int Longest = 800;

    const int ShortestStem = 3;

    static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly", "e"];

    static readonly FrozenSet<string> Empty = (
        "a an the of in on at to for and or is are was were be been do does did done has have had you your yours we our us i me my mine it its this that these those they them their there here he she "
        + "his her one with from by as if so not no nor than then what which who whom whose when where why how would could can will shall may might should must about into out up down over again please "
        + "just also too very any some all each every other another such own same more most much many few get got go goes went let say said says tell").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that mean the same, each with the one that stands for all.</summary>
    static readonly Lazy<FrozenDictionary<string, string>> Same = new(() => FileNode.Parse("knowledge/synonyms.yaml", Embedded.Text("synonyms.yaml"))!.Pairs // ours, and not empty
        .SelectMany(pair => pair.Value.Node.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => KeyValuePair.Create(Cut(word), Cut(pair.Key))))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Names of clinical variables of one word, each with the stem of the variable.</summary>
    static readonly Lazy<FrozenDictionary<string, string>> Measured = new(() => Variables.All
        .SelectMany(variable => variable.Names.Select(name => (Name: Folded(name), Stem: "§" + variable.Id)))
        .Where(pair => pair.Name.Length > 1 && pair.Name.All(char.IsAsciiLetterOrDigit) && !Empty.Contains(pair.Name))
        .DistinctBy(pair => pair.Name).ToFrozenDictionary(pair => pair.Name, pair => pair.Stem, StringComparer.Ordinal));

    /// <summary>The stems of a text in order, words that carry no meaning left out.</summary>
    internal static IReadOnlyList<string> Of(string text, IReadOnlyDictionary<string, string>? synonyms = null) =>
        [.. Words(text).Where(word => !Empty.Contains(word)).Select(word => Stem(word, synonyms))];

    /// <summary>The stems of all words in order, also of those that carry no meaning, articles left out.</summary>
    internal static IReadOnlyList<string> All(string text) => [.. Words(text).Where(word => word is not ("a" or "an" or "the")).Select(Cut)];

    /// <summary>Whether a word says what a sentence is about.</summary>
    internal static bool IsContent(string word) => !Empty.Contains(word);

    static string Stem(string word, IReadOnlyDictionary<string, string>? synonyms) =>
        synonyms is not null && synonyms.TryGetValue(word, out var own) ? Cut(own)
        : Measured.Value.TryGetValue(word, out var variable) ? variable
        : Cut(word) is var stem && Same.Value.TryGetValue(stem, out var same) ? same : stem;

    /// <summary>Lower-case words without diacritics, up to <see cref="Longest"/> letters of the text.</summary>
    internal static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in Folded(text.Length > Longest ? text[..Longest] : text).Append(' '))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                word.Append(letter);
            }
            else if (letter != '\'' && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    static string Cut(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var cut = word[..^ending.Length];
                return ending is "ied" or "ies" ? cut + "y" : cut.Length > ShortestStem && ending is "ing" or "ed" && cut[^1] == cut[^2] && cut[^1] is not ('l' or 's') ? cut[..^1] : cut;
            }
        }

        return word;
    }

    /// <summary>Lower case; letters of Polish and German without their marks.</summary>
    static string Folded(string text)
    {
        const string Marked = "ąćęłńóśźżäöüßéèêáàâîïôûúíñç’";
        const string Plain = "acelnoszzaouseeeaaaiiouuinc'";
        var lower = text.ToLowerInvariant();
        return string.Create(lower.Length, lower, (letters, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                letters[i] = Marked.IndexOf(from[i], StringComparison.Ordinal) is var at and >= 0 ? Plain[at] : from[i];
            }
        });
    }

    /// <summary>A number that is the same for the same text on every machine (FNV-1a).</summary>
    internal static uint Hash(string text) => unchecked(text.Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u));
}
