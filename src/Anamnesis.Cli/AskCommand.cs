using System.CommandLine;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask</c>: asking the people behind the data. One file a verb below it.</summary>
static class AskCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation) => new Verb(
        "ask",
        "Ask the people behind the data, well: check how a question is put, write a page for each person, practise.",
        [
            ("ask lint \"Why do nurses never fill in the weight?\" --to \"ward nurse\"", "what is wrong with a question, and a better way"),
            ("ask sheet ./extract --to cardiologist --html sheet.html", "from an examination, a page of questions for one person"),
            ("ask interview ef-missing", "talk to a simulated person"),
        ],
        "A clinician answers the question that was asked, from memory, in the minute available: the way of asking decides whether you hear the rule, the courtesy or the mechanism.")
    {
        AskLintCommand.Of(terminal), AskTrainCommand.Of(terminal), AskSheetCommand.Of(terminal, cancellation),
        AskInterviewCommand.Of(terminal, cancellation),
        AskDebriefCommand.Of(terminal),
    };
}
