using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Values that no living adult or instrument can show, or negatives of a quantity that has none.</summary>
sealed class ImpossibleValue : IFindingKind
{
    static readonly HashSet<string> Percent = ["pct", "percent", "percentage", "%", "prozent", "procent"];
    const double MostPercent = 0.05; // more values above 100 are no percentages

    public string Id => "impossible-value";

    public string Title => "Impossible values";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var (_, variable) in Measured.Of(profile))
        {
            if (Outside(variable) is var (low, high, why) && Apart(variable, low, high) is var (count, codes) && count > 0)
            {
                var scaled = variable.Scaled(count);
                yield return Draft.Of(Id, variable, $"{scaled:N0} values of {variable.Variable.Label} {why}.", scaled, Condition(variable, low, high, codes))
                    with
                { Weight = 0.9 };
            }
        }
    }

    /// <summary>What lies outside: the limits and why they are limits.</summary>
    static (double Low, double High, string Why)? Outside(VariableProfile variable)
    {
        var hard = Limits.Of(variable) is { } limits ? limits.Hard : (Low: double.NegativeInfinity, High: double.PositiveInfinity);
        if (double.IsFinite(hard.High))
        {
            return (hard.Low, hard.High, $"lie outside {hard.Low:0.###} to {hard.High:0.###}, what a living adult or the instrument can show");
        }

        if (Words.Any(variable.Variable.Label, Percent) && variable.Numbers.CountWithin(100.0001, double.PositiveInfinity) is > 0 and var above && above <= MostPercent * variable.Numbers.Total)
        {
            return (0, 100, "are percentages outside 0 to 100");
        }

        if (Signs.ByName(variable))
        {
            return (0, double.PositiveInfinity, "are negative, which this quantity cannot be");
        }

        return Signs.PilesAtZero(variable) ? (0, double.PositiveInfinity, "are negative, in a column that otherwise begins at zero") : null;
    }

    /// <summary>How many lie outside, without those codes for a missing value that another kind of finding looks after.</summary>
    static (long Count, IReadOnlyList<double> Codes) Apart(VariableProfile variable, double low, double high)
    {
        var outside = variable.Numbers.Where(value => value < low || value > high);
        var real = outside.Where(value => !Codes.MayMeanNothing(value));
        if (real.Total == 0)
        {
            return (0, []);
        }

        var codes = outside.Values.Where(value => Codes.MayMeanNothing(value) && Math.Abs(value) is 0 or >= 9).ToList();
        return (outside.Total - codes.Sum(outside.CountOf), codes);
    }

    static Sql Condition(VariableProfile variable, double low, double high, IReadOnlyList<double> codes)
    {
        var value = variable.Variable.Value;
        var beyond = double.IsInfinity(high) ? $"{value} < {low}" : (Sql)$"({value} < {low} OR {value} > {high})";
        return codes.Count == 0 ? beyond : $"{beyond} AND {value} NOT IN ({Sql.Join(", ", codes.Select(code => (Sql)$"{code}"))})";
    }
}
