using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>From free text to topic and intent, without a model: the same text is always understood in the same way.</summary>
sealed class Hearing(Scenario scenario)
{
    const double Another = 0.2; // closeness from which on another topic wins over the one that was talked about
    const double Repetition = 0.8; // share of stems in common with an earlier question

    readonly Templates _templates = new(scenario);
    readonly TopicMap _map = new(scenario.Topics.Select(topic => (topic.Id, topic.Words)), scenario.Synonyms);
    readonly IReadOnlyList<IReadOnlySet<string>> _shown = [.. scenario.Shown.Select(text => (IReadOnlySet<string>)Stems.Of(text).ToHashSet(StringComparer.Ordinal))];
    readonly IReadOnlySet<string> _numbers = scenario.Shown.Append(scenario.Brief).SelectMany(text => Phrase.Number().Matches(text)).Select(Number).ToHashSet(StringComparer.Ordinal);
    readonly IReadOnlyList<(Belief Belief, IReadOnlyList<IReadOnlyList<string>> Cues)> _cues = [.. scenario.Beliefs.Select(belief => (belief, (IReadOnlyList<IReadOnlyList<string>>)[.. belief.Cues.Select(Stems.All)]))];

    /// <param name="text">What was typed.</param>
    /// <param name="turns">What was said before.</param>
    internal Heard Listen(string text, IReadOnlyList<Turn> turns)
    {
        var said = Cleaned(text);
        var linted = Linter.Lint(said, scenario.Persona.Role, scenario.Kind);
        var asked = linted.Has("double-barrelled") || linted.Has("question-stack") ? TwoAsks.LastHalf(said) : said;
        var stems = Stems.Of(asked, scenario.Synonyms).ToHashSet(StringComparer.Ordinal);
        var hook = turns.Count == 0 || turns[^1].Stage == Stage.Strained ? null : turns[^1].Fact?.Hook;
        var took = hook is not null && Stems.Of(hook, scenario.Synonyms).Any(stems.Contains);
        var near = _map.Near(asked);
        var earlier = turns.Where(turn => turn.Score is not null).ToList();
        return new Heard(said, linted)
        {
            Asked = asked,
            Topic = Phrase.WhoElse().IsMatch(asked) && scenario.Topic("others") is not null ? "others" : TopicOf(asked, near, took, turns.LastOrDefault(turn => turn.Topic is not null)?.Topic),
            Near = near,
            TookHook = took,
            Repeats = stems.Count > 0 && earlier.Exists(turn => Shared(stems, turn.Linted.Text) >= Repetition * stems.Count),
            IsTemplate = _templates.Is(said, earlier),
            PointsAtNothing = scenario.ChecksNumbers && linted.Shows("shows-data") && !Points(said, stems, turns),
            Introduces = Phrase.Introduces().IsMatch(said),
            GivesPurpose = linted.Shows("states-why") || Phrase.Purpose().IsMatch(said),
            Closes = Phrase.Closes().IsMatch(said),
            AsksExceptions = linted.Shows("asks-exceptions") || linted.Shows("seeks-disconfirmation") || linted.Shows("asks-workaround") || Phrase.Exceptions().IsMatch(said),
            Suggests = [.. _cues.Where(cue => Suggested(cue.Cues, Stems.All(said))).Select(cue => cue.Belief)],
        };
    }

    static string? TopicOf(string asked, IReadOnlyList<(string Topic, double Closeness)> near, bool took, string? current)
    {
        var (best, closeness) = near.Count > 0 ? near[0] : (string.Empty, 0);
        var clear = closeness >= TopicMap.Recognised ? best : null;
        var back = current is not null && (took || (clear is null && Phrase.RefersBack().IsMatch(asked)));
        return back && !(clear is not null && closeness >= Another) ? current : clear;
    }

    int Shared(IReadOnlySet<string> stems, string other) => Stems.Of(other, scenario.Synonyms).Distinct(StringComparer.Ordinal).Count(stems.Contains);

    /// <summary>One line of straight quotes and single blanks, without control characters, no longer than anybody listens.</summary>
    static string Cleaned(string text)
    {
        var plain = string.Concat((text.Length > Stems.Longest ? text[..Stems.Longest] : text).Select(letter => letter switch
        {
            '\u2018' or '\u2019' => '\'',
            '\u201c' or '\u201d' or '\u201e' => '"',
            _ when char.IsControl(letter) || char.IsWhiteSpace(letter) => ' ',
            _ => letter,
        }));
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether what is pointed at lies on the table or was told: one of its numbers, or, where none is named, most of what a sheet says.</summary>
    bool Points(string said, IReadOnlySet<string> stems, IReadOnlyList<Turn> turns)
    {
        var numbers = Phrase.Number().Matches(said).Select(Number).Where(number => number.Length > 1).ToList();
        return numbers.Count > 0
            ? numbers.Exists(number => _numbers.Contains(number) || turns.Any(turn => turn.Reply.Contains(number, StringComparison.Ordinal)))
            : _shown.Any(sheet => sheet.Count(stems.Contains) >= Math.Min(3, sheet.Count));
    }

    static string Number(System.Text.RegularExpressions.Match match) => match.Value.Replace(",", string.Empty, StringComparison.Ordinal).TrimEnd('.', ':');

    /// <summary>Whether the words of one phrase stand in the text in order, with few others between them.</summary>
    static bool Suggested(IReadOnlyList<IReadOnlyList<string>> cues, IReadOnlyList<string> stems) => cues.Any(cue => Enumerable.Range(0, stems.Count).Any(from =>
    {
        var found = 0;
        for (var at = from; at < Math.Min(stems.Count, from + cue.Count + 3) && found < cue.Count; at++)
        {
            found += stems[at] == cue[found] ? 1 : 0;
        }

        return found == cue.Count && cue.Count > 0;
    }));
}
