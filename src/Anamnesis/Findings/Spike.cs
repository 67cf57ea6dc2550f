using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One value is hugely over-represented.</summary>
sealed class Spike : IFindingKind
{
    const double ZeroIsOrdinary = 0; // zero is the natural floor of counts, doses and differences; impossible zeros are disguised missing values

    const int MostSites = 6;
    const int MostNumbers = 20; // a table, that are counted by place
    const double AtSiteShare = 0.1; // of the values of the place
    const double Twice = 2; // as often as elsewhere
    const double Frequent = 0.04; // of all values
    const double Out = 1.4; // times its neighbours

    static readonly string[] Money = ["cost", "price", "charge", "payment", "amount", "copay", "coverage", "outstanding", "tariff", "billed", "koszt", "cena", "kwota", "preis", "betrag"]; // amounts that stand in lists recur

    public string Id => "spike";

    public string Title => "One value is hugely over-represented";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            var variables = Measured.In(table).Where(variable => variable.Variable.Role is not Role.Outcome && !variable.Rounded && !IsScale(variable) && !IsOfManyThings(table, variable) && !NameTokens.Of(variable.Variable.Label).Contains(Money)).ToList();
            var found = variables.Select(variable => (Variable: variable, Spikes: Spikes.Of(variable.Numbers))).ToList();
            foreach (var (variable, spikes) in found)
            {
                foreach (var spike in spikes.Where(spike => 2 * spike.Count >= spikes[0].Count && IsOdd(variable, spike) && !IsOfOnePatient(table, variable, spike, dataset)))
                {
                    yield return Told(variable, spike, variable.Numbers.Total, $"{variable.Variable.Value} = {spike.Value}");
                }
            }

            foreach (var finding in AtSites(dataset, table, [.. found.Where(one => one.Spikes.Count == 0).Select(one => one.Variable)]))
            {
                yield return finding;
            }
        }
    }

    static bool IsOdd(VariableProfile variable, Spikes.Spike spike) => spike.Value != ZeroIsOrdinary && !DisguisedMissing.IsCode(variable, spike.Value);

    static Finding Told(VariableProfile variable, Spikes.Spike spike, long total, Sql condition, (Column Column, string Name)? site = null)
    {
        var share = (double)spike.Count / total;
        var at = site is var (column, name) ? $"At {column.Name} {RecognitionItems.Plain(name)} " : string.Empty;
        return Draft.Of(
            "spike", variable,
            $"{at}{variable.Variable.Label} is exactly {Says.Number(spike.Value)} in {Says.Of(variable.Scaled(spike.Count), variable.Scaled(total), "values")}, where its neighbours would lead one to expect about {(spike.Expected >= 10 ? Says.Count((long)Math.Round(spike.Expected)) : Says.Number(Math.Round(spike.Expected, 1)))}",
            variable.Scaled(spike.Count), condition) with
        {
            Denominator = variable.Scaled(total),
            Where = new Where(site?.Name, Item: variable.Variable.Item),
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
    }

    /// <summary>Values that stand out among all places a little may be the default of the form of one.</summary>
    static IEnumerable<Finding> AtSites(Dataset dataset, TableProfile table, List<VariableProfile> variables)
    {
        if (table.Reading.Of(Role.Site) is not { Kind: Kind.Text } site || table.Column(site.Name) is not { Distinct: >= 2 and <= MostSites } places)
        {
            yield break;
        }

        List<(VariableProfile Variable, string Site)> wanted = [.. from variable in variables.Where(variable => variable.OneIn == 1 && StandsOut(variable.Numbers)).Take(MostNumbers) from place in places.Texts select (variable, place.Text)];
        foreach (var ((variable, place), values) in wanted.Count == 0 ? [] : wanted.Zip(Findings.AtSites.Of(dataset, table, table.Table.From, site, wanted)))
        {
            var spike = Spikes.Of(values.There).FirstOrDefault(spike => IsOdd(variable, spike) && spike.Count >= AtSiteShare * values.Rows && values.Elsewhere.CountOf(spike.Value) * values.Rows * Twice < spike.Count * values.Elsewhere.Total);
            if (spike.Count > 0)
            {
                yield return Told(variable, spike, values.There.Total, $"{variable.Variable.Value} = {spike.Value} AND {Findings.AtSites.Condition(variable.Variable, site, place, dataset.Dialect)}", (site, place));
            }
        }
    }

    /// <summary>One of its frequent values is more frequent than those beside it.</summary>
    static bool StandsOut(Frequencies numbers) => numbers.Values.Count >= 3 && Enumerable.Range(1, numbers.Values.Count - 2)
        .Any(i => numbers.Counts[i] >= Frequent * numbers.Total && 2 * numbers.Counts[i] >= Out * (numbers.Counts[i - 1] + numbers.Counts[i + 1]));

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
