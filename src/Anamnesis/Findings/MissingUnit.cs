using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Columns of a table that are missing in the same rows: a block, or one column alone.</summary>
/// <param name="Columns">The columns, in the order of the table.</param>
/// <param name="Missing">Rows in which all of them are missing.</param>
/// <param name="Rows">Rows in all, as far as they were looked at.</param>
sealed record MissingUnit(IReadOnlyList<Column> Columns, long Missing, long Rows)
{
    const double Together = 0.9; // phi from which two columns count as missing together

    /// <summary>Rows in which the unit is missing.</summary>
    internal Sql Condition => Sql.Join(" AND ", Columns.Select(column => (Sql)$"{column.Value} IS NULL"));

    internal bool IsBlock => Columns.Count > 1;

    internal string Label => Says.List([.. Columns.Select(column => column.Name)]);

    /// <summary>The units of a table, those with most missing rows first.</summary>
    internal static IReadOnlyList<MissingUnit> Of(TableProfile table)
    {
        var columns = table.Patterned;
        var counts = table.PatternCounts;
        var free = new List<int>(Enumerable.Range(0, columns.Count));
        var units = new List<MissingUnit>();
        while (free.Count > 0)
        {
            var seed = free[0];
            var block = free.Where(other => other == seed || Phi(counts, seed, other) >= Together).ToList();
            free.RemoveAll(block.Contains);
            var missing = block.Count == 1 ? counts.Missing(seed) : table.Patterns.Where(pattern => block.TrueForAll(i => pattern.Missing[i])).Sum(pattern => pattern.Rows);
            units.Add(new MissingUnit([.. block.Select(i => columns[i])], missing, counts.Rows));
        }

        return [.. units.OrderByDescending(unit => unit.Missing)];
    }

    static double Phi(PatternCounts counts, int one, int other)
    {
        var (a, b) = (counts.Missing(one), counts.Missing(other));
        if (Math.Min(a, b) < 0.7 * Math.Max(a, b))
        {
            return 0; // phi cannot reach 0.9
        }

        var both = counts.Both(one, other);
        return Odds.Phi(both, a - both, b - both, counts.Rows - a - b + both);
    }
}
