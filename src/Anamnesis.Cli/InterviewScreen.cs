using Anamnesis.Questions.Interviews;
using Anamnesis.Simulation.Interviews;

namespace Anamnesis.Cli;

/// <summary>A talk in the terminal.</summary>
sealed class InterviewScreen(Terminal terminal)
{
    readonly TerminalPage _page = new(terminal);

    /// <summary>Who is asked: a scenario, or somebody of a simulated clinic.</summary>
    internal static (Scenario Scenario, string? Clinic) Scenario(string asked, string? role)
    {
        var clinic = Directory.Exists(asked) ? asked : null;
        return clinic is not null ? (ClinicScenario.Of(clinic, Roles.Understood(role ?? "ward-nurse")), clinic)
            : role is null ? (Scenarios.Find(asked), clinic)
            : throw new AnamnesisException($"--role is of a simulated clinic, and '{asked}' is no folder. A scenario has one person; 'anamnesis ask interview' lists all.");
    }

    internal static void Finish(Terminal terminal, Debrief debrief, string? clinic, bool json, string? path)
    {
        var text = json || path is not null ? InterviewFile.Text(debrief, clinic) : string.Empty;
        if (path is not null)
        {
            Output.Write(path, text + "\n");
        }

        if (json)
        {
            terminal.Out.WriteLine(text);
        }
        else
        {
            DebriefScreen.Print(terminal, debrief);
        }
    }

    internal Debrief Talk(Interview talk, bool choose, CancellationToken cancellation)
    {
        Introduce(talk.Scenario);
        while (!talk.IsOver && Next(talk, choose, cancellation) is { } said && said is not ("/end" or "/quit"))
        {
            if (said.StartsWith('/'))
            {
                Help(said, talk);
            }
            else if (said.Length > 0 && talk.Ask(said) is { } turn)
            {
                _page.Say(turn.Spoken ?? turn.Reply, "default", $"{talk.Scenario.Persona.Name}: ");
                _page.Say($"{Math.Max(0, turn.Minutes):0.#} minutes left", "grey");
            }
        }

        return Debrief.Of(talk, talk.Turns.Count == 0 ? [] : Conclude(cancellation));
    }

    /// <summary>What is said next: typed, or one of a few ways by its number.</summary>
    string? Next(Interview talk, bool choose, CancellationToken cancellation)
    {
        if (!choose)
        {
            return Line("you> ", cancellation);
        }

        var choices = Choices.Of(talk);
        foreach (var (place, choice) in choices.Index())
        {
            _page.Say(choice, "default", $"  {place + 1}. ");
        }

        var said = Line("number, or your own words> ", cancellation);
        if (!int.TryParse(said, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var chosen) || chosen < 1 || chosen > choices.Count)
        {
            return said;
        }

        _page.Say(choices[chosen - 1], "bold", "you: ");
        return choices[chosen - 1];
    }

    void Introduce(Scenario scenario)
    {
        _page.Title(scenario.Title);
        _page.Say(scenario.Brief);
        _page.Say($"{scenario.Persona.Name}, {scenario.Role}: {scenario.Persona.About}");
        Table(scenario);
        _page.Say("Type what you would say. /table shows what lies on the table again, /end ends the talk, /help helps.", "grey");
        _page.Blank();
    }

    void Table(Scenario scenario)
    {
        if (scenario.Shown.Count > 0)
        {
            _page.Say("On the table, to point at:");
            foreach (var sheet in scenario.Shown)
            {
                _page.Say(sheet, "default", "  - ");
            }
        }
    }

    void Help(string said, Interview talk)
    {
        if (said == "/table")
        {
            Table(talk.Scenario);
            return;
        }

        _page.Say(said == "/help" ? "Say who you are, why you ask and how long it takes. Point at something on the table. Ask about the last case: how did it go? Take up what is new in the answer. Ask where it is different. Say it back: what have I got wrong? Ask who else knows. /table, /end."
            : $"'{said}' is no command. There are /table, /end and /help; anything else is said to {talk.Scenario.Persona.Name}.", "grey");
    }

    List<string> Conclude(CancellationToken cancellation)
    {
        _page.Blank();
        _page.Say("In your own words: what did you find? One finding a line, an empty line ends.");
        List<string> notes = [];
        while (Line("note> ", cancellation) is { Length: > 0 } note)
        {
            notes.Add(note);
        }

        return notes;
    }

    string? Line(string prompt, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        terminal.Out.Write(prompt);
        terminal.Out.Flush();
        return terminal.In.ReadLine()?.Trim();
    }
}
