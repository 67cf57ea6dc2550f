namespace Anamnesis.Questions.Interviews;


/// <summary>What a talk should hold, and what was left out.</summary>
static class Checklist
{
    const double Opening = 5;
    const double FirstOpen = 3;
    const double SaidBack = 4;
    const double Closing = 3;

    internal static IReadOnlyList<ChecklistItem> Of(Interview talk)
    {
        var turns = talk.Turns;
        bool Any(params string[] qualities) => turns.Any(turn => turn.Score is not null && qualities.Any(turn.Linted.Shows));
        return
        [
            new("who", "say who you are", Introduces(talk), "Thank you for making time. I am from the data team."),
            new("why", "say what for", GivesPurpose(talk), "I want to understand this before I draw any conclusion."),
            new("how-long", "say how long it takes", NamesTime(talk), "I have ten minutes and one table."),
            new("first-open", "begin with an open question", FirstIsOpen(talk), "In the last case that you remember, how did it go?"),
            new("a-case", "ask about a real case", Any("anchored-case"), "Tell me about the last patient …"),
            new("shown", "show what you talk about", turns.Any(turn => turn.Score is not null && turn.Linted.Shows("shows-data") && !turn.PointsAtNothing), "Here are three of these rows. …"),
            new("mechanism", "ask how it comes about", Any("asks-mechanism"), "How did it get from there into the record?"),
            new("exceptions", "ask where it is different", Any("asks-exceptions", "seeks-disconfirmation") || turns.Any(turn => Phrase.Exceptions().IsMatch(turn.Linted.Text)), "In which patients is it done in another way?"),
            new("said-back", "say it back and ask what is wrong", turns.Any(turn => turn.Rule == "teach-back"), "Let me say it back: … What have I got wrong?"),
            new("who-else", "ask what you forgot, and who else knows", Closes(talk), "What should I have asked, and who else touches this?"),
        ];
    }

    /// <summary>0 to 15.</summary>
    internal static double Points(Interview talk)
    {
        var opening = Introduces(talk) ? (1 + (NamesTime(talk) ? 1 : 0) + (GivesPurpose(talk) ? 1 : 0)) / 3.0 : 0;
        return (Opening * opening) + (FirstIsOpen(talk) ? FirstOpen : 0) + (talk.Turns.Any(turn => turn.Rule == "teach-back" && talk.Turns.Any(other => other.Fact is not null)) ? SaidBack : 0) + (Closes(talk) ? Closing : 0);
    }

    static bool Introduces(Interview talk) => talk.Turns.Any(turn => Phrase.Introduces().IsMatch(turn.Linted.Text));

    static bool GivesPurpose(Interview talk) => talk.Turns.Take(2).Any(turn => turn.Linted.Shows("states-why") || Phrase.Purpose().IsMatch(turn.Linted.Text));

    static bool NamesTime(Interview talk) => talk.Turns.Take(2).Any(turn => turn.Linted.Shows("respects-time") || Phrase.NamesTime().IsMatch(turn.Linted.Text));

    static bool FirstIsOpen(Interview talk) => talk.Turns.FirstOrDefault(turn => turn.Score is not null)?.Rule is "open" or "too-general" or "asks-back";

    static bool Closes(Interview talk) => talk.Turns.Any(turn => Phrase.Closes().IsMatch(turn.Linted.Text));
}
