using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Two units in one column: a second hump a known factor away that falls onto the first when converted.</summary>
sealed class UnitMixture : IMechanism
{
    const double Aligned = 0.15; // Kolmogorov-Smirnov distance
    const double Bound = 0.8; // Cramér's V
    const double Mostly = 0.9; // of the odd values from one source

    public string Id => "unit-mixture";

    public IReadOnlyList<string> Explains { get; } = ["two-humps", "level-shift", "extremes", "impossible-value", "site-apart"];

    public IReadOnlyList<Sign> Signs(Case @case) => @case.Finding.Kind switch
    {
        "two-humps" => [.. OfHumps(@case), .. OfSource(@case)],
        "level-shift" => OfShift(@case),
        "site-apart" => OfSite(@case),
        _ => [.. OfCells(@case), .. OfSource(@case)],
    };

    /// <summary>Severity is the share of creatinine results, site by site, that one site's outside laboratory reports in µmol/L without saying so.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs
        SET result = CAST(CAST(floor(TRY_CAST(labs.result AS DOUBLE PRECISION) * 88.4 + 0.5) AS BIGINT) AS VARCHAR)
        FROM {setting.Draws("labs")} AS draws
        WHERE draws.row_id = labs.row_id AND labs.test = 'creatinine'
            AND draws.u1 < {setting.Severity} AND labs.site = (SELECT min(site) FROM record.labs) AND TRY_CAST(labs.result AS DOUBLE PRECISION) IS NOT NULL
        """,
    ];

    static IEnumerable<Sign> OfHumps(Case @case)
    {
        if (@case.Variable is not { } variable)
        {
            yield break;
        }

        var told = @case.Finding.Columns.Count > 1 && variable.ByUnit.Count > 1;
        yield return Sign.Strong("the unit column itself names more than one unit", told ? variable.ByUnit.Count : 1, told);
        if (told || TwoHumps.Seen(variable) is not var (split, factor))
        {
            yield break;
        }

        var known = TwoHumps.KnownOf(variable, split);
        var fahrenheit = known is not null && TwoHumps.Fahrenheit(known, split);
        var says = fahrenheit ? "the upper hump is the lower one in degrees Fahrenheit" : factor is { } match
            ? $"the humps are {split.Ratio:0.##} times apart, the factor between {match.Name} ({match.Factor:0.###})" : $"the humps are {split.Ratio:0.##} times apart, no known unit factor";
        yield return known is not null
            ? Sign.Strong(says, split.Ratio, factor is not null || fahrenheit)
            : Sign.Support(says, split.Ratio, factor is not null);
        yield return Sign.Against(known is null ? "the humps are a ratio apart that no usual unit has" : "the humps are a ratio apart that no unit of this variable has", split.Ratio, factor is null && !fahrenheit);
        var distance = fahrenheit ? split.Distance(value => (value - 32) / 1.8) : split.Distance(split.Ratio);
        var chance = 1.2 * Math.Sqrt((1.0 / split.Lower.Total) + (1.0 / split.Upper.Total));
        yield return Sign.Support($"converted, the second hump has the form of the first (distance {distance:0.00})", distance, distance < Math.Max(Aligned, chance));
    }

    static IEnumerable<Sign> OfSource(Case @case)
    {
        var source = Source.Of(@case);
        yield return Sign.Support($"which values are odd is told by {source?.By ?? "no column"} (strength {source?.V ?? 0:0.00} of 1)", source?.V, source?.V >= Bound);
        yield return Sign.Support(
            $"{source?.InOne ?? 0:P0} of the odd values come from one {source?.By ?? "source"} that gives {source?.OfAll ?? 0:P0} of all",
            source?.InOne,
            source is { InOne: >= Mostly, OfAll: <= 0.6, V: < Bound });
    }

    static IEnumerable<Sign> OfCells(Case @case)
    {
        if (OddCells.Of(@case) is not { } cells)
        {
            yield break;
        }

        var known = Variables.Find(@case.Variable?.Variable.Known ?? string.Empty);
        var converted = known is null ? 0 : known.Factors.Keys
            .Select(unit => known.Conversion(unit)).OfType<Func<double, double>>()
            .Select(cells.Converted).DefaultIfEmpty(0).Max();
        var many = cells.Odd.Total >= 10 && cells.Odd.Values.Count >= 5;
        yield return Sign.Strong($"{converted:P0} of the odd values are usual ones in another unit of this variable", converted, many && converted >= 0.8);
        yield return Sign.Against($"only {cells.Odd.Total} values are odd, where a second unit would touch a whole source", cells.Odd.Total, cells.AreSingle);
    }

    static IReadOnlyList<Sign> OfSite(Case @case)
    {
        var unit = Converted.Of(@case);
        return
        [
            Sign.Strong($"{Says.Share(unit?.Share ?? 0)} of the values apart are ordinary ones in {unit?.Unit ?? "another unit"}", unit?.Share, unit is not null),
            Sign.Against("in no unit of this variable they would be ordinary", null, unit is null),
        ];
    }

    static IReadOnlyList<Sign> OfShift(Case @case)
    {
        if (@case.Variable is not { } variable || LevelShift.Seen(@case.Table, variable) is not var (step, _) || step.Before <= 0 || step.After <= 0)
        {
            return [];
        }

        var known = Variables.Find(variable.Variable.Known ?? string.Empty);
        var ratio = Math.Max(step.After / step.Before, step.Before / step.After);
        var factor = Factors.Match(known, ratio, 0.05);
        var all = factor is not null && known is not null;
        return
        [
            Sign.Strong($"the level changes {ratio:0.##} times{(factor is { } match ? $", the factor between {match.Name}" : ", no unit factor")}", ratio, all),
            Sign.Against("the level changes by less than units differ", ratio, ratio < 1.6 && factor is null),
        ];
    }
}
