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
            SELECT l.tab AS table_name, l.row_id, l.col AS column_name,
                first_value(l.before) OVER (PARTITION BY l.tab, l.col, l.row_id ORDER BY l.place) AS true_value,
                l.before, l.after, l.mechanism, l.place, f.step, f.actor, f.class,
                CASE WHEN l.after IS NULL THEN f.absence END AS absence, f.recoverable, f.recover_from, f.respondent
            FROM ledger AS l LEFT JOIN (VALUES {facts}) AS f (mechanism, step, actor, class, absence, recoverable, recover_from, respondent) ON f.mechanism = l.mechanism
            ORDER BY l.place, l.tab, l.col, l.row_id
            """;
    }

    static Sql Facts(string mechanism)
    {
        var (page, trace) = (Pages.Find(mechanism), Traces.Find(mechanism));
        return $"({mechanism}, {page?.ArisesAt[0]}, {trace?.Actor}, {page?.Verdict}, {page?.Absence}, {trace?.Recoverable ?? false}, {trace?.From}, {page?.Respondent})";
    }
}
