using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms;

/// <summary>Ranks the mechanisms that may explain a finding by their signs.</summary>
/// <remarks>Prior times likelihood ratios: equal priors of 0.8 in all, 0.2 for something else; signs multiply by 10, 3 or 1/5 (see <see cref="Sign.Ratio"/>).
/// These weights are defaults until they are calibrated on simulated clinics.</remarks>
public static class Differential
{
    /// <summary>The candidate that stands for every cause not in the catalogue.</summary>
    public const string SomethingElse = "something-else";

    /// <summary>Prior probability of something else.</summary>
    public const double SomethingElsePrior = 0.2;

    /// <summary>The candidates with their signs, most probable first, summing to 1.</summary>
    public static IReadOnlyList<Candidate> Rank(Case @case, IReadOnlyList<IMechanism> mechanisms)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(mechanisms);
        var explaining = mechanisms.Where(mechanism => mechanism.Explains.Contains(@case.Finding.Kind)).ToList();
        var candidates = explaining
            .Select(mechanism => Weighed(mechanism.Id, mechanism.Signs(@case), (1 - SomethingElsePrior) / explaining.Count))
            .Append(new Candidate(SomethingElse, SomethingElsePrior, Verdict.Unclear, [], null))
            .ToList();
        var total = candidates.Sum(candidate => candidate.Probability);
        return [.. candidates.Select(candidate => candidate with { Probability = candidate.Probability / total })
            .OrderByDescending(candidate => candidate.Probability).ThenBy(candidate => candidate.Mechanism == SomethingElse).ThenBy(candidate => candidate.Mechanism, StringComparer.Ordinal)];
    }

    /// <summary>A mechanism that no sign speaks about, with a probability given from outside.</summary>
    public static Candidate Unmeasured(string mechanism, double probability) =>
        new(mechanism, probability, VerdictOf(mechanism), [], Pages.Find(mechanism)?.Settles);

    static Candidate Weighed(string mechanism, IReadOnlyList<Sign> signs, double prior) => new(
        mechanism,
        signs.Aggregate(prior, (odds, sign) => odds * sign.Ratio),
        VerdictOf(mechanism),
        signs,
        Pages.Find(mechanism)?.Settles);

    static Verdict VerdictOf(string mechanism) => Pages.Find(mechanism)?.Verdict switch
    {
        "reality" => Verdict.Reality,
        "artefact" => Verdict.Artefact,
        "error" => Verdict.Error,
        "deid" => Verdict.Deid,
        _ => Verdict.Unclear,
    };
}
