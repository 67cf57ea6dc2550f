using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>What every turn did, and a better next question.</summary>
static class Teaching
{
    static readonly string[] NoLesson = ["greeting", "thanks"];

    internal static IReadOnlyList<Lesson> Of(Interview talk) => [.. talk.Turns.Index().Select(one => Lesson(talk, one.Index))];

    static Lesson Lesson(Interview talk, int at)
    {
        var turn = talk.Turns[at];
        return new Lesson(turn, Did(talk.Scenario, turn), NoLesson.Contains(turn.Rule) || turn.Fact is not null && turn.Credit >= 0.9 ? null : Better(talk, at));
    }

    static string Did(Scenario scenario, Turn turn)
    {
        var did = turn.Fact is not null && turn.Rule == "open" ? $"An open question reached depth {turn.Depth}: {turn.Fact.Gist}." : turn.Fact is not null && turn.Rule == "teach-back" ? $"Saying it back brought what was missing: {turn.Fact.Gist}." : Phrases.Did(turn.Rule);
        return string.Join(' ', ((string?[])
        [
            did,
            turn.IsTemplate ? "It is a sentence that you used before, with another word in it: it earns what is concrete in it once." : null,
            turn.PointsAtNothing ? "It points at something that does not lie on the table." : null,
            turn.Repeats && !turn.IsTemplate ? "It was asked before." : null,
            turn.Planted.Count > 0 ? $"Agreed to, and untrue: {string.Join(" ", turn.Planted.Select(id => scenario.Beliefs.First(belief => belief.Id == id).Truth))}" : null,
            turn.Offered is not null && !turn.TookHook ? $"“{turn.Offered}” was left lying." : null,
        ]).OfType<string>());
    }

    /// <summary>What would have reached the next thing: the hook that lay there, the topic that was meant, else what matters most; else the question repaired.</summary>
    static string? Better(Interview talk, int at)
    {
        var (scenario, turn) = (talk.Scenario, talk.Turns[at]);
        var knows = talk.Turns.Take(at).Select(earlier => earlier.Fact?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (turn is { Offered: not null, TookHook: false } && scenario.Next(knows, talk.Turns[at - 1].Topic) is { } hooked && hooked.Topic == talk.Turns[at - 1].Topic)
        {
            return hooked.Ask; // what lay open goes first, whatever was asked instead
        }

        var next = scenario.Next(turn.Fact is null ? knows : knows.Append(turn.Fact.Id).ToHashSet(StringComparer.Ordinal), turn.Topic);
        return next?.Topic == turn.Topic ? next?.Ask : Linter.Rewrite(turn.Linted) ?? next?.Ask;
    }
}
