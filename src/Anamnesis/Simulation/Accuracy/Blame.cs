using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;

namespace Anamnesis.Simulation.Accuracy;

/// <summary>Tells by the ledger which mechanisms made what a finding shows.</summary>
/// <remarks>A finding is a mechanism's when the cells of its columns in its rows are changed by it more often than those of other rows. Where rows tell nothing
/// (they are gone, or a whole column is meant), the mechanism must have acted on its table and columns and be one that may explain the kind.</remarks>
sealed class Blame(Clinic clinic, Dataset record, Profile profile)
{
    const double Most = 0.5; // of the rows that a finding shows
    const double LeastShare = 0.1; // of all rows that were looked at
    const double LeastOfMost = 0.2; // of the cells of the mechanism that has most of them

    /// <summary>Kinds that show a group from which what was changed is gone.</summary>
    static readonly HashSet<string> OfWhatIsLeft = new(StringComparer.Ordinal) { "outcome-free-group" };

    readonly IReadOnlyList<(string Table, string Column, string Mechanism, bool Gone, long Cells)> _acted = clinic.All.Rows(
        $"SELECT tab, col, mechanism, col = '*' AND after IS NULL, count(*) FROM ledger GROUP BY ALL ORDER BY ALL",
        row => (row.TextAt(0)!, row.TextAt(1)!, row.TextAt(2)!, row.GetBoolean(3), row.CountAt(4))); // the ledger names all three

    /// <summary>How many cells and rows a mechanism changed.</summary>
    internal long Cells(string mechanism) => _acted.Where(one => one.Mechanism == mechanism).Sum(one => one.Cells);

    /// <summary>The mechanisms that made it, most cells first; empty when none did.</summary>
    internal IReadOnlyList<string> For(Finding finding)
    {
        var (table, columns) = Neutral(finding);
        var acted = _acted.Where(one => one.Table == table && (one.Column == "*" || columns.Contains(one.Column))).Concat(_acted.Where(one => Elsewhere(finding).Contains((one.Table, one.Column)))).ToList();
        var touched = finding.Condition is { } condition && acted.Exists(one => !one.Gone) ? Touched(finding, condition, table, columns) : [];
        var shown = touched.Where(one => one.IsShown).ToList();
        if (shown.Count > 0)
        {
            var rest = shown.Sum(one => one.Hit) < Most * shown[0].Shown ? Nature.Of(finding.Kind, table, columns).Where(mechanism => mechanism != Nature.Extreme) : []; // most rows were so before
            return [.. shown.Where(one => one.Hit >= LeastOfMost * shown[0].Hit).Select(one => one.Mechanism).Union(rest).Union(acted.Where(one => one.Gone && Explains(one.Mechanism, finding.Kind)).Select(one => one.Mechanism))]; // rows that are gone are not among those shown
        }

        return Nature.Of(finding.Kind, table, columns) is { Count: > 0 } natural ? natural : [.. acted
            .Where(one => one.Gone || one.Table != table || finding.Condition is null || touched.Exists(other => other.Mechanism == one.Mechanism && (other.OfAll >= LeastShare || (OfWhatIsLeft.Contains(finding.Kind) && other.Hit == 0))))
            .Where(one => Explains(one.Mechanism, finding.Kind)).OrderByDescending(one => one.Cells).Select(one => one.Mechanism).Distinct()];
    }

    /// <summary>Whether it says how the truth is.</summary>
    internal bool IsNatural(Finding finding)
    {
        var (table, columns) = Neutral(finding);
        return Nature.Of(finding.Kind, table, columns).Count > 0;
    }

    List<Overlap> Touched(Finding finding, Sql condition, string table, IReadOnlyList<string> columns)
    {
        var shown = record.Tables.Single(one => one.Name == finding.Table);
        var item = finding.Where.Item is { } code ? profile.Table(finding.Table)?.Item(code)?.Variable.Rows : null;
        Sql rows = $"SELECT {new Name(clinic.Plan.Style.Column("row_id"))} AS row_id, coalesce({condition}, FALSE) AS hit FROM {shown.From} WHERE {item ?? Sql.Raw("TRUE")}";
        var names = Sql.Join(", ", columns.Append("*").Select(name => (Sql)$"{name}"));
        return [.. clinic.All.Rows(
            $"""
            WITH looked AS ({rows}), touched AS (SELECT DISTINCT mechanism, row_id FROM ledger WHERE tab = {table} AND col IN ({names}))
            SELECT t.mechanism, count(*) FILTER (WHERE hit), count(*) FILTER (WHERE NOT hit), (SELECT count(*) FILTER (WHERE hit) FROM looked), (SELECT count(*) FILTER (WHERE NOT hit) FROM looked)
            FROM touched AS t JOIN looked AS l ON l.row_id = t.row_id GROUP BY 1 ORDER BY 2 DESC, 1
            """,
            row => new Overlap(row.TextAt(0)!, row.NumberAt(1) ?? 0, row.NumberAt(2) ?? 0, row.NumberAt(3) ?? 0, row.NumberAt(4) ?? 0))]; // the ledger names it
    }

    /// <summary>The names of the truth.</summary>
    (string Table, IReadOnlyList<string> Columns) Neutral(Finding finding)
    {
        var style = clinic.Plan.Style;
        var table = clinic.Plan.Tables.FirstOrDefault(one => style.Table(one.Name) == finding.Table);
        var named = finding.Columns.Select(column => table?.Names.FirstOrDefault(name => style.Column(name) == column) ?? column);
        return (table?.Name ?? finding.Table, [.. named.Union(table?.Names.Where(name => Reads(finding, style.Column(name))) ?? [])]);
    }

    /// <summary>Its condition reads the column: whose row it is, which item it is about, what it hangs on.</summary>
    bool Reads(Finding finding, string column) => finding.Condition is { } condition && condition.Text.Contains($"\"{column}\"", StringComparison.Ordinal)
        || (finding.Where.Item is { } item && profile.Table(finding.Table)?.Item(item)?.Variable.Rows.Text.Contains($"\"{column}\"", StringComparison.Ordinal) == true);

    /// <summary>Columns that the finding names and another table has, and the rows of the table that it names: it compares the two.</summary>
    List<(string Table, string Column)> Elsewhere(Finding finding)
    {
        var style = clinic.Plan.Style;
        var foreign = finding.Columns.Where(column => !clinic.Plan.Tables.Any(table => style.Table(table.Name) == finding.Table && table.Names.Any(name => style.Column(name) == column))).ToList();
        return [.. from table in clinic.Plan.Tables from name in table.Names where foreign.Contains(style.Column(name)) select (table.Name, name),
            .. clinic.Plan.Tables.Where(table => finding.Token?.Split(' ').Contains(style.Table(table.Name)) == true).Select(table => (table.Name, "*"))];
    }

    static bool Explains(string mechanism, string kind) => Catalog.Of<IMechanism>().Single(one => one.Id == mechanism).Explains.Contains(kind);
}
