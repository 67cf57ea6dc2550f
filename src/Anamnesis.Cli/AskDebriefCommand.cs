using System.CommandLine;
using Anamnesis.Questions.Interviews;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask debrief</c>: what came of a talk.</summary>
static class AskDebriefCommand
{
    internal static Command Of(Terminal terminal)
    {
        var file = new Argument<string>("interview.json") { Description = "what 'ask interview --out' or '--json' wrote" };
        var json = new Option<bool>("--json") { Description = "print JSON (schema anamnesis/interview/1)" };
        var command = new Verb(
            "debrief",
            "Look back at a talk: what every question did, what was found, planted and missed, and the points.",
            [("ask debrief interview.json", "after 'ask interview ef-missing --out interview.json'")],
            "The talk is replayed from its words, so the debrief follows from them alone: a score in the file is not believed.") { file, json };
        command.SetAction(parsed =>
        {
            var read = InterviewFile.Read(parsed.GetValue(file)!); // required
            var whom = InterviewScreen.Scenario(read.Clinic ?? read.Scenario, read.Clinic is null ? null : read.Role);
            InterviewScreen.Finish(terminal, read.Script.Replay(whom.Scenario, read.Seed), whom.Clinic, parsed.GetValue(json), null);
            return ExitCode.Done;
        });
        return command;
    }
}
