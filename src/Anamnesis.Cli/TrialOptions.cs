using System.CommandLine;
using Anamnesis.Simulation;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Cli;

/// <summary>The options of commands that simulate and examine many clinics.</summary>
sealed class TrialOptions(string clinics, string patients)
{
    readonly Option<string> _clinics = new("--clinics") { HelpName = "number", Description = "how many; one in eight has nothing distorted", DefaultValueFactory = _ => clinics };
    readonly Option<string> _patients = new("--patients") { HelpName = "number", Description = "of each clinic", DefaultValueFactory = _ => patients };
    readonly Option<string> _years = new("--years") { HelpName = "first-last", Description = "of each record", DefaultValueFactory = _ => "2016-2023" };
    readonly Option<string> _seed = new("--seed") { HelpName = "number", Description = "of the series of clinics", DefaultValueFactory = _ => "1" };
    readonly Option<string> _jobs = new("--jobs") { HelpName = "number", Description = "clinics at a time", DefaultValueFactory = _ => "2" };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_clinics, _patients, _years, _seed, _jobs])
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="AnamnesisException">A number out of range, or years that are none.</exception>
    internal TrialSize Size(ParseResult parsed)
    {
        var (first, last) = ClinicPlan.Years(parsed.GetValue(_years)!); // all have defaults
        return new TrialSize(
            ClinicPlan.Whole("seed", parsed.GetValue(_seed)!, 0, int.MaxValue),
            ClinicPlan.Whole("clinics", parsed.GetValue(_clinics)!, 1, 100_000),
            ClinicPlan.Whole("patients", parsed.GetValue(_patients)!, 1, ClinicPlan.MostPatients),
            first,
            last);
    }

    internal int Jobs(ParseResult parsed) => ClinicPlan.Whole("jobs", parsed.GetValue(_jobs)!, 1, 64);
}
