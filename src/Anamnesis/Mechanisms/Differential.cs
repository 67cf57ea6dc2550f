using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms;

/// <summary>Ranks the mechanisms that may explain a finding by their signs.</summary>
/// <remarks>Prior times likelihood ratios: 0.8 for all mechanisms together, in equal parts, 0.2 for something else. Ratios were counted on simulated clinics
/// (<see cref="Weights"/>); what was not counted has its default: signs that multiply by 10, 3 or 1/5 (see <see cref="Sign.Ratio"/>).</remarks>
public static class Differential
{
    /// <summary>The candidate that stands for every cause not in the catalogue.</summary>
    public const string SomethingElse = "something-else";

    /// <summary>Prior probability of something else.</summary>
    public const double SomethingElsePrior = 0.2;

    /// <summary>The candidates with their signs, most probable first, summing to 1.</summary>
    public static IReadOnlyList<Candidate> Rank(Case @case, IReadOnlyList<IMechanism> mechanisms) => Rank(@case, mechanisms, Weights.Counted);

    /// <summary>The same with the weights of a table.</summary>
    internal static IReadOnlyList<Candidate> Rank(Case @case, IReadOnlyList<IMechanism> mechanisms, Weights weights)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(mechanisms);
        var kind = @case.Finding.Kind;
        var explaining = mechanisms.Where(mechanism => mechanism.Explains.Contains(kind)).ToList();
        var candidates = explaining
            .Select(mechanism => Weighed(mechanism.Id, mechanism.Signs(@case), (1 - SomethingElsePrior) / explaining.Count, weights))
            .Append(new Candidate(SomethingElse, SomethingElsePrior, Verdict.Unclear, [], null))
            .ToList();
        var total = candidates.Sum(candidate => candidate.Probability);
        return [.. candidates.Select(candidate => candidate with { Probability = candidate.Probability / total })
            .OrderByDescending(candidate => candidate.Probability).ThenBy(candidate => candidate.Mechanism == SomethingElse).ThenBy(candidate => candidate.Mechanism, StringComparer.Ordinal)];
    }

    /// <summary>A mechanism that no sign speaks about, with a probability given from outside.</summary>
    public static Candidate Unmeasured(string mechanism, double probability) =>
        new(mechanism, probability, VerdictOf(mechanism), [], Pages.Find(mechanism)?.Settles);

    static Candidate Weighed(string mechanism, IReadOnlyList<Sign> signs, double prior, Weights weights)
    {
        var weighed = signs.Select(sign => sign.With(mechanism, weights)).ToList();
        var silence = IsSilent(signs) ? weights.SilenceOf(mechanism) : 1;
        return new Candidate(mechanism, weighed.Aggregate(prior * silence, (odds, sign) => odds * sign.Ratio), VerdictOf(mechanism), weighed, Pages.Find(mechanism)?.Settles);
    }

    /// <summary>Not one sign speaks for it.</summary>
    internal static bool IsSilent(IReadOnlyList<Sign> signs) => !signs.Any(sign => sign.Fires && sign.Strength != Strength.Against);

    static Verdict VerdictOf(string mechanism) => Pages.Find(mechanism)?.Verdict switch
    {
        "reality" => Verdict.Reality,
        "artefact" => Verdict.Artefact,
        "error" => Verdict.Error,
        "deid" => Verdict.Deid,
        _ => Verdict.Unclear,
    };
}
