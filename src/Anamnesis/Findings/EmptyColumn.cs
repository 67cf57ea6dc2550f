using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Columns and tables that hold nothing.</summary>
sealed class EmptyColumn : IFindingKind
{
    public string Id => "empty";

    public string Title => "Columns or tables that hold nothing";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        let empty = table.Variables.Where(variable => variable.Variable.Item is null && variable.Present == 0 && variable.Unreadable.Count == 0).Select(variable => variable.Variable.Column).ToList()
        where empty.Count > 0
        select Draft.Of(
            Id, table.Table, empty, $"{Says.List([.. empty.Select(column => column.Name)])} {(empty.Count == 1 ? "holds" : "hold")} nothing in all {Says.Count(table.Table.Rows)} rows",
            (table.Table.Rows, table.Table.Rows), $"TRUE") with
        { Weight = 0.05 };
}
