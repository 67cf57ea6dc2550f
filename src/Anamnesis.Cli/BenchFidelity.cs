using System.CommandLine;
using Anamnesis.Simulation;
using Anamnesis.Simulation.Fidelity;
using Anamnesis.Simulation.Levers;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench fidelity</c>: the simulated clinic against published figures.</summary>
static class BenchFidelity
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var patients = new Option<string>("--patients") { HelpName = "number", Description = "how many people", DefaultValueFactory = _ => "10000" };
        var seed = new Option<string>("--seed") { HelpName = "number", Description = "of the clinic", DefaultValueFactory = _ => "1" };
        var command = new Verb(
            "fidelity",
            "Hold the simulated clinic against published figures, as Markdown (docs/fidelity.md).",
            [("bench fidelity > docs/fidelity.md", "write the card anew")],
            "Only figures with a published source are compared; defaults of the simulator are not.") { patients, seed };
        command.SetAction(parsed =>
        {
            var plan = ClinicPlan.Read(parsed.GetValue(patients)!, "2016-2023", parsed.GetValue(seed)!); // have defaults
            using var clinic = Clinic.Open(plan with { Levers = ClinicProcess.Usual }, cancellation);
            terminal.Out.Write(FidelityCard.Text(clinic));
            return ExitCode.Done;
        });
        return command;
    }
}
