using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Two resolutions in one column: some values are written far more finely, or far more coarsely, than the others.</summary>
sealed class OffGrid : IFindingKind
{
    const int FewestDistinct = 20;
    const double Most = 0.45; // share of the smaller kind

    public string Id => "off-grid";

    public string Title => "Two resolutions in one column";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from measured in Measured.Of(profile)
        let variable = measured.Variable
        where variable.Numbers.Values.Count >= FewestDistinct && !variable.Rounded && variable.Variable.Role == Role.Value && variable.Numbers.Total >= 50
        let decimals = Grid.Profile(variable.Numbers)
        let whole = decimals[0]
        let fine = decimals.Skip(4).Sum()
        let coarseAmongFine = fine >= 0.5 * variable.Numbers.Total && whole >= Math.Max(10, 0.03 * variable.Numbers.Total) && whole <= Most * variable.Numbers.Total
        let fineAmongCoarse = fine >= Math.Max(10, 0.03 * variable.Numbers.Total) && fine <= Most * variable.Numbers.Total && decimals.Skip(3).Take(1).Sum() < fine
        where coarseAmongFine || fineAmongCoarse
        let count = coarseAmongFine ? whole : fine
        select Draft.Of(
            Id, variable, coarseAmongFine
                ? $"{variable.Variable.Label} is a whole number in {Says.Of(variable.Scaled(count), variable.Scaled(variable.Numbers.Total), "values")}, while the others have many decimals"
                : $"{variable.Variable.Label} has four or more decimals in {Says.Of(variable.Scaled(count), variable.Scaled(variable.Numbers.Total), "values")}, while the others have few",
            variable.Scaled(count),
            coarseAmongFine ? (Sql)$"{variable.Variable.Value} = floor({variable.Variable.Value})" : $"{variable.Variable.Value} <> {dataset.Dialect.Round(variable.Variable.Value, 3)}") with
        {
            Weight = 0.25,
            Facts = new Dictionary<string, double> { ["coarse"] = coarseAmongFine ? 1 : 0 },
        };
}
