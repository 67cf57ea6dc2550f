using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One column holds two distributions of the same form, a factor apart, or a unit column that says so.</summary>
sealed class TwoHumps : IFindingKind
{
    const double Aligned = 0.15; // Kolmogorov-Smirnov distance after conversion
    const double LeastRatio = 1.3; // between the medians of two units
    const long LeastOfUnit = 5;

    public string Id => "two-humps";

    public string Title => "Two humps in one column";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var (table, variable) in Measured.Of(profile))
        {
            if ((ByUnit(table, variable) ?? ByValue(variable)) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>The two humps of a variable when they are worth a line: a known factor apart, or of one form and far apart.</summary>
    internal static (Split Split, (string Name, double Factor)? Factor)? Seen(VariableProfile variable)
    {
        if (Humps.Of(variable.Numbers) is not { } split)
        {
            return null;
        }

        var known = KnownOf(variable, split);
        var factor = Factors.Match(known, split.Ratio, split.Tolerance);
        var chance = 1.2 * Math.Sqrt((1.0 / split.Lower.Total) + (1.0 / split.Upper.Total));
        var whose = known is not null && (factor is not null || Fahrenheit(known, split))
            ? split.Distance(split.Ratio) < Math.Max(0.25, chance)
            : split.Depth > 0.7 && split.Ratio > 1.8 && split.Fewer.Total >= 50 && split.Fewer.Values.Count >= 10 && split.Distance(split.Ratio) < Aligned;
        return whose ? (split, factor) : null;
    }

    /// <summary>The clinical variable by name; where two units made its values fit badly, it counts when the larger hump fits in one of its units.</summary>
    internal static KnownVariable? KnownOf(VariableProfile variable, Split split)
    {
        if (variable.Variable.Known is not { } id || Variables.Find(id) is not { } known)
        {
            return null;
        }

        var middle = (split.UpperIsFewer ? split.Lower : split.Upper).Quantile(0.5);
        bool Fits(double value) => value >= 0.7 * known.Usual.Low && value <= 1.2 * known.Usual.High;
        return variable.Variable.KnownConfidence >= 0.5 || Fits(middle) || known.Factors.Keys.Any(unit => known.Conversion(unit) is { } convert && Fits(convert(middle))) ? known : null;
    }

    /// <summary>True when values beyond the limits belong to a second hump, which is a finding of its own.</summary>
    internal static bool Accounts(VariableProfile variable, double low, double high) =>
        Seen(variable) is var (split, _) && (split.UpperIsFewer ? split.Lower : split.Upper) is var most && most.Min >= low && most.Max <= high;

    /// <summary>True when the upper hump of a temperature is the lower one in degrees Fahrenheit.</summary>
    internal static bool Fahrenheit(KnownVariable known, Split split) =>
        known.Id == "temperature" && split.Distance(value => (value - 32) / 1.8) < 0.2;

    static Finding? ByValue(VariableProfile variable)
    {
        if (Seen(variable) is not var (split, factor))
        {
            return null;
        }

        var value = variable.Variable.Value;
        var count = variable.Scaled(split.Fewer.Total);
        var units = factor is { } match ? $", which is the factor between {match.Name}" : string.Empty;
        return Draft.Of(
            "two-humps",
            variable,
            $"{variable.Variable.Label} has two humps: {count:N0} of {variable.Scaled(variable.Numbers.Total):N0} values form a second one, {split.Ratio:0.##} times apart{units}",
            count,
            split.UpperIsFewer ? $"{value} >= {split.Cut}" : (Sql)$"{value} < {split.Cut} AND {value} > 0") with
        {
            Number = factor?.Factor,
            Weight = 1 + (double)split.Fewer.Total / variable.Numbers.Total,
        };
    }

    static Finding? ByUnit(TableProfile table, VariableProfile variable)
    {
        if (table.Reading.Of(Role.Unit) is not { } unitColumn || variable.ByUnit.Count < 2)
        {
            return null;
        }

        var units = variable.ByUnit.Where(pair => pair.Key.Trim().Length > 0)
            .GroupBy(pair => Units.Canonical(pair.Key) ?? pair.Key.Trim().ToLowerInvariant())
            .Select(group => (Unit: group.Key, Spellings: group.Select(pair => pair.Key).ToList(), Total: group.Sum(pair => pair.Value.Total), Median: group.MaxBy(pair => pair.Value.Total).Value.Quantile(0.5)))
            .Where(group => group.Total >= LeastOfUnit)
            .OrderByDescending(group => group.Total)
            .ToList();
        if (units.Count < 2)
        {
            return null;
        }

        var others = units.Skip(1).Where(unit => Differs(unit.Median, units[0].Median)).ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var count = variable.Scaled(others.Sum(unit => unit.Total));
        var spellings = Sql.Join(", ", others.SelectMany(unit => unit.Spellings).Select(spelling => (Sql)$"{spelling}"));
        return Draft.Of(
            "two-humps",
            variable,
            $"{variable.Variable.Label} is given in {units[0].Unit} and in {string.Join(", ", others.Select(unit => unit.Unit))}: {count:N0} values stand on another scale than the rest",
            count,
            $"{unitColumn.Value} IN ({spellings})") with
        {
            Columns = [variable.Variable.Column.Name, unitColumn.Name],
            Weight = 1 + (double)others.Sum(unit => unit.Total) / variable.Numbers.Total,
        };
    }

    static bool Differs(double one, double other) =>
        one * other > 0 && Math.Max(one / other, other / one) > LeastRatio;
}
