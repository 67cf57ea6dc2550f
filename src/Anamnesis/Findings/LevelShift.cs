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

    public string Id => "level-shift";

    public string Title => "The level of a measured thing shifts at a date";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var (table, variable) in Measured.Of(profile))
        {
            if (table.Calendar?.Column is { } clock && clock.Name != variable.Variable.Column.Name && variable.Numbers.Values.Count > 10 && Seen(table, variable) is var (step, site))
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

    static Finding Told(TableProfile table, VariableProfile variable, Column clock, LevelStep step, string? site)
    {
        var siteColumn = table.Reading.Of(Role.Site);
        var here = site is null || siteColumn is null ? Sql.Raw("TRUE") : $"{siteColumn.Value} = {site}";
        var at = site is null ? string.Empty : " at one site";
        return Draft.Of(
            "level-shift",
            variable,
            $"The level of {variable.Variable.Label} changes{at} in {step.From:yyyy-MM} from {step.Before:G3} to {step.After:G3} and stays: {variable.Scaled(step.CountAfter):N0} values since then",
            variable.Scaled(step.CountAfter),
            $"{clock.Value} >= {step.From} AND {variable.Variable.Value} IS NOT NULL AND {here}") with
        {
            Where = new Where(site, step.From, Item: variable.Variable.Item),
            Weight = 0.8,
        };
    }
}
