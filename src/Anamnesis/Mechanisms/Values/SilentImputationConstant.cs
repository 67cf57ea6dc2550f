using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Somebody already filled the holes with a mean, a median or a class mean.</summary>
sealed class SilentImputationConstant : IMechanism
{
    const double MostOfFine = 0.8; // of the values that are written more finely

    public string Id => "silent-imputation-constant";

    public IReadOnlyList<string> Explains => ["spike", "leakage", "off-grid"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Variable is not { } variable)
        {
            return [];
        }

        if ((@case.Finding.Number ?? Fine(@case, variable)) is not { } value)
        {
            return [Sign.Against("no single value is frequent beyond its neighbours", 0, @case.Finding.Kind == "off-grid" || (@case.Finding.Kind == "leakage" && Spikes.Of(variable.Numbers).Count == 0))];
        }

        var offGrid = @case.Finding.Number is null || @case.Finding.Facts.GetValueOrDefault("offgrid") == 1;
        var rest = variable.Numbers.Where(other => other != value);
        var decimals = Grid.Decimals(value);
        var mean = rest.Mean;
        var median = rest.Quantile(0.5);
        var equals = Equal(mean, value, decimals) || (Equal(median, value, decimals) && offGrid);
        var near = Math.Abs(mean - value) <= 0.05 * (rest.Quantile(0.75) - rest.Quantile(0.25)) || value == median;
        var classes = ClassMean(@case, variable, value, decimals);
        var overlap = Overlap(@case, variable, value);
        return
        [
            Sign.Strong($"the value equals the mean of the others ({Says.Number(mean)}) to its last printed digit", mean, equals && decimals > 0),
            Sign.Support($"the value is the mean ({Says.Number(Math.Round(mean, 2))}) or the median ({Says.Number(median)}) of the others, as near as it is written", mean, near || equals),
            Sign.Strong($"the value has {decimals} decimals, more than the others", decimals, offGrid),
            Sign.Strong($"it occurs in one outcome only ({(classes is { } k ? Says.Share(k.Share) : "no")}) and is the mean of that outcome's others", classes?.Mean, classes is { Share: >= 0.99, Equal: true }),
            Sign.Support($"its rows are also those where other columns have such a value ({(overlap is { } o ? Says.Number(Math.Round(o, 1)) : "not")} times chance)", overlap, overlap >= 3),
            Sign.Against("it lies at the edge of the values", value, @case.Finding.Facts.GetValueOrDefault("top") == 1 || @case.Finding.Facts.GetValueOrDefault("bottom") == 1),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.stays SET creatinine = {setting.Once($"SELECT round(avg(creatinine), 5) FROM truth.stays")} FROM {setting.Draws("stays")} AS d WHERE d.row_id = stays.row_id AND d.u1 < {setting.Severity * 0.4}",
    ];

    /// <summary>The one value that makes up nearly all of what is written more finely than the rest, or null.</summary>
    static double? Fine(Case @case, VariableProfile variable) => @case.Finding.Kind != "off-grid" || @case.Finding.Facts.GetValueOrDefault("coarse") == 1 ? null
        : Spikes.Of(variable.Numbers).Where(spike => spike.OffGrid && spike.Count >= MostOfFine * @case.Finding.Count / Math.Max(1, variable.OneIn)).Select(spike => (double?)spike.Value).FirstOrDefault();

    static bool Equal(double mean, double value, int decimals)
    {
        var scale = Math.Pow(10, Math.Min(decimals, 6));
        return Math.Round(mean * scale) == Math.Round(value * scale) || Math.Truncate(mean * scale) == Math.Round(value * scale);
    }

    /// <summary>Share of the spike in its most frequent outcome, and whether it is that outcome's mean.</summary>
    static (double Share, double Mean, bool Equal)? ClassMean(Case @case, VariableProfile variable, double value, int decimals)
    {
        if (@case.Table.Reading.Of(Role.Outcome) is not { } outcome || outcome.Name == variable.Variable.Column.Name || @case.Table.Column(outcome.Name) is not { Distinct: >= 2 and <= 6 })
        {
            return null;
        }

        var v = variable.Variable.Value;
        var groups = @case.Dataset.Rows(
            $"SELECT count(*) FILTER (WHERE {v} = {value}), avg(CASE WHEN {v} <> {value} THEN {v} END) FROM {@case.Table.Table.From} WHERE {variable.Variable.Rows} AND {outcome.Value} IS NOT NULL GROUP BY {outcome.Value}",
            row => (Hits: row.CountAt(0), Mean: row.NumberAt(1) ?? double.NaN));
        var all = groups.Sum(group => group.Hits);
        var most = groups.MaxBy(group => group.Hits);
        return all < 5 ? null : ((double)most.Hits / all, most.Mean, Equal(most.Mean, value, decimals));
    }

    /// <summary>How many times more often than by chance the spike's rows also carry a spike of another column.</summary>
    static double? Overlap(Case @case, VariableProfile variable, double value)
    {
        var best = (double?)null;
        foreach (var other in @case.Table.Variables.Where(v => v.Variable.Item is null && v != variable && v.Variable.Role == Role.Value).Take(40))
        {
            foreach (var spike in Spikes.Of(other.Numbers).Where(spike => spike.OffGrid).Take(1))
            {
                var both = @case.Dataset.Number($"SELECT count(*) FROM {@case.Table.Table.From} WHERE {variable.Variable.Value} = {value} AND {other.Variable.Value} = {spike.Value}");
                var chance = (double)@case.Finding.Count * spike.Count / Math.Max(1, @case.Table.Table.Rows);
                best = both >= 3 ? Math.Max(best ?? 0, both / Math.Max(0.5, chance)) : best;
            }
        }

        return best;
    }
}
