using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>All values of a known variable lie on a grid of fives or tens, without exception, although it is measured more finely.</summary>
sealed class CoarseGrid : IFindingKind
{
    const int Fewest = 100; // values
    const int FewestDistinct = 6;
    const double Span = 20; // of the usual range, from which single units are measured

    public string Id => "coarse-grid";

    public string Title => "All values lie on a grid coarser than they are measured";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable is { Known: { } known, KnownConfidence: >= 0.7 } && Variables.Find(known) is { } one && one.Usual.High - one.Usual.Low >= Span
            && (variable.Variable.Item is not null || table.Reading.Layout != Layout.Long) && !variable.Rounded && variable.Numbers.Total >= Fewest
        let numbers = variable.Numbers.Where(value => value != 0 && !DisguisedMissing.IsCode(variable, value))
        where numbers.Values.Count >= FewestDistinct && numbers.Values.All(value => value % 5 == 0)
        let grid = numbers.Values.All(value => value % 10 == 0) ? 10 : 5
        where grid == 5 || numbers.Values.Count < 20 // tens are told by their last digit
        select Draft.Of(
            Id, variable, $"all {Says.Count(variable.Scaled(numbers.Total))} values of {variable.Variable.Label} are multiples of {grid}", variable.Scaled(numbers.Total),
            $"{variable.Variable.Value} IS NOT NULL AND {variable.Variable.Value} IN ({Sql.Join(", ", numbers.Values.Select(value => (Sql)$"{value}"))})") with
        { Denominator = variable.Scaled(numbers.Total), Weight = 0.2, Facts = new Dictionary<string, double> { ["grid"] = grid } };
}
