using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The level of a measured thing changes from one month to the next and stays.</summary>
sealed class LevelShift : IFindingKind
{
    const double LeastEffect = 0.4; // of the interquartile range
    const double LeastRatio = 1.25;
    const double LeastEffectWithRatio = 0.25; // of the interquartile range, where the ratio is large

    const double MostZeros = 0.25; // of the values; where none and some are mixed, a middle that moves says how many had none

    const int FewestPatients = 8;
    const double Deviations = 3; // of the difference of two medians of patients

    public string Id => "level-shift";

    public string Title => "The level of a measured thing shifts at a date";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var (table, variable) in Measured.Of(profile))
        {
            if (table.Calendar?.Column is { } clock && clock.Name != variable.Variable.Column.Name && variable.Numbers.Values.Count > 10 && variable.Numbers.CountOf(0) < MostZeros * variable.Numbers.Total && Seen(table, variable) is var (step, site)
                && IsBeyondPatients(table, variable, clock, step, site, dataset))
            {
                yield return Told(table, variable, clock, step, site);
            }
        }
    }

    /// <summary>The step of a variable, over all sites or else at the one that steps most; null when there is none worth a line.</summary>
    internal static (LevelStep Step, string? Site)? Seen(TableProfile table, VariableProfile variable)
    {
        if (Worth(variable, LevelStep.Of(variable.Cells)) is { } step)
        {
            return (step, null);
        }

        var sites = variable.Cells.Where(cell => cell.Site is not null).GroupBy(cell => cell.Site).ToList();
        if (table.Reading.Of(Role.Site) is null || sites.Count is < 2 or > 200)
        {
            return null;
        }

        var most = sites.Select(site => (Step: Worth(variable, LevelStep.Of(site)), Site: site.Key)).MaxBy(pair => Effect(variable, pair.Step));
        return most.Step is null ? null : (most.Step, most.Site);
    }

    /// <summary>The patients of the year after differ from those of the year before by more than so many patients differ by chance: a few, each measured often, are no shift.</summary>
    static bool IsBeyondPatients(TableProfile table, VariableProfile variable, Column clock, LevelStep step, string? site, Dataset dataset)
    {
        if (table.Reading.Of(Role.Patient) is not { } patient)
        {
            return true;
        }

        var (dialect, value) = (dataset.Dialect, variable.Variable.Value);
        var quartiles = dialect.Quantiles($"own", 0.25, 0.75);
        var sides = dataset.Rows(
            $"""
            SELECT later, count(*), {dialect.Quantile($"own", 0.5)}, {quartiles[0]}, {quartiles[1]}
            FROM (SELECT {patient.Value} AS patient, {clock.Value} >= {step.From} AS later, {dialect.Quantile(value, 0.5)} AS own FROM {table.Table.From}
                WHERE {clock.Value} >= {step.From.Plus(years: -1)} AND {clock.Value} < {step.From.Plus(years: 1)} AND ({variable.Variable.Rows}) AND {value} IS NOT NULL AND {At(table, site)} GROUP BY 1, 2) AS patients
            GROUP BY later ORDER BY later
            """,
            row => (Patients: row.CountAt(1), Level: row.NumberAt(2) ?? 0, Range: (row.NumberAt(4) ?? 0) - (row.NumberAt(3) ?? 0)));
        return sides is not [var before, var after] || (Math.Min(before.Patients, after.Patients) >= FewestPatients && Math.Abs(after.Level - before.Level) >= Deviations * 1.253 / 1.349 * Math.Min(before.Range, after.Range) * Math.Sqrt((1.0 / before.Patients) + (1.0 / after.Patients)));
    }

    static Sql At(TableProfile table, string? site) => site is null || table.Reading.Of(Role.Site) is not { } column ? Sql.Raw("TRUE") : $"{column.Value} = {site}";

    static LevelStep? Worth(VariableProfile variable, LevelStep? step)
    {
        if (step is null)
        {
            return null;
        }

        var effect = Effect(variable, step);
        var ratio = step.Before > 0 && step.After > 0 ? Math.Max(step.Before / step.After, step.After / step.Before) : 1;
        return effect >= LeastEffect || (ratio >= LeastRatio && effect >= LeastEffectWithRatio) ? step : null;
    }

    static double Effect(VariableProfile variable, LevelStep? step)
    {
        var range = variable.Numbers.Quantile(0.75) - variable.Numbers.Quantile(0.25);
        return step is null ? 0 : Math.Abs(step.After - step.Before) / Math.Max(range, 1e-9);
    }

    /// <summary>Whether the site was unlike the others before its step, and is like them since.</summary>
    static bool IsApartBefore(VariableProfile variable, LevelStep step, string site)
    {
        double? Level(bool own, bool later) => variable.Cells.Where(cell => cell.Site is not null && cell.Site == site == own && cell.Month >= step.From == later && (cell.Median ?? cell.Mean) is not null)
            .Select(cell => (Level: cell.Median ?? cell.Mean, Rows: (double)cell.Present)).ToList() is { Count: > 0 } cells ? cells.Sum(cell => cell.Level * cell.Rows) / cells.Sum(cell => cell.Rows) : null;
        return Level(own: false, later: false) is { } before && Level(own: false, later: true) is { } after && Math.Abs(step.Before - before) > Math.Abs(step.After - after);
    }

    static Finding Told(TableProfile table, VariableProfile variable, Column clock, LevelStep step, string? site)
    {
        var here = At(table, site);
        var at = site is null ? string.Empty : " at one site";
        var earlier = site is not null && IsApartBefore(variable, step, site);
        var count = variable.Scaled(earlier ? step.CountBefore : step.CountAfter);
        Sql side = earlier ? (Sql)$"{clock.Value} < {step.From}" : $"{clock.Value} >= {step.From}";
        return Draft.Of(
            "level-shift",
            variable,
            $"The level of {variable.Variable.Label} changes{at} in {step.From:yyyy-MM} from {Says.Figures(step.Before)} to {Says.Figures(step.After)} and stays: {(earlier ? $"{count:N0} values before lie apart from those of other sites" : $"{count:N0} values since then")}",
            count,
            $"{side} AND {variable.Variable.Value} IS NOT NULL AND {here}") with
        {
            Where = new Where(site, step.From, Item: variable.Variable.Item),
            Weight = 0.8,
        };
    }
}
