namespace Anamnesis.Questions.Interviews;

/// <summary>Faults that no single question has.</summary>
static class TalkFaults
{
    const int ManyWhys = 3;

    internal static IReadOnlyList<(string Id, string Says)> Of(Interview talk, IReadOnlyList<string> notes)
    {
        var turns = talk.Turns;
        var asked = turns.Where(turn => turn.Score is not null).ToList();
        var told = turns.Where(turn => turn.Fact is not null).ToList();
        var product = turns.Index().FirstOrDefault(one => one.Item.Linted.Has("solution-first")).Item is { } named ? turns.ToList().IndexOf(named) : -1;
        var anchored = turns.ToList().FindIndex(turn => turn.Linted.Shows("anchored-case"));
        var dropped = turns.Count(turn => turn.Offered is not null && !turn.TookHook);
        var jumps = turns.Skip(1).Zip(turns).Count(pair => pair.First.Offered is not null && !pair.First.TookHook && pair.First.Topic is not null && pair.First.Topic != pair.Second.Topic);
        var whys = Enumerable.Range(0, Math.Max(0, asked.Count - ManyWhys + 1)).Any(from => asked.Skip(from).Take(ManyWhys).All(turn => Phrase.Why().IsMatch(turn.Linted.Text)));
        (string Id, bool Has, string Says)[] faults =
        [
            ("no-opening", turns.Count > 0 && !Phrase.Introduces().IsMatch(turns[0].Linted.Text), "The talk began without who you are, why, and how long."),
            ("solution-before-problem", product >= 0 && (anchored < 0 || product < anchored), "A product was named before the first real case."),
            ("dropped-hook", dropped > 0, dropped == 1 ? "One answer held something new that was not taken up." : $"{dropped} answers held something new that was not taken up."),
            ("topic-jump", jumps > 1, $"{jumps} times the topic was changed while something new lay on the table."),
            ("repeated-question", turns.Any(turn => turn.Repeats || turn.IsTemplate), "A question was asked twice, or one sentence was used again and again."),
            ("why-chain", whys, "Three whys in a row force one path with one root. Ask what else had to be true."),
            ("premature-closure", notes.Count > 0 && told.Count < 2, "A conclusion was drawn from the first explanation."),
            ("no-teach-back", told.Count > 0 && turns.All(turn => turn.Rule != "teach-back"), "Nothing was said back, so nothing could be corrected."),
            ("no-who-else", told.Count > 0 && !turns.Any(turn => Phrase.WhoElse().IsMatch(turn.Linted.Text)), "Nobody was asked who else knows."),
            ("planted-belief", talk.Beliefs.Count > 0, "A false suggestion was agreed to and never checked."),
        ];
        return [.. faults.Where(fault => fault.Has).Select(fault => (fault.Id, fault.Says))];
    }
}
