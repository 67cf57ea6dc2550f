using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The oldest age holds far more people than the ages before it, where a tail would thin out.</summary>
sealed class OldestAge : IFindingKind
{
    const int Fewest = 10; // of the oldest age
    const double Times = 2.5; // the ages before it
    const int Before = 4; // ages
    const int Youngest = 75; // years, below which a range of ages was chosen and not hidden

    public string Id => "oldest-age";

    public string Title => "The oldest age holds far more than those before it";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable is { Known: "age", KnownConfidence: >= 0.6 } && !variable.Rounded && variable.Numbers.Values.Count >= 15
        let numbers = variable.Numbers.Where(value => value > 0 && !DisguisedMissing.IsCode(variable, value))
        where numbers.Max >= Youngest && numbers.Values.Count > Before
        let oldest = numbers.Max
        let count = numbers.CountOf(oldest)
        let before = numbers.Where(value => value >= Math.Floor(oldest) - Before && value < oldest).Total / (double)Before
        where count >= Fewest && before > 0 && count >= Times * before && !Spikes.Of(variable.Numbers).Any(spike => spike.Value == oldest)
        select Draft.Of(
            Id, variable, $"{variable.Variable.Label} is {Says.Number(oldest)}, the oldest, in {Says.Of(variable.Scaled(count), variable.Scaled(variable.Numbers.Total), "values")}, where each of the ages just below has about {Says.Count((long)Math.Round(before))}",
            variable.Scaled(count), $"{variable.Variable.Value} = {oldest}") with
        { Number = oldest, Weight = 0.4, Facts = new Dictionary<string, double> { ["expected"] = before, ["top"] = 1 } };
}
