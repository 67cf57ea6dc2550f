using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Findings.Statistics;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>The laboratory changed the assay or the analyser: level, resolution and floor step on one date everywhere, while nothing else does.</summary>
sealed class AssayGenerationSwitch : IMechanism
{
    const double LeastFloorChange = 0.15; // share of values at the lowest reported value
    const int WindowDays = 62;
    const double MostBetweenGenerations = 3; // times; beyond, it is another substance or another unit

    public string Id => "assay-generation-switch";

    public IReadOnlyList<string> Explains { get; } = ["level-shift", "two-humps"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        if (@case.Variable is not { } variable || LevelShift.Seen(@case.Table, variable) is not var (step, site))
        {
            return [Sign.Against("the level does not change at a date", 0, true)];
        }

        var ratio = step is { Before: > 0, After: > 0 } ? Math.Max(step.After / step.Before, step.Before / step.After) : 1;
        var unit = Variables.Find(variable.Variable.Known ?? string.Empty) is { } known && Factors.Match(known, ratio, 0.05) is not null;
        var companions = Companions(@case, variable, step);
        var (finer, floor) = Resolution(@case, variable, step);
        var everywhere = Everywhere(variable, step);
        return
        [
            Sign.Strong(
                $"the level steps from {Says.Figures(step.Before)} to {Says.Figures(step.After)} in {step.From:yyyy-MM}, {Math.Abs(step.After - step.Before) / Math.Max(step.Noise, 1e-9):0} times the noise from month to month",
                ratio,
                site is null && !unit && !Tally.Is(variable)),
            Sign.Strong($"resolution or lowest reported value changes on that date, too ({finer})", floor, finer != Same),
            Sign.Support($"{companions.Stepping} of {companions.Others} other measured things step with it", companions.Stepping, companions is { Others: >= 2, Stepping: 0 }),
            Sign.Against($"{companions.Stepping} of {companions.Others} other measured things step with it: the patients changed", companions.Stepping, companions.Stepping > 0.3 * companions.Others),
            Sign.Support($"{everywhere.Stepping} of {everywhere.Sites} sites step together", everywhere.Stepping, everywhere.Sites >= 2 && everywhere.Stepping == everywhere.Sites),
            Sign.Against($"the level changes {ratio:0.#} times, more than generations of one assay differ", ratio, ratio >= MostBetweenGenerations && !unit),
            Sign.Against("it is measured with the patient, and no laboratory is asked", null, variable.Variable.Known is { } id && Bedside.Is(id)),
            Sign.Against("it counts people, things or events, and no laboratory measures it", null, Tally.Is(variable)),
            Sign.Against($"the level changes by a unit factor ({ratio:0.##})", ratio, unit),
        ];
    }

    /// <summary>Severity is the share of the time in which a new troponin method reports 60 % more, in whole numbers.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs AS labs
        SET result = CAST(CAST(floor(TRY_CAST(labs.result AS DOUBLE PRECISION) * 1.9 + 0.5) AS BIGINT) AS VARCHAR)
        FROM (SELECT row_id, percent_rank() OVER (ORDER BY collected) AS place FROM record.labs WHERE test = 'troponin') AS dated
        WHERE dated.row_id = labs.row_id AND dated.place >= {(setting.From is null ? 1 - (setting.Severity * 0.6) : 0)} AND TRY_CAST(labs.result AS DOUBLE PRECISION) IS NOT NULL
        """,
    ];

    const string Same = "both stay";

    /// <summary>Other measured things of the table, and how many of them step within two months of it.</summary>
    static (int Others, int Stepping) Companions(Case @case, VariableProfile variable, LevelStep step)
    {
        var others = Measured.In(@case.Table)
            .Where(other => !ReferenceEquals(other, variable) && other.Cells.Count > 0 && other.Numbers.Values.Count > 10)
            .Take(60)
            .ToList();
        return (others.Count, others.Count(other => LevelShift.Seen(@case.Table, other) is var (found, _) && Math.Abs((found.From - step.From).TotalDays) <= WindowDays));
    }

    /// <summary>Sites with enough values, and how many of them step in the same direction within two months of it.</summary>
    static (int Sites, int Stepping) Everywhere(VariableProfile variable, LevelStep step)
    {
        var sites = variable.Cells.Where(cell => cell.Site is not null).GroupBy(cell => cell.Site)
            .Select(site => (
                Before: site.Where(cell => cell.Month < step.From && cell.Present >= 5).Select(cell => cell.Median ?? cell.Mean).OfType<double>().ToList(),
                After: site.Where(cell => cell.Month >= step.From && cell.Present >= 5).Select(cell => cell.Median ?? cell.Mean).OfType<double>().ToList()))
            .Where(site => site.Before.Count >= 3 && site.After.Count >= 3)
            .ToList();
        return (sites.Count, sites.Count(site => (site.After.Average() - site.Before.Average()) / (step.After - step.Before) is > 0.5 and < 2));
    }

    /// <summary>Whether decimals or the share at the lowest value change with the step.</summary>
    static (string Says, double Change) Resolution(Case @case, VariableProfile variable, LevelStep step)
    {
        if (@case.Table.Reading.Clock is not { } clock)
        {
            return (Same, 0);
        }

        var (value, lowest) = (variable.Variable.Value, variable.Numbers.Min);
        Sql measured = $"""
            SELECT avg(CASE WHEN {value} = floor({value}) THEN 1.0 ELSE 0.0 END), avg(CASE WHEN {value} = {lowest} THEN 1.0 ELSE 0.0 END)
            FROM {variable.Variable.Table.From}
            WHERE {variable.Variable.Rows} AND {value} IS NOT NULL AND {clock.Value}
            """;
        (double Whole, double Floor) Read(Sql side) => @case.Dataset.Row($"{measured} {side}", row => (row.NumberAt(0) ?? 0, row.NumberAt(1) ?? 0));
        var (before, after) = (Read($"< {step.From}"), Read($">= {step.From}"));
        var change = Math.Abs(after.Floor - before.Floor);
        return Math.Abs(after.Whole - before.Whole) > 0.5
            ? ($"whole numbers {before.Whole:P0} before, {after.Whole:P0} after", Math.Abs(after.Whole - before.Whole))
            : change >= LeastFloorChange ? ($"at the lowest value {before.Floor:P0} before, {after.Floor:P0} after", change) : (Same, change);
    }
}
