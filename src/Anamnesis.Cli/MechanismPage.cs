using Anamnesis.Knowledge;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary>The page of a mechanism in the terminal.</summary>
static class MechanismPage
{
    internal static void Print(Terminal terminal, Page page)
    {
        var paper = new TerminalPage(terminal);
        paper.Say(page.Name, "bold");
        paper.Say($"{page.Id}, a mechanism of {page.Family}. {Words.Advice(Verdict(page))}", "grey");
        foreach (var (title, text) in page.Sections)
        {
            paper.Title(title);
            paper.Say(text, lead: "  ");
        }

        paper.Title("Mistaken for");
        paper.Terms(page.Rivals.Select(rival => (rival.Id, rival.TellsApart)));
        paper.Title($"Ask the {Respondents.Find(page.Respondent)?.Name ?? page.Respondent}");
        paper.Say(page.Question.Replace("{what}", "…", StringComparison.Ordinal), lead: "  ");
        paper.Title("What would settle it");
        paper.Say(page.Settles, lead: "  ");
    }

    static Mechanisms.Verdict Verdict(Page page) => Enum.Parse<Mechanisms.Verdict>(page.Verdict, ignoreCase: true);
}
