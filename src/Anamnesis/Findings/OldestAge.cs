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
        where variable.Variable is { Known: "age", KnownConfidence: >= 0.6 }
        let heap = Of(variable)
        where heap is not null && !Spikes.Of(variable.Numbers).Any(spike => spike.Value == heap.Value.Age)
        let oldest = heap.Value.Age
        let count = variable.Numbers.CountOf(oldest)
        select Draft.Of(
            Id, variable, $"{variable.Variable.Label} is {Says.Number(oldest)}, the oldest, in {Says.Of(variable.Scaled(count), variable.Scaled(variable.Numbers.Total), "values")}, where each of the ages just below has about {Says.Count((long)Math.Round(heap.Value.Before))}",
            variable.Scaled(count), $"{variable.Variable.Value} = {oldest}") with
        { Number = oldest, Weight = 0.4, Facts = new Dictionary<string, double> { ["expected"] = heap.Value.Before, ["top"] = 1 } };

    /// <summary>The oldest age where it holds far more than those before it, with what each of these holds on average; else null.</summary>
    internal static (double Age, double Before)? Of(VariableProfile variable)
    {
        if (variable.Rounded || variable.Numbers.Values.Count < 15 || variable.Numbers.Where(value => value > 0 && !DisguisedMissing.IsCode(variable, value)) is not { Max: >= Youngest, Values.Count: > Before } numbers)
        {
            return null;
        }

        var (oldest, count) = (numbers.Max, numbers.CountOf(numbers.Max));
        var before = numbers.Where(value => value >= Math.Floor(oldest) - Before && value < oldest).Total / (double)Before;
        return count >= Fewest && before > 0 && count >= Times * before ? (oldest, before) : null;
    }
}
