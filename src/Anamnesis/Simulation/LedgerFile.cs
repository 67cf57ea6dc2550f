using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

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
        var facts = mechanisms.Distinct(StringComparer.Ordinal).DefaultIfEmpty(Catalog.Of<IMechanism>()[0].Id).Select(Facts).ToList();
        var columns = Sql.Join(", ", Words.Select((word, at) => (Sql)$"CAST({Sql.Raw(word)} AS {Ledger.Words(facts.Select(one => one[at + 1]).OfType<string>().DefaultIfEmpty("none"))}) AS {Sql.Raw(word)}"));
        var rows = Sql.Join(", ", facts.Select(one => (Sql)$"({Sql.Join(", ", one.Select(word => (Sql)$"{word}"))})"));
        return $"""
            SELECT l.tab AS table_name, l.row_id, l.col AS column_name, CASE WHEN first.row_id IS NULL THEN l.before ELSE first.before END AS true_value,
                l.before, l.after, l.mechanism, l.place, f.step, f.actor, f.class,
                CASE WHEN l.after IS NULL THEN f.absence END AS absence, f.recoverable = 'yes' AS recoverable, f.recover_from, f.respondent
            FROM ledger AS l
            LEFT JOIN (SELECT CAST(mechanism AS {Ledger.Mechanisms}) AS mechanism, {columns} FROM (VALUES {rows}) AS v (mechanism, {Sql.Raw(string.Join(", ", Words))})) AS f ON f.mechanism = l.mechanism
            LEFT JOIN (SELECT l.tab, l.row_id, l.col, arg_min_null(l.before, l.place) AS before FROM ledger AS l
                SEMI JOIN (SELECT tab, row_id, col FROM ledger WHERE col <> '*' OR row_id IN (SELECT row_id FROM ledger WHERE col = '*' AND after = 'added')
                    GROUP BY tab, row_id, col HAVING count(*) > 1) AS again ON again.row_id = l.row_id AND again.col = l.col AND again.tab = l.tab
                GROUP BY l.tab, l.row_id, l.col) AS first
                ON first.row_id = l.row_id AND first.col = l.col AND first.tab = l.tab
            """;
    }

    static readonly string[] Words = ["step", "actor", "class", "absence", "recoverable", "recover_from", "respondent"];

    static IReadOnlyList<string?> Facts(string mechanism)
    {
        var (page, trace) = (Pages.Find(mechanism), Traces.Find(mechanism));
        return [mechanism, page?.ArisesAt[0], trace?.Actor, page?.Verdict, page?.Absence, trace?.Recoverable == true ? "yes" : "no", trace?.From, page?.Respondent];
    }
}
