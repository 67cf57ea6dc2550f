using Anamnesis.Knowledge;
using Anamnesis.Simulation.Styles;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>One mechanism alone in clinics, stronger from rung to rung, and where a finding shows it first.</summary>
/// <param name="Mechanism">Its id.</param>
/// <param name="Site">The only site at which it acts, or null for all.</param>
/// <param name="Rungs">Each strength with the number of its clinics in which a finding shows it, weakest first.</param>
/// <param name="Clinics">At each strength.</param>
sealed record Ladder(string Mechanism, string? Site, IReadOnlyList<(double Severity, int Found)> Rungs, int Clinics)
{
    internal static readonly IReadOnlyList<double> Strengths = [0.15, 0.3, 0.45, 0.6, 0.8, 1];

    /// <summary>The weakest strength from which on every clinic shows it; null when none does.</summary>
    internal double? From => Rungs.Reverse().TakeWhile(rung => rung.Found == Clinics).Select(rung => (double?)rung.Severity).LastOrDefault();

    /// <summary>Climbs until all clinics of two strengths in a row show it.</summary>
    internal static Ladder Of(string mechanism, string? site, TrialSize size, CancellationToken cancellation)
    {
        var rungs = new List<(double Severity, int Found)>();
        foreach (var severity in Strengths)
        {
            if (rungs is not [.., (_, var last), (_, var before)] || last < size.Clinics || before < size.Clinics)
            {
                rungs.Add((severity, Enumerable.Range(0, size.Clinics).Count(number => Shows(mechanism, severity, site, size, number, cancellation))));
            }
        }

        return new Ladder(mechanism, site, rungs, size.Clinics);
    }

    static bool Shows(string mechanism, double severity, string? site, TrialSize size, int number, CancellationToken cancellation)
    {
        var plan = new ClinicPlan(2 * (size.Seed + number), size.Patients, [])
        {
            FirstYear = size.FirstYear,
            LastYear = size.LastYear,
            Wide = true,
            Style = NamingStyle.Polish,
            Process = [new Distortion(mechanism, severity) { Site = site }],
        };
        return TrialRun.Of(new Trial(number + 1, plan), Weights.Counted, cancellation).Findings.Any(finding => finding.Truth.Contains(mechanism));
    }
}
