using System.Text.Json;
using System.Text.Json.Nodes;
using Anamnesis.Questions.Interviews;

namespace Anamnesis.Cli;

/// <summary>The people who can be asked.</summary>
static class InterviewList
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Print(Terminal terminal, bool json)
    {
        if (json)
        {
            terminal.Out.WriteLine(new JsonArray([.. Scenarios.All.Select(scenario => (JsonNode)new JsonObject
            {
                ["id"] = scenario.Id, ["title"] = scenario.Title, ["kind"] = scenario.Kind, ["track"] = scenario.Track, ["role"] = scenario.Persona.Role, ["minutes"] = scenario.Persona.Minutes,
            })]).ToJsonString(Indented));
            return;
        }

        var page = new TerminalPage(terminal);
        page.Title("Questions about data");
        page.Terms(Scenarios.All.Where(scenario => scenario.Kind == "data").Select(Row));
        page.Title("Questions about needs");
        page.Terms(Scenarios.All.Where(scenario => scenario.Kind == "need").Select(Row));
        page.Blank();
        page.Say("'anamnesis ask interview <id>' begins a talk. A clinic that simulate wrote can be asked, too: 'anamnesis ask interview <folder> --role nurse'.");
    }

    static (string Term, string Says) Row(Scenario scenario) => (scenario.Id, $"{scenario.Title} ({scenario.Role}{(scenario.Track is null ? string.Empty : $"; {scenario.Track}")})");
}
