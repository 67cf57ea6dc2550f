using System.Collections.Frozen;

namespace Anamnesis.Questions.Interviews;

/// <summary>Whether one text says what another says: no new word that means something, nothing of weight lost, no denial or amount turned round.</summary>
static class SameWords
{
    const double Kept = 0.8; // share of the words
    const int Longer = 80; // letters

    /// <summary>Words that are added in talking and say nothing.</summary>
    static readonly FrozenSet<string> Courtesy = Stems.Of("well honestly look see know think mean really actually sure yes course glad good question ask listen remember okay right fair anyway simply now here there")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Small words that turn a sentence round.</summary>
    static readonly FrozenSet<string> Weighty = "not no never none nobody nothing neither nor without all every each any some few many most only always often sometimes rarely before after more less but except until unless if"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    internal static bool Say(string reply, string said, string? hook)
    {
        var (before, after) = (Stems.Of(reply).ToHashSet(StringComparer.Ordinal), Stems.Of(said).ToHashSet(StringComparer.Ordinal));
        return said.Length > 0 && said.Length <= reply.Length + Longer && reply.Length <= Stems.Longest && !said.Any(char.IsControl)
            && after.All(word => before.Contains(word) || Courtesy.Contains(word))
            && before.Count(after.Contains) >= Kept * before.Count
            && before.Where(word => word.Any(char.IsAsciiDigit)).All(after.Contains)
            && (hook is null || Stems.Of(hook).All(after.Contains))
            && Turns(reply).SequenceEqual(Turns(said), StringComparer.Ordinal);
    }

    static IEnumerable<string> Turns(string text) => Stems.Words(text.Replace("n't", " not", StringComparison.OrdinalIgnoreCase).Replace("n’t", " not", StringComparison.OrdinalIgnoreCase)).Where(Weighty.Contains).Order(StringComparer.Ordinal);
}
