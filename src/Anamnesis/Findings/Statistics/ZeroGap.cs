using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>Zeros that are no low values: many of them, and between them and the least value a gap far wider than the steps of the values beyond it.</summary>
static class ZeroGap
{
    const double LeastShare = 0.03; // zeros of all values
    const long Least = 10;
    const int Lowest = 10; // distinct values beyond the gap whose steps are looked at
    const double Steps = 5; // steps that the gap is wide
    const double OfMiddle = 0.08; // of the median of the rest

    const double HalfGap = 0.4; // of the least value, which counts as the same gap
    const long FewestLowest = 5;

    const int Computed = 4; // decimals of a number that was calculated rather than measured

    // things of which one may well have none
    static readonly string[] MayBeNone =
    [
        "cost", "charge", "price", "amount", "payment", "income", "expens", "fee", "dose", "dosis", "dawka", "cig", "alcohol", "alkohol", "smok", "rauch", "drink", "pack", "score", "change", "diff", "loss", "distance", "steps", "minutes",
        "hours", "time", "years", "quantity", "supply", "output", "units", "activity", "exercise", "calories", "weeks", "months",
    ];

    internal static bool Is(VariableProfile variable, long zeros, Frequencies rest)
    {
        if (zeros < Least || zeros < LeastShare * variable.Numbers.Total || rest.Min < OfMiddle * rest.Quantile(0.5) || Grid.Usual(rest) >= Computed || NameTokens.Of(variable.Variable.Label).Contains(MayBeNone))
        {
            return false;
        }

        var steps = rest.Values.Zip(rest.Values.Skip(1), (from, to) => to - from).Take(Lowest).Order().ToList();
        return steps.Count == Lowest && rest.Min >= Steps * steps[Lowest / 2] && !IsLattice(rest);
    }

    /// <summary>The gap comes again beyond the lowest values: shares of so many parts, of which none is one like any other.</summary>
    static bool IsLattice(Frequencies rest)
    {
        var low = rest.Values.Where(value => value <= 1.5 * rest.Min).ToList(); // ascending
        return rest.Values.FirstOrDefault(value => value > 1.5 * rest.Min) is var next && next > 0 && next - low[^1] >= HalfGap * rest.Min && low.Sum(rest.CountOf) >= FewestLowest;
    }
}
