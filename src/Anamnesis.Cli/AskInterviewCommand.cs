using System.CommandLine;
using Anamnesis.Questions.Interviews;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask interview</c>: a talk with a simulated person.</summary>
static class AskInterviewCommand
{
    static readonly (string Line, string Says)[] Examples =
    [
        ("ask interview", "who can be asked, about what"),
        ("ask interview ef-missing", "talk to a cardiologist about empty fields"),
        ("ask interview ef-missing --script turns.txt", "replay a conversation: one turn a line, 'note: …' for what you conclude"),
        ("ask interview ef-missing --choose", "for beginners: a few ways to go on, one of them good"),
        ("ask interview ef-missing --model llama3.2", "a model of your own Ollama says the replies in other words"),
        ("ask interview clinic --role nurse", "ask the nurse of a clinic that simulate wrote: what she says is true of its data"),
    ];

    static readonly string[] Notes =
    [
        "The way of asking decides what you hear: an open question about a real case brings how it works, a yes-or-no question a yes or a no, a leading one your own idea back, and one that looks for fault a closed door. What you take up from an answer opens what lies below it.",
        "Begin with who you are, why you ask and how long it takes. Say back what you understood. Ask what you forgot, and who else knows.",
        "No chance and, unless you name one, no model: the same words get the same answers, and nothing leaves this machine. docs/asking.md tells the rules and the points.",
    ];

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var scenario = new Argument<string?>("scenario") { Description = "an id, a scenario file, or the folder of a simulated clinic; all are listed when left out", Arity = ArgumentArity.ZeroOrOne };
        var role = new Option<string?>("--role") { HelpName = "role", Description = "of a clinic: whom to ask, e.g. nurse" };
        var script = new Option<string?>("--script") { HelpName = "file", Description = "replay this conversation instead of typing" };
        var json = new Option<bool>("--json") { Description = "print the debrief as JSON (schema anamnesis/interview/1); the list as JSON without a scenario" };
        var output = new Option<string?>("--out") { HelpName = "file", Description = "write the interview with its debrief, for 'ask debrief'" };
        var choose = new Option<bool>("--choose") { Description = "for beginners: choose each time among a few ways to go on, one of them good" };
        var model = new Option<string?>("--model") { HelpName = "name", Description = "let this language model say replies in a livelier voice; off unless named, and no fact and no point depends on it" };
        var server = new Option<string>("--model-server") { HelpName = "address", Description = "where the model is, a server that speaks as Ollama does", DefaultValueFactory = _ => ModelServer.Usual };
        var seed = new Option<int>("--seed") { HelpName = "number", Description = "which of several phrases is said", DefaultValueFactory = _ => 1 };
        var command = new Verb("interview", "Practise: talk to a simulated person, and see what you found, what you planted and what you missed.", Examples, Notes) { scenario, role, script, choose, json, output, model, server, seed };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(scenario) is not { } asked)
            {
                InterviewList.Print(terminal, parsed.GetValue(json));
                return ExitCode.Done;
            }

            var whom = InterviewScreen.Scenario(asked, parsed.GetValue(role));
            if (parsed.GetValue(output) is { } path)
            {
                Output.Prepare(path);
            }

            var door = ModelServer.Open(parsed.GetValue(model), parsed.GetValue(server)!, terminal, cancellation); // has a default
            var debrief = parsed.GetValue(script) is { } file ? Script.Read(file).Replay(whom.Scenario, parsed.GetValue(seed), door)
                : new InterviewScreen(terminal).Talk(new Interview(whom.Scenario, parsed.GetValue(seed), door), parsed.GetValue(choose), cancellation);
            InterviewScreen.Finish(terminal, debrief, whom.Clinic, parsed.GetValue(json), parsed.GetValue(output));
            return ExitCode.Done;
        });
        return command;
    }
}
