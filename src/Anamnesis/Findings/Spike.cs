using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One value is hugely over-represented.</summary>
sealed class Spike : IFindingKind
{
    const double ZeroIsOrdinary = 0; // zero is the natural floor of counts, doses and differences; impossible zeros are disguised missing values

    public string Id => "spike";

    public string Title => "One value is hugely over-represented";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from measured in Measured.Of(profile)
        let variable = measured.Variable
        where variable.Variable.Role is not Role.Outcome && !variable.Rounded && !IsScale(variable)
        from spike in Spikes.Of(variable.Numbers)
        where spike.Value != ZeroIsOrdinary && !DisguisedMissing.IsCode(variable, spike.Value)
        let share = (double)spike.Count / variable.Numbers.Total
        select Draft.Of(
            Id, variable,
            $"{variable.Variable.Label} is exactly {Says.Number(spike.Value)} in {Says.Of(variable.Scaled(spike.Count), variable.Scaled(variable.Numbers.Total), "values")}, where its neighbours would lead one to expect about {Says.Number(Math.Round(spike.Expected, 1))}",
            variable.Scaled(spike.Count), $"{variable.Variable.Value} = {spike.Value}") with
        {
            Number = spike.Value,
            Weight = 0.3 + (0.5 * share),
            Facts = new Dictionary<string, double>
            {
                ["share"] = share,
                ["expected"] = spike.Expected,
                ["top"] = spike.AtTop ? 1 : 0,
                ["bottom"] = spike.AtBottom ? 1 : 0,
                ["offgrid"] = spike.OffGrid ? 1 : 0,
            },
        };

    /// <summary>A short run of whole numbers of unknown meaning, such as years at school: its mode is no spike.</summary>
    static bool IsScale(VariableProfile variable) => variable.Variable.Known is null && variable.Numbers.Values.Count < 25
        && variable.Numbers.Values.All(value => value == Math.Floor(value)) && variable.Numbers.Max - variable.Numbers.Min < 30;
}
