using Anamnesis.Knowledge;
using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary>The page of a mechanism in the terminal.</summary>
static class MechanismPage
{
    internal static void Print(IAnsiConsole console, Page page)
    {
        console.MarkupLineInterpolated($"[bold]{page.Name}[/]  [grey]{page.Id} · {page.Family} · verdict: {page.Verdict}[/]");
        foreach (var (title, text) in page.Sections)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{title}[/]");
            console.WriteLine(text.Trim());
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Mistaken for[/]");
        foreach (var rival in page.Rivals)
        {
            console.MarkupLineInterpolated($"  [blue]{rival.Id}[/]: {rival.TellsApart}");
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Ask[/] ({page.Respondent}): {page.Question}");
        console.MarkupLineInterpolated($"[bold]What would settle it[/]: {page.Settles}");
    }
}
