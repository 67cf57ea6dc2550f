using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Two substances under one name, such as BNP and NT-proBNP.</summary>
sealed class AnalyteConfusion : IMechanism
{
    const double Unlike = 0.15; // Kolmogorov-Smirnov distance of two humps of other form

    /// <summary>Known variables whose name is used for a second substance, and how far apart the two usually are.</summary>
    static readonly Dictionary<string, (string Other, double Low, double High)> Confusable = new(StringComparer.Ordinal)
    {
        ["ntprobnp"] = ("BNP", 2.5, 12),
        ["bnp"] = ("NT-proBNP", 2.5, 12),
        ["hs_tnt"] = ("troponin I", 2.5, 20),
        ["hs_tni"] = ("troponin T", 2.5, 20),
        ["tn_conv"] = ("high-sensitivity troponin", 2.5, 2000),
        ["ck"] = ("its MB fraction", 5, 40),
    };

    public string Id => "analyte-confusion";

    public IReadOnlyList<string> Explains => ["level-shift", "two-humps"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Variable is not { } variable || Apart(@case, variable) is not (> 1 and var ratio))
        {
            return [Sign.Against("there are no two levels", null, true)];
        }

        var id = variable.Variable.Known ?? string.Empty;
        var named = Confusable.TryGetValue(id, out var pair);
        var fits = named && ratio >= pair.Low && ratio <= pair.High;
        var unit = Variables.Find(id) is { } known && Factors.Match(known, ratio, 0.05) is not null;
        var place = @case.Finding.Where.Site is not null;
        var form = @case.Finding.Kind == "two-humps" && TwoHumps.Seen(variable) is var (split, _) ? split.Distance(split.Ratio) : (double?)null;
        return
        [
            Sign.Strong($"the name is also used for {(named ? pair.Other : "nothing else that is known")}, which lies {(named ? $"{pair.Low:0.#} to {pair.High:0.#}" : "no known number of")} times apart; here it is {ratio:0.#}", ratio, fits && !unit),
            Sign.Support("one site alone changes its level", ratio, place && fits),
            Sign.Support($"converted, the two humps have another form (distance {form ?? 0:0.00})", form, form > Unlike),
            Sign.Against($"the levels are {ratio:0.##} times apart, the factor between two units", ratio, unit),
            Sign.Against(named ? $"the levels are {ratio:0.##} times apart, which the two substances are not" : "its name is used for no other substance that is measured", ratio, !fits),
        ];
    }

    /// <summary>Severity is the share of the time, six tenths at most, in which one site measured BNP: four to seven times lower, another ratio in every sample.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs
        SET result = CAST(CAST(floor(TRY_CAST(labs.result AS DOUBLE PRECISION) / (4 + 3 * draws.u1) + 1) AS BIGINT) AS VARCHAR)
        FROM (SELECT row_id, percent_rank() OVER (ORDER BY collected) AS place FROM record.labs WHERE test = 'ntprobnp' AND site = (SELECT max(site) FROM record.labs)) AS dated
        JOIN {setting.Draws("labs")} AS draws ON draws.row_id = dated.row_id
        WHERE dated.row_id = labs.row_id AND dated.place <= {(setting.To is null && setting.From is null ? setting.Severity * 0.6 : 1)} AND TRY_CAST(labs.result AS DOUBLE PRECISION) IS NOT NULL
        """,
    ];

    /// <summary>How many times the two levels are apart.</summary>
    static double? Apart(Case @case, Profiling.VariableProfile variable) => @case.Finding.Kind == "two-humps"
        ? TwoHumps.Seen(variable) is var (split, _) ? split.Ratio : null
        : LevelShift.Seen(@case.Table, variable) is var (step, _) && step is { Before: > 0, After: > 0 } ? Math.Max(step.After / step.Before, step.Before / step.After) : null;
}
