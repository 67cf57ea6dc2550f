using Anamnesis.Engines;
using Anamnesis.Knowledge;

namespace Anamnesis.Simulation;

/// <summary>The ledger as it is written: every changed cell with who, where in the process, and whether it can be had again.</summary>
static class LedgerFile
{
    internal const string Name = "ledger";

    /// <summary>
    /// <c>(table_name, row_id, column_name, true_value, before, after, mechanism, place, step, actor, class, absence, recoverable, recover_from, respondent)</c>;
    /// <c>before</c> is what stood there when the mechanism came, <c>true_value</c> what was so.
    /// </summary>
    internal static Sql Query(IEnumerable<string> mechanisms)
    {
        var facts = Sql.Join(", ", mechanisms.Distinct(StringComparer.Ordinal).DefaultIfEmpty(string.Empty).Select(Facts));
        return $"""
            SELECT l.tab AS table_name, l.row_id, l.col AS column_name, CASE WHEN again.row_id IS NULL THEN l.before ELSE again.first END AS true_value,
                l.before, l.after, l.mechanism, l.place, f.step, f.actor, f.class,
                CASE WHEN l.after IS NULL THEN f.absence END AS absence, f.recoverable, f.recover_from, f.respondent
            FROM ledger AS l
            LEFT JOIN (VALUES {facts}) AS f (mechanism, step, actor, class, absence, recoverable, recover_from, respondent) ON f.mechanism = l.mechanism
            LEFT JOIN (SELECT tab, row_id, col, arg_min_null(before, place) AS first FROM ledger GROUP BY tab, row_id, col HAVING count(*) > 1) AS again
                ON again.row_id = l.row_id AND again.col = l.col AND again.tab = l.tab
            """;
    }

    static Sql Facts(string mechanism)
    {
        var (page, trace) = (Pages.Find(mechanism), Traces.Find(mechanism));
        return $"({mechanism}, {page?.ArisesAt[0]}, {trace?.Actor}, {page?.Verdict}, {page?.Absence}, {trace?.Recoverable ?? false}, {trace?.From}, {page?.Respondent})";
    }
}
