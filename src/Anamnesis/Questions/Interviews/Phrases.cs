using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>What everybody says by rule, and what the rule teaches: <c>knowledge/replies.yaml</c>.</summary>
static class Phrases
{
    static readonly Lazy<IReadOnlyDictionary<string, (IReadOnlyList<string> Says, string Did, string Better)>> Loaded = new(() =>
        FileNode.Parse("knowledge/replies.yaml", Embedded.Text("replies.yaml"))!.Pairs.ToDictionary( // the file is ours and not empty; a test reads it
            pair => pair.Key,
            pair => (pair.Value.Only("says", "did", "better").Texts("says"), pair.Value.Need("did"), pair.Value.Need("better")),
            StringComparer.Ordinal));

    internal static IEnumerable<string> Rules => Loaded.Value.Keys;

    internal static bool Knows(string rule) => Loaded.Value.ContainsKey(rule);

    /// <summary>What asking in this way did, for the debrief.</summary>
    internal static string Did(string rule) => Loaded.Value[rule].Did;

    /// <summary>What to do instead.</summary>
    internal static string Better(string rule) => Loaded.Value[rule].Better;

    /// <summary>One of the phrases of a rule: which one follows from scenario, seed and turn, so that a talk can be replayed.</summary>
    internal static string Of(Scenario scenario, string rule, int seed, int turn)
    {
        var phrases = scenario.Replies.TryGetValue(rule, out var own) && own.Count > 0 ? own : Loaded.Value[rule].Says;
        return phrases[(int)(Stems.Hash($"{scenario.Id}|{seed}|{turn}|{rule}") % (uint)phrases.Count)];
    }
}
