using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A few values lie far outside all others.</summary>
sealed class Extremes : IFindingKind
{
    const double MostShare = 0.005; // more values outside the extreme range are a population, not single values
    const double LeastOfItem = 12; // robust standard deviations, where a table has hundreds of unknown items

    public string Id => "extremes";

    public string Title => "Extreme single values";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        Measured.Of(profile).SelectMany(pair => Limits.Of(pair.Variable) is { } limits ? Known(pair.Variable, limits, dataset) : Unknown(pair.Variable, dataset));

    /// <summary>Values of a recognised variable between its hard limits and its extreme range.</summary>
    static IEnumerable<Finding> Known(VariableProfile profile, Limits limits, Dataset dataset)
    {
        var numbers = profile.Numbers.Where(value => !Codes.MayMeanNothing(value));
        var low = numbers.CountWithin(limits.Hard.Low, Math.BitDecrement(limits.Extreme.Low));
        var high = numbers.CountWithin(Math.BitIncrement(limits.Extreme.High), limits.Hard.High);
        if (low + high == 0 || low + high > Math.Max(3, MostShare * numbers.Total) || TwoHumps.Accounts(profile, limits.Extreme.Low, limits.Extreme.High))
        {
            yield break;
        }

        var value = profile.Variable.Value;
        Sql condition = $"(({value} >= {limits.Hard.Low} AND {value} < {limits.Extreme.Low}) OR ({value} > {limits.Extreme.High} AND {value} <= {limits.Hard.High}))";
        var count = profile.Count(dataset, condition, low + high);
        yield return Draft.Of(
            "extremes",
            profile,
            $"{Words.Lie(count, profile.Variable.Label)} outside {(limits.Known.Id == "age" ? "the ages that people reach" : "what is seen even in the severely ill")}, {limits.Extreme.Low:0.###} to {limits.Extreme.High:0.###}",
            count,
            condition) with
        {
            Estimated = false,
            Weight = 0.5,
        };
    }

    /// <summary>Values of any other number far from the rest of the column.</summary>
    static IEnumerable<Finding> Unknown(VariableProfile profile, Dataset dataset)
    {
        var numbers = profile.Numbers.Where(value => !Codes.MayMeanNothing(value));
        numbers = numbers.Min < 0 ? profile.Numbers.Where(value => value == 0 || !Codes.MayMeanNothing(value)) : numbers;
        var sides = (profile.Variable.Known is null && profile.Variable.Item is not null ? Isolated.Of(numbers, LeastOfItem) : Isolated.Of(numbers))
            .Where(side => side.Above || !Signs.NegativeIsImpossible(profile) || side.Cut > 0)
            .ToList();
        if (sides.Count == 0)
        {
            yield break;
        }

        var value = profile.Variable.Value;
        Sql condition = $"({Sql.Join(" OR ", sides.Select(side => side.Above ? $"{value} > {side.Cut}" : (Sql)$"{value} < {side.Cut}"))})";
        var count = profile.Count(dataset, condition, sides.Sum(side => side.Count));
        var where = string.Join(" and ", sides.Select(side => side.Above ? "above" : "below"));
        yield return Draft.Of(
            "extremes",
            profile,
            $"{Words.Lie(count, profile.Variable.Label)} far {where} all {profile.Scaled(profile.Numbers.Total) - count:N0} others, {sides.Max(side => side.Distance):0} times the usual spread from the middle",
            count,
            condition) with
        {
            Estimated = false,
            Weight = 0.4,
        };
    }
}
