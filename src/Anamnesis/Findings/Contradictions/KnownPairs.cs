using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>Rules between clinical variables of one row.</summary>
static class KnownPairs
{
    const double Sure = 0.8;
    const double MostBroken = 0.2; // more rows say that a column is something else

    /// <summary>A rule: the variables, the words for its break, and the condition under which it is broken.</summary>
    sealed record Rule(string Says, Func<IReadOnlyList<Sql>, Sql> Broken, params string[] Variables);

    static readonly Rule[] Rules =
    [
        new("the systolic pressure is not above the diastolic", v => $"{v[0]} <= {v[1]}", "sbp", "dbp"),
        new("the mean pressure does not lie between diastolic and systolic", v => $"({v[0]} > {v[1]} OR {v[0]} < {v[2]})", "map", "sbp", "dbp"),
        new("the left ventricle is not smaller in systole than in diastole", v => $"{v[0]} >= {v[1]}", "lvesd", "lvedd"),
        new("haematocrit and haemoglobin do not belong to one sample", v => $"{v[1]} > 0 AND ({v[0]} / {v[1]} < 2.2 OR {v[0]} / {v[1]} > 4)", "hct", "hb"),
        new("HDL and LDL together exceed total cholesterol", v => $"{v[0]} < 0.98 * ({v[1]} + {v[2]})", "chol_total", "hdl", "ldl"),
        new("the body mass index does not follow from weight and height", v => $"{v[2]} > 0 AND abs({v[0]} - {v[1]} * 10000.0 / ({v[2]} * {v[2]})) > greatest(1.0, 0.05 * {v[0]})", "bmi", "weight", "height"),
    ];

    internal static IEnumerable<Finding> In(TableProfile table, Dataset dataset)
    {
        foreach (var rule in Rules)
        {
            var columns = rule.Variables.Select(id => Sole(table, id)).OfType<VariableProfile>().ToList();
            if (columns.Count == rule.Variables.Length && Told(table, rule, columns, dataset) is { } finding)
            {
                yield return finding;
            }
        }
    }

    /// <summary>The only column that is surely this variable, in its own unit; null when there are none or several.</summary>
    static VariableProfile? Sole(TableProfile table, string id)
    {
        var found = table.Variables
            .Where(profile => profile.Variable.Item is null && profile.Variable.Known == id && profile.Variable.KnownConfidence >= Sure && profile.Numbers.Total > 0)
            .ToList();
        return found.Count == 1 && Limits.Of(found[0]) is { } limits && limits.Hard == limits.Known.Hard ? found[0] : null;
    }

    static Finding? Told(TableProfile table, Rule rule, List<VariableProfile> columns, Dataset dataset)
    {
        var present = Sql.Join(" AND ", columns.Select(column => (Sql)$"{column.Variable.Value} IS NOT NULL"));
        Sql broken = $"({present} AND {rule.Broken([.. columns.Select(column => column.Variable.Value)])})";
        var (all, count) = dataset.Row(
            $"SELECT count(*) FILTER (WHERE {present}), count(*) FILTER (WHERE {broken}) FROM {table.Table.From}",
            row => (row.CountAt(0), row.CountAt(1)));
        return count == 0 || count > MostBroken * all ? null : Draft.Of(
            "cross-field",
            table.Table,
            [.. columns.Select(column => column.Variable.Column)],
            $"In {count:N0} of {all:N0} rows {rule.Says}",
            (count, all),
            broken) with
        { Weight = 0.8 };
    }
}
