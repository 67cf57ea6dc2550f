using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One value is hugely over-represented.</summary>
sealed class Spike : IFindingKind
{
    const double ZeroIsOrdinary = 0; // zero is the natural floor of counts, doses and differences; impossible zeros are disguised missing values

    static readonly string[] Money = ["cost", "price", "charge", "payment", "amount", "copay", "coverage", "outstanding", "tariff", "billed", "koszt", "cena", "kwota", "preis", "betrag"]; // amounts that stand in lists recur

    public string Id => "spike";

    public string Title => "One value is hugely over-represented";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from measured in Measured.Of(profile)
        let variable = measured.Variable
        where variable.Variable.Role is not Role.Outcome && !variable.Rounded && !IsScale(variable) && !IsOfManyThings(measured.Table, variable) && !NameTokens.Of(variable.Variable.Label).Contains(Money)
        let spikes = Spikes.Of(variable.Numbers)
        from spike in spikes
        where 2 * spike.Count >= spikes[0].Count && !IsOfOnePatient(measured.Table, variable, spike, dataset)
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

    /// <summary>A value column of a table with units that differ: what is usual for one thing says nothing about another.</summary>
    static bool IsOfManyThings(TableProfile table, VariableProfile variable) => variable.Variable is { Item: null, Role: Role.Value, Known: null }
        && table.Reading.Of(Role.Unit) is { } unit && table.Column(unit.Name)?.Distinct >= 3;

    /// <summary>One patient's own value, such as the height of an adult who is measured often.</summary>
    static bool IsOfOnePatient(TableProfile table, VariableProfile variable, Spikes.Spike spike, Dataset dataset)
    {
        if (table.MostRowsOfOnePatient <= 1 || table.Reading.Of(Role.Patient) is not { } patient)
        {
            return false;
        }

        var (from, _) = table.ForShares;
        var (all, most) = dataset.Row(
            $"SELECT sum(n), max(n) FROM (SELECT count(*) AS n FROM {from} WHERE ({variable.Variable.Rows}) AND {variable.Variable.Value} = {spike.Value} GROUP BY {patient.Value}) AS patients",
            row => (row.CountAt(0), row.CountAt(1)));
        return most > 0.5 * all;
    }

    /// <summary>A short run of whole numbers of unknown meaning, such as years at school: its mode is no spike.</summary>
    static bool IsScale(VariableProfile variable) => variable.Variable.Known is null && variable.Numbers.Values.Count < 25
        && variable.Numbers.Values.All(value => value == Math.Floor(value)) && variable.Numbers.Max - variable.Numbers.Min < 30;
}
