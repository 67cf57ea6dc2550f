using System.CommandLine;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis levers</c>: what can be changed in the work of the simulated clinic.</summary>
static class LeversCommand
{
    internal static Command Of(Terminal terminal)
    {
        var command = new Verb(
            "levers",
            "What can be changed in the work of the simulated clinic, as Markdown (docs/levers.md).",
            [("levers", "all of them, with the form of clinic.yaml"), ("simulate --process clinic.yaml --out clinic", "a clinic with levers moved")],
            "A lever is a cause, such as tablets at the bedside or an interface outage; mechanisms follow from it.");
        command.SetAction(_ =>
        {
            terminal.Out.Write(LeverPage.Text());
            return ExitCode.Done;
        });
        return command;
    }
}
