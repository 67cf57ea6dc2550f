namespace Anamnesis.Questions.Interviews;

/// <summary>For beginners: what could be said next, one good way among ways that are often taken. Which is which follows from talk and seed.</summary>
static class Choices
{
    const int Enough = 3; // facts, before it is time to say them back
    const double Closing = 2.5; // minutes

    internal static IReadOnlyList<string> Of(Interview talk)
    {
        string[] all = [Best(talk), .. Poor(talk)];
        var first = (int)(Stems.Hash($"{talk.Scenario.Id}|{talk.Seed}|{talk.Turns.Count}|choices") % (uint)all.Length);
        return [.. all.Skip(first), .. all.Take(first)];
    }

    /// <summary>The good way: who and why, then the next thing, saying it back, and who else.</summary>
    internal static string Best(Interview talk)
    {
        var told = talk.Turns.Select(turn => turn.Fact).OfType<Fact>().ToList();
        return talk.Turns.Count == 0 ? "Thank you for making time. I am from the data team, I have ten minutes, and I want to understand this before I draw any conclusion."
            : told.Count >= Enough && talk.Turns.All(turn => turn.Rule != "teach-back") ? $"Let me say it back: {string.Join("; ", told.Select(fact => fact.Gist))}. What have I got wrong?"
            : talk.Minutes < Closing || talk.Next(talk.Turns[^1].Topic) is not { } next ? "What should I have asked that I did not, and who else touches this?"
            : next.Ask;
    }

    static IEnumerable<string> Poor(Interview talk)
    {
        var (scenario, turn) = (talk.Scenario, talk.Turns.Count);
        if (scenario.Beliefs.Count > 0)
        {
            yield return $"I assume: {scenario.Beliefs[turn % scenario.Beliefs.Count].Cues.MaxBy(cue => cue.Length)}, right?";
        }

        string[] common = scenario.Kind == "need"
            ? ["Would you use an app for that?", "What are your biggest problems?", "Is that a burden for you?"]
            : ["How do you usually do that here?", "What percentage of the cases is that?", "Is that a problem for you?"];
        yield return common[turn % common.Length];
        yield return common[(turn + 1) % common.Length];
    }
}
