using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Values that no living adult or instrument can show, or negatives of a quantity that has none.</summary>
sealed class ImpossibleValue : IFindingKind
{
    static readonly HashSet<string> Percent = ["pct", "percent", "percentage", "%", "prozent", "procent"];
    const double MostRunning = 0.005; // of the values beyond a limit without a gap
    const double LeastGap = 0.15; // of the outermost possible value
    const double MostPercent = 0.05; // more values above 100 are no percentages

    public string Id => "impossible-value";

    public string Title => "Impossible values";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            var whole = Measured.WholeColumns(table).Where(Signs.ByName).ToList();
            foreach (var variable in Measured.In(table).Where(variable => !whole.Any(column => column.Variable.Column.Name == variable.Variable.Column.Name)).Concat(whole))
            {
                if (Outside(variable) is var (low, high, why) && Apart(variable, low, high) is var (count, codes) && count > 0 && !TwoHumps.Accounts(variable, low, high))
                {
                    var condition = Condition(variable, low, high, codes);
                    var all = variable.Count(dataset, condition, count);
                    yield return Draft.Of(Id, variable, $"{Words.Lie(all, variable.Variable.Label)} {why}", all, condition) with { Weight = 0.9, Estimated = false };
                }
            }
        }
    }

    /// <summary>What lies outside: the limits and why they are limits.</summary>
    static (double Low, double High, string Why)? Outside(VariableProfile variable)
    {
        if (Limits.Of(variable) is { } limits)
        {
            var hard = Standing(variable.Numbers, limits.Hard);
            return (hard.Low, hard.High, $"outside {hard.Low:0.###} to {hard.High:0.###}, what a living adult or the instrument can show");
        }

        if (Words.Any(variable.Variable.Label, Percent) && variable.Numbers.CountWithin(100.0001, double.PositiveInfinity) is > 0 and var above && above <= MostPercent * variable.Numbers.Total)
        {
            return (0, 100, "outside 0 to 100, though they are percentages");
        }

        if (Signs.ByName(variable))
        {
            return (0, double.PositiveInfinity, "below zero, which this quantity cannot be");
        }

        return Signs.PilesAtZero(variable) ? (0, double.PositiveInfinity, "below zero, in a column that otherwise begins at zero") : null;
    }

    /// <summary>The limits without those that the column runs through: many values beyond and no gap are a population, such as children.</summary>
    static (double Low, double High) Standing(Frequencies numbers, (double Low, double High) hard)
    {
        var few = Math.Max(3, MostRunning * numbers.Total);
        var below = numbers.Where(value => value < hard.Low && value != 0);
        var above = numbers.Where(value => value > hard.High);
        var inside = numbers.Where(value => value >= hard.Low && value <= hard.High);
        return (
            below.Total > few && below.Max > inside.Min - (LeastGap * Math.Abs(inside.Min)) ? double.NegativeInfinity : hard.Low,
            above.Total > few && above.Min < inside.Max + (LeastGap * Math.Abs(inside.Max)) ? double.PositiveInfinity : hard.High);
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
        List<Sql> sides = [];
        if (double.IsFinite(low))
        {
            sides.Add($"{value} < {low}");
        }

        if (double.IsFinite(high))
        {
            sides.Add($"{value} > {high}");
        }

        Sql beyond = $"({Sql.Join(" OR ", sides)})";
        return codes.Count == 0 ? beyond : $"{beyond} AND {value} NOT IN ({Sql.Join(", ", codes.Select(code => (Sql)$"{code}"))})";
    }
}
