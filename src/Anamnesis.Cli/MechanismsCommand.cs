using System.CommandLine;
using Anamnesis.Knowledge;
using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis mechanisms</c>: the catalogue, readable in the terminal.</summary>
static class MechanismsCommand
{
    internal static Command Of(Terminal terminal)
    {
        var id = new Argument<string?>("id") { Description = "one mechanism, e.g. unit-mixture", Arity = ArgumentArity.ZeroOrOne };
        id.CompletionSources.Add(_ => Pages.All.Select(page => new System.CommandLine.Completions.CompletionItem(page.Id)));
        var command = new Command("mechanisms", "Why data are as they are: the catalogue of mechanisms, or the page of one") { id };
        command.SetAction(parsed => Show(parsed.GetValue(id), terminal));
        return command;
    }

    static int Show(string? id, Terminal terminal)
    {
        var console = terminal.Console();
        if (id is not null)
        {
            MechanismPage.Print(console, Pages.Find(id) ?? throw new AnamnesisException(
                $"There is no mechanism '{id}'. Nearest: {string.Join(", ", Nearest.To(id, Pages.All.Select(page => page.Id)))}. 'anamnesis mechanisms' lists all."));
            return ExitCode.Done;
        }

        foreach (var family in Pages.All.GroupBy(page => page.Family))
        {
            console.MarkupLineInterpolated($"[bold]{family.Key}[/]");
            foreach (var page in family)
            {
                console.MarkupLineInterpolated($"  [blue]{page.Id,-34}[/] {page.Name}");
            }
        }

        console.MarkupLineInterpolated($"[grey]{Pages.All.Count} mechanisms. 'anamnesis mechanisms <id>' shows the page of one.[/]");
        return ExitCode.Done;
    }
}
