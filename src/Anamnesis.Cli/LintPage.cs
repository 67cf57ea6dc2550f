using Anamnesis.Knowledge;
using Anamnesis.Questions.Linting;

namespace Anamnesis.Cli;

/// <summary>A linted question on the terminal.</summary>
static class LintPage
{
    const int Most = 3; // flaws that are told; a long list teaches nothing

    static readonly string[] Grades = ["", "harmful", "poor", "usable but weak", "good", "ask it as it stands"];

    /// <summary>One question in full: what is wrong, what the other person would do, a better way.</summary>
    internal static void Print(Terminal terminal, LintedQuestion linted, string? rewrite)
    {
        var paper = new TerminalPage(terminal);
        paper.Say(Head(linted), "bold");
        if (linted.Role is { } role)
        {
            paper.Say($"to the {Respondents.Find(role)?.Name ?? role}, in a talk about {(linted.Kind == "need" ? "needs" : "data")}", "grey");
        }

        if (linted.Flaws.Count > 0)
        {
            paper.Title("What is wrong");
            paper.Terms(linted.Flaws.Take(Most).Select(flaw => (flaw.Id, $"{flaw.Why} “{Words(linted, flaw)}” ({Criteria.Flaw(flaw.Id)?.Clinician})")));
            if (linted.Flaws.Count > Most)
            {
                paper.Say($"and {string.Join(", ", linted.Flaws.Skip(Most).Select(flaw => flaw.Id))}", "grey", "  ");
            }
        }

        if (linted.Qualities.Count > 0)
        {
            paper.Title("What is right");
            paper.Say(string.Join(", ", linted.Qualities), lead: "  ");
        }

        if (linted.Score is not null)
        {
            paper.Title("Points");
            paper.Say(string.Join(", ", linted.Components.Select(component => $"{component.Key} {component.Value}")) + (linted.Ceiling < 100 ? $"; the ceiling of {linted.Ceiling} applies" : string.Empty), lead: "  ");
        }

        if (rewrite is not null)
        {
            paper.Title("A better way");
            paper.Say(rewrite, lead: "  ");
        }
    }

    /// <summary>One question of many, as editors read it: place, flaw, reason.</summary>
    internal static void Lines(Terminal terminal, string place, int column, LintedQuestion linted, string? rewrite, string? note)
    {
        terminal.Out.WriteLine($"{place}{column}: {Head(linted)}");
        foreach (var flaw in linted.Flaws.Take(Most))
        {
            terminal.Out.WriteLine($"{place}{column + flaw.From}: {flaw.Id}: {flaw.Why}");
        }

        if (note is not null)
        {
            terminal.Out.WriteLine($"{place}{column}: note: {note}");
        }

        if (rewrite is not null)
        {
            terminal.Out.WriteLine($"{place}{column}: better: {rewrite}");
        }
    }

    static string Head(LintedQuestion linted) => linted.Score is { } score
        ? $"{score} of 100, {Grades[linted.Grade ?? 0]}"
        : linted.Note ?? "not scored";

    static string Words(LintedQuestion linted, FoundFlaw flaw)
    {
        const int Shown = 60;
        var words = linted.Text[flaw.From..flaw.To].Trim();
        return words.Length <= Shown ? words : words[..Shown].TrimEnd() + "…";
    }
}
