using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Two resolutions in one column: some values are written far more finely, or far more coarsely, than the others.</summary>
sealed class OffGrid : IFindingKind
{
    const int FewestDistinct = 20;
    const double Most = 0.45; // share of the smaller kind

    const double HalfADay = 0.0014; // of a year: a whole number of years as near as whole days allow
    const double OverOthers = 2.5; // times as often as any other fraction

    public string Id => "off-grid";

    public string Title => "Two resolutions in one column";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from measured in Measured.Of(profile)
        let variable = measured.Variable
        where variable.Numbers.Values.Count >= FewestDistinct && !variable.Rounded && variable.Variable.Role == Role.Value && variable.Numbers.Total >= 50 && !Averages.Are(variable.Numbers)
        let decimals = Grid.Profile(variable.Numbers)
        let fine = decimals.Skip(4).Sum()
        let mostlyFine = fine >= 0.5 * variable.Numbers.Total
        let whole = mostlyFine ? NearWhole(variable.Numbers) : decimals[0]
        let coarseAmongFine = mostlyFine && whole >= Math.Max(10, 0.03 * variable.Numbers.Total) && whole <= Most * variable.Numbers.Total && whole >= OverOthers * EachFraction(variable.Numbers)
        let fineAmongCoarse = fine >= Math.Max(10, 0.03 * variable.Numbers.Total) && fine <= Most * variable.Numbers.Total && decimals.Skip(3).Take(1).Sum() < fine
        where coarseAmongFine || fineAmongCoarse
        let count = coarseAmongFine ? whole : fine
        select Draft.Of(
            Id, variable, coarseAmongFine
                ? $"{variable.Variable.Label} is a whole number in {Says.Of(variable.Scaled(count), variable.Scaled(variable.Numbers.Total), "values")}, while the others have many decimals"
                : $"{variable.Variable.Label} has four or more decimals in {Says.Of(variable.Scaled(count), variable.Scaled(variable.Numbers.Total), "values")}, while the others have few",
            variable.Scaled(count),
            coarseAmongFine ? (Sql)$"abs({variable.Variable.Value}) >= 1 AND abs({variable.Variable.Value} - {dataset.Dialect.Round(variable.Variable.Value, 0)}) <= {HalfADay}" : $"{variable.Variable.Value} <> {dataset.Dialect.Round(variable.Variable.Value, 3)}") with
        {
            Weight = 0.25,
            Facts = new Dictionary<string, double> { ["coarse"] = coarseAmongFine ? 1 : 0 },
        };

    static long NearWhole(Frequencies numbers) => numbers.Pairs.Where(pair => Math.Abs(pair.Value) >= 1 && Math.Abs(pair.Value - Math.Round(pair.Value)) <= HalfADay).Sum(pair => pair.Count);

    /// <summary>How often a fraction occurs when all that occur are alike: a scale of tenths or eighths has whole numbers, too, however roughly a machine keeps them.</summary>
    static double EachFraction(Frequencies numbers)
    {
        var fractions = numbers.Values.Select(value => Math.Round(value - Math.Floor(value), 2) % 1).Distinct().Count();
        return (double)numbers.Total / fractions;
    }
}
