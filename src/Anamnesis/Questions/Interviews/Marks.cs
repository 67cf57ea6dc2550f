namespace Anamnesis.Questions.Interviews;

/// <summary>The points of a whole talk.</summary>
/// <param name="Information">0 to 40: what was learned, in bits by how hard it is to guess, less what was planted.</param>
/// <param name="Questions">0 to 20: how the questions were put.</param>
/// <param name="Structure">0 to 15: opening, first question, saying back, closing.</param>
/// <param name="Listening">0 to 15: hooks taken up, nothing asked twice.</param>
/// <param name="Conclusion">0 to 10: key findings in one's own notes.</param>
sealed record Marks(double Information, double Questions, double Structure, double Listening, double Conclusion)
{
    const double MostInformation = 40;
    const double MostQuestions = 20;
    const double MostHooks = 10;
    const double MostFresh = 5;
    const double MostConclusion = 10;
    const double PerBelief = 4;
    const double Repetition = 2.5;
    const double BeliefInNotes = 0.25;
    const double Floor = 25; // the most for manners without findings
    const double PerInformation = 1.9;
    const int AfterPrivacy = 40;
    const int AfterBreak = 60;

    /// <summary>Worth of what was learned, in bits.</summary>
    internal double Bits { get; init; }

    /// <summary>Worth of all there is to learn.</summary>
    internal double OfBits { get; init; }

    /// <summary>0 to 100, after the gates.</summary>
    internal int Total { get; init; }

    /// <summary>The gate that held the total down, or null.</summary>
    internal string? Gate { get; init; }

    /// <summary>What to call it.</summary>
    internal string Level => Total switch { < 30 => "talked", < 50 => "asked", < 70 => "learned something", < 85 => "good", _ => "expert" };

    internal static Marks Of(Interview talk, Conclusion conclusion)
    {
        var facts = talk.Scenario.Facts;
        var (bits, all) = (talk.Turns.Sum(turn => (turn.Fact?.Bits ?? 0) * turn.Credit), facts.Sum(fact => fact.Bits));
        var scores = talk.Turns.Select(turn => turn.Score).OfType<int>().ToList();
        var hooks = talk.Turns.Count(turn => turn.Offered is not null);
        var keys = facts.Where(fact => fact.Key).Select(fact => fact.Id).ToList();
        var learned = bits > 0;
        var marks = new Marks(
            Math.Max(0, (MostInformation * bits / all) - (PerBelief * talk.Beliefs.Count)),
            scores.Count == 0 ? 0 : MostQuestions * scores.Average() / 100,
            Checklist.Points(talk),
            learned ? (hooks == 0 ? 0 : MostHooks * talk.Turns.Count(turn => turn.Offered is not null && turn.TookHook) / hooks) + Math.Max(0, MostFresh - (Repetition * talk.Turns.Count(turn => turn.Repeats || turn.IsTemplate))) : 0,
            keys.Count == 0 ? 0 : MostConclusion * Math.Max(0, ((double)conclusion.Named.Count(keys.Contains) / keys.Count) - (BeliefInNotes * conclusion.False.Count)))
        {
            Bits = bits,
            OfBits = all,
        };
        return marks.Gated(talk);
    }

    Marks Gated(Interview talk)
    {
        var sum = Information + Questions + Structure + Listening + Conclusion;
        (double Most, string Says)[] gates =
        [
            (talk.Turns.Any(turn => turn.Linted.Has("privacy-risk")) ? AfterPrivacy : 100, $"asked for what identifies patients: at most {AfterPrivacy}"),
            (talk.Broken is not null ? AfterBreak : 100, $"the talk was broken off: at most {AfterBreak}"),
            (Floor + (PerInformation * Information), "manners without findings: at most 25 and 1.9 a point of information"),
        ];
        var (most, says) = gates.MinBy(gate => gate.Most);
        return this with { Total = (int)Math.Round(Math.Min(sum, most)), Gate = most < sum ? says : null };
    }
}
