using Anamnesis.Engines;
using Anamnesis.Findings.Contradictions;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One column, or whether it is filled, gives the outcome away.</summary>
sealed class Leakage : IFindingKind
{
    const double LeastAuc = 0.9; // mechanisms.md, leakage_auc
    const int Several = 3; // columns that tell it alike are told at once
    const long LeastRows = 50; // of either outcome
    const long MostRows = 2_000_000;

    /// <summary>Words of times and of outcomes themselves: they follow from the outcome and are no leak.</summary>
    static readonly HashSet<string> Own =
    [
        "time", "futime", "fu", "followup", "follow", "days", "day", "months", "years", "year", "date", "stop", "survival", "surv", "rfs", "os", "pfs", "dfs", "censor", "censored",
        "death", "dead", "died", "dth", "dod", "mort", "mortality", "status", "event", "outcome", "target", "recur", "relapse", "result", "class", "label", "expire", "discharge", "disposition",
    ];

    public string Id => "leakage";

    public string Title => "A column gives the outcome away";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables.Where(table => table.Reading.Layout != Layout.Long && table.Table.Rows <= MostRows))
        {
            var outcomes = Flag.In(table).Where(flag => flag.Profile.Variable.Role == Role.Outcome && Math.Min(flag.YesRows, flag.NoRows) >= LeastRows).ToList();
            if (outcomes.Count == 0)
            {
                continue;
            }

            var separations = Separation.Of(table, outcomes, table.Few, dataset);
            foreach (var flag in outcomes)
            {
                var telling = separations[flag.Name].Where(separation => Math.Max(separation.Auc, 1 - separation.Auc) > LeastAuc && !IsOwn(separation.Number, flag)).OrderByDescending(separation => Math.Max(separation.Auc, 1 - separation.Auc)).ToList();
                foreach (var finding in telling.Count >= Several ? [Together(table, flag, telling, dataset)] : telling.ConvertAll(separation => Told(table, flag, separation)))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>A name of a time or of what later happened: it follows from the outcome.</summary>
    internal static bool IsOfOutcome(string column) => Words.Any(column, Own);

    static bool IsOwn(VariableProfile number, Flag flag)
    {
        var name = number.Variable.Column.Name;
        return number.Variable.Role == Role.Outcome || Words.Any(name, Own) || name.Contains("time", StringComparison.OrdinalIgnoreCase) || name.Contains("date", StringComparison.OrdinalIgnoreCase)
            || Words.Of(name).Intersect(Words.Of(flag.Name)).Any(word => word.Length > 2);
    }

    static Finding Told(TableProfile table, Flag flag, Separation separation)
    {
        var auc = Math.Max(separation.Auc, 1 - separation.Auc);
        return Draft.Of(
            "leakage",
            table.Table,
            [separation.Number.Variable.Column, flag.Column],
            $"{separation.Number.Variable.Label} alone nearly tells {flag.Name}: of two rows with different answers it ranks them rightly in {Says.Share(auc)} of the cases ({separation.Rows:N0} rows)",
            (separation.Rows, separation.Rows),
            $"{separation.Number.Variable.Value} IS NOT NULL AND {flag.Column.Value} IS NOT NULL") with
        { Weight = 0.7, Facts = new Dictionary<string, double> { ["auc"] = auc } };
    }

    static Finding Together(TableProfile table, Flag flag, List<Separation> telling, Dataset dataset)
    {
        var columns = telling.ConvertAll(separation => separation.Number.Variable.Column);
        Sql condition = $"{flag.Column.Value} IS NOT NULL AND ({Sql.Join(" OR ", columns.Select(column => (Sql)$"{column.Value} IS NOT NULL"))})";
        var rows = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        var (best, least) = (telling[0], telling[^1]);
        return Draft.Of(
            "leakage", table.Table, [.. columns, flag.Column],
            $"{Says.Count(telling.Count)} columns each nearly tell {flag.Name}, from {best.Number.Variable.Label} (of two rows with different answers it ranks them rightly in {Says.Share(Math.Max(best.Auc, 1 - best.Auc))} of the cases) to {least.Number.Variable.Label} ({Says.Share(Math.Max(least.Auc, 1 - least.Auc))})",
            (rows, rows), condition) with
        { Weight = 0.7, Facts = new Dictionary<string, double> { ["auc"] = Math.Max(best.Auc, 1 - best.Auc), ["several"] = telling.Count } };
    }
}
