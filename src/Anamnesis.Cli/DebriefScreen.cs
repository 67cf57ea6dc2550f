using System.Globalization;
using Anamnesis.Questions.Interviews;

namespace Anamnesis.Cli;

/// <summary>A debrief on the terminal.</summary>
static class DebriefScreen
{
    static readonly string[] Levels = ["", "surface", "practice", "mechanism", "exception", "delicate"];

    internal static void Print(Terminal terminal, Debrief debrief)
    {
        var (page, talk, marks) = (new TerminalPage(terminal), debrief.Talk, debrief.Marks);
        page.Title($"{marks.Total} of 100: {marks.Level}");
        page.Say(string.Create(CultureInfo.InvariantCulture, $"Information {marks.Information:0.0} of 40 ({marks.Bits:0.0} of {marks.OfBits:0.0} bits), questions {marks.Questions:0.0} of 20, structure {marks.Structure:0.0} of 15, listening {marks.Listening:0.0} of 15, conclusion {marks.Conclusion:0.0} of 10."));
        if (marks.Gate is { } gate)
        {
            page.Say($"Held down: {gate}.", "yellow");
        }

        if (talk.Model != "none")
        {
            page.Say($"{talk.Model} said {talk.Turns.Count(turn => turn.Spoken is not null)} of {talk.Turns.Count} replies in its own way; the others, and all that is counted, are the plain ones.", "grey");
        }

        Turns(page, debrief);
        Facts(page, debrief);
        if (talk.Beliefs.Count > 0)
        {
            page.Title("What you planted");
            foreach (var id in talk.Beliefs)
            {
                page.Say(talk.Scenario.Beliefs.First(belief => belief.Id == id).Truth, "default", "  - ");
            }
        }

        Split(page, debrief);
        Left(page, debrief);
    }

    static void Split(TerminalPage page, Debrief debrief)
    {
        if (debrief.Split is { } split)
        {
            page.Title(string.Create(CultureInfo.InvariantCulture, $"How much each cause explains: {split.Score:0.00} of 1"));
            foreach (var (part, given) in split.Parts)
            {
                page.Say(string.Create(CultureInfo.InvariantCulture, $"{part.Says}: {part.Points:0.#} of {split.Of:0.#} points, you said {given:0.#}"), "default", "  - ");
            }
        }
        else if (debrief.Talk.Scenario.Gap.Count > 0)
        {
            page.Title("How much each cause explains");
            page.Say($"A note such as 'split: one cause 30, another 20' would be held against the truth, {debrief.Talk.Scenario.Gap.Sum(part => part.Points):0.#} points in all.", "grey");
        }
    }

    static void Turns(TerminalPage page, Debrief debrief)
    {
        page.Title("Turn by turn");
        foreach (var (place, lesson) in debrief.Lessons.Index())
        {
            var turn = lesson.Turn;
            page.Say(turn.Text, "bold", $"{place + 1}. ");
            page.Say(turn.Reply, "default", $"   {debrief.Talk.Scenario.Persona.Name}: ");
            page.Say($"{(turn.Score is { } score ? $"[{score}] " : string.Empty)}{lesson.Did}", "grey", "   ");
            if (lesson.Better is { } better)
            {
                page.Say(better, "green", "   Better: ");
            }
        }
    }

    static void Facts(TerminalPage page, Debrief debrief)
    {
        page.Title($"What there was to find: {debrief.Told.Count} of {debrief.Talk.Scenario.Facts.Count}");
        page.Say(string.Join(", ", debrief.ByDepth.Select(depth => $"{Levels[depth.Level]} {depth.Told} of {depth.Of}")) + ".");
        foreach (var fact in debrief.Talk.Scenario.Facts)
        {
            var told = debrief.Told.Contains(fact.Id);
            page.Say($"{fact.Gist}{(fact.Key ? " (key)" : string.Empty)}{(told && !debrief.Conclusion.Named.Contains(fact.Id) ? "; told, and not in your notes" : string.Empty)}", told ? "default" : "grey", told ? "  + " : "  - ");
        }
    }

    static void Left(TerminalPage page, Debrief debrief)
    {
        page.Title("What was left out");
        foreach (var (turn, hook) in debrief.Dropped)
        {
            page.Say($"“{hook}” was not taken up in turn {turn}.", "default", "  - ");
        }

        foreach (var item in debrief.Checklist.Where(item => !item.Done))
        {
            page.Say($"{item.Says}: “{item.Example}”", "default", "  - ");
        }

        foreach (var (_, says) in debrief.Faults.Where(fault => fault.Id is not ("dropped-hook" or "no-opening" or "no-teach-back" or "no-who-else")))
        {
            page.Say(says, "default", "  - ");
        }

        if (debrief.Notes.Count == 0)
        {
            page.Say("You wrote no conclusion: what you found counts only when you can say it yourself.", "default", "  - ");
        }
    }
}
