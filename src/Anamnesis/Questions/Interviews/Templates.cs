using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>Tells a question from a sentence that is used again with other words put in, and from a list of words.</summary>
sealed class Templates(Scenario scenario)
{
    const double Alike = 0.6; // share of stems in common
    const int LeastStems = 4; // of a sentence that may be a template
    const int Run = 4; // words in a row that two sentences have in common
    const int LeastRuns = 5;
    const double SameRuns = 0.3; // share of the runs
    const double SameFrame = 0.75; // share of the words around those of the topics
    const int LeastFrame = 4; // words
    const int List = 5; // words of one topic in a row, with nothing between them that a sentence needs

    readonly IReadOnlyList<IReadOnlySet<string>> _topics = [.. scenario.Topics.Select(topic => (IReadOnlySet<string>)Stems.Words(topic.Words).ToHashSet(StringComparer.Ordinal))];

    internal bool Is(string said, IReadOnlyList<Turn> earlier)
    {
        var stems = Stems.Of(said, scenario.Synonyms).ToHashSet(StringComparer.Ordinal);
        var (runs, frames) = (Runs(said), Frames(said));
        return IsList(said) || earlier.Any(turn => IsAlike(stems, turn) || HasRuns(runs, turn) || Frames(turn.Linted.Text).Exists(frame => frames.Exists(other => IsSame(frame, other))));
    }

    bool IsAlike(IReadOnlySet<string> stems, Turn turn)
    {
        var other = Stems.Of(turn.Linted.Text, scenario.Synonyms).Distinct(StringComparer.Ordinal).ToList();
        return stems.Count >= LeastStems && other.Count(stems.Contains) > Alike * Math.Max(stems.Count, other.Count);
    }

    static bool HasRuns(HashSet<string> runs, Turn turn) => Runs(turn.Linted.Text).Count(runs.Contains) is var shared && shared >= LeastRuns && shared >= SameRuns * runs.Count;

    /// <summary>Every few words in a row: what a sentence keeps when another word is put in.</summary>
    static HashSet<string> Runs(string text) => Stems.Words(text) is var words
        ? [.. Enumerable.Range(0, Math.Max(0, words.Count - Run + 1)).Select(from => string.Join(' ', words.Skip(from).Take(Run)))]
        : [];

    /// <summary>What is left of each sentence that asks, without the words of the topics.</summary>
    List<HashSet<string>> Frames(string text) => [.. Utterance.Read(text).Sentences.Where(sentence => sentence.IsAsked || sentence.IsOpen)
        .Select(sentence => Stems.Words(sentence.Text).Where(word => !_topics.Any(topic => topic.Contains(word))).ToHashSet(StringComparer.Ordinal))
        .Where(frame => frame.Count >= LeastFrame)];

    static bool IsSame(HashSet<string> one, HashSet<string> other) => one.Count(other.Contains) >= SameFrame * Math.Max(one.Count, other.Count);

    bool IsList(string said)
    {
        var words = Stems.Words(said);
        return _topics.Any(topic => Enumerable.Range(0, Math.Max(0, words.Count - List + 1)).Any(from => words.Skip(from).Take(List).All(word => topic.Contains(word) && Stems.IsContent(word))));
    }
}
