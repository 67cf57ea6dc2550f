namespace Anamnesis.Questions.Interviews;

/// <summary>What came of a talk: what was found, planted, missed, and left out.</summary>
sealed record Debrief
{
    internal required Interview Talk { get; init; }

    /// <summary>What was written down after it, one finding a line.</summary>
    internal required IReadOnlyList<string> Notes { get; init; }

    internal required Conclusion Conclusion { get; init; }

    internal required Marks Marks { get; init; }

    /// <summary>How much each cause explains, as it was written down; null where nobody wrote it.</summary>
    internal GapSplit? Split { get; private init; }

    internal required IReadOnlyList<Lesson> Lessons { get; init; }

    internal required IReadOnlyList<ChecklistItem> Checklist { get; init; }

    /// <summary>Faults of the talk rather than of a question, each as id and sentence.</summary>
    internal required IReadOnlyList<(string Id, string Says)> Faults { get; init; }

    internal static Debrief Of(Interview talk, IReadOnlyList<string> notes)
    {
        var conclusion = Interviews.Conclusion.Of(talk, notes);
        return new Debrief
        {
            Talk = talk,
            Notes = notes,
            Conclusion = conclusion,
            Marks = Marks.Of(talk, conclusion),
            Split = GapSplit.In(talk.Scenario, notes),
            Lessons = Teaching.Of(talk),
            Checklist = Interviews.Checklist.Of(talk),
            Faults = TalkFaults.Of(talk, notes),
        };
    }

    /// <summary>Ids of the facts that were told.</summary>
    internal IReadOnlyList<string> Told => [.. Talk.Turns.Select(turn => turn.Fact?.Id).OfType<string>()];

    /// <summary>By level: how many facts were told, of how many.</summary>
    internal IReadOnlyList<(int Level, int Told, int Of)> ByDepth =>
        [.. Talk.Scenario.Facts.GroupBy(fact => fact.Level).OrderBy(group => group.Key).Select(group => (group.Key, group.Count(fact => Told.Contains(fact.Id)), group.Count()))];

    /// <summary>Hooks that were offered and not taken up, with the number of the turn that passed them by.</summary>
    internal IReadOnlyList<(int Turn, string Hook)> Dropped =>
        [.. Talk.Turns.Index().Where(one => one.Item.Offered is not null && !one.Item.TookHook).Select(one => (one.Index + 1, one.Item.Offered!))]; // just seen
}
