using System.CommandLine;
using Anamnesis.Knowledge;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis mechanisms</c>: the catalogue, readable in the terminal.</summary>
static class MechanismsCommand
{
    internal static Command Of(Terminal terminal)
    {
        var id = new Argument<string?>("id") { Description = "one of them, e.g. unit-mixture; all when left out", Arity = ArgumentArity.ZeroOrOne };
        id.CompletionSources.Add(_ => Pages.All.Select(page => new System.CommandLine.Completions.CompletionItem(page.Id)));
        var command = new Verb(
            "mechanisms",
            "Why data are as they are: the catalogue of mechanisms, or the page of one.",
            [("mechanisms", "all of them, by family"), ("mechanisms unit-mixture", "one page: story, example, handling, whom to ask, what it is mistaken for")],
            "A mechanism is a step of care or documentation that makes the record differ from the patient.") { id };
        command.SetAction(parsed => Show(parsed.GetValue(id), terminal));
        return command;
    }

    static int Show(string? id, Terminal terminal)
    {
        if (id is not null)
        {
            MechanismPage.Print(terminal, Pages.Find(id) ?? throw new AnamnesisException(
                $"There is no mechanism '{id}'. Nearest: {string.Join(", ", Nearest.To(id, Pages.All.Select(page => page.Id)))}. 'anamnesis mechanisms' lists all."));
            return ExitCode.Done;
        }

        var paper = new TerminalPage(terminal);
        paper.Say($"{Pages.All.Count} mechanisms: steps of care or documentation that make the record differ from the patient. 'anamnesis mechanisms <id>' shows the page of one.");
        foreach (var family in Pages.All.GroupBy(page => page.Family))
        {
            paper.Title(family.Key);
            paper.Terms(family.Select(page => (page.Id, page.Name)));
        }

        return ExitCode.Done;
    }
}
