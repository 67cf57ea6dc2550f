using System.Text.RegularExpressions;

namespace Anamnesis.Simulation;

/// <summary>The columns of words to which no mechanism at work brings a word that the truth has not: it neither sets them nor names them where it adds rows.</summary>
sealed class ClosedColumns
{
    readonly HashSet<(string Table, string Column)> _closed;

    ClosedColumns(IEnumerable<(string Table, string Column)> closed) => _closed = [.. closed];

    /// <summary>For a record that is written again and again, by other mechanisms.</summary>
    internal static ClosedColumns None { get; } = new([]);

    internal static ClosedColumns Of(ClinicPlan plan, IReadOnlyList<Act> acts) => new(
        from table in plan.Tables
        let changes = acts.SelectMany(act => act.Changes).Where(change => change.Table == table).ToList()
        from column in table.Recorded.Columns
        where column.Type == "VARCHAR" && !changes.Exists(change => Brings(change, column.Name))
        select (table.Name, column.Name));

    internal bool Has(ClinicTable table, string column) => _closed.Contains((table.Name, column));

    static bool Brings(Change change, string column) => change.Rows == ChangedRows.Added
        ? Regex.IsMatch(change.Question, $@"\b{column}\b", RegexOptions.CultureInvariant) : change.Columns.Contains(column);
}
