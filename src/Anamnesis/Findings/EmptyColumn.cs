using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Columns and tables that hold nothing.</summary>
sealed class EmptyColumn : IFindingKind
{
    const int FewTables = 3;

    public string Id => "empty";

    public string Title => "Columns or tables that hold nothing";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => Tables(dataset).Concat(
        from table in profile.Tables
        let empty = table.Variables.Where(variable => variable.Variable.Item is null && variable.Present == 0 && variable.Unreadable.Count == 0).Select(variable => variable.Variable.Column).ToList()
        where empty.Count > 0
        select Draft.Of(
            Id, table.Table, empty, $"{Says.List([.. empty.Select(column => column.Name)])} {(empty.Count == 1 ? "holds" : "hold")} nothing in all {Says.Count(table.Table.Rows)} rows",
            (table.Table.Rows, table.Table.Rows), $"TRUE") with
        { Weight = 0.05 });

    /// <summary>Tables without a row, each for itself where they are few.</summary>
    IEnumerable<Finding> Tables(Dataset dataset)
    {
        var empty = dataset.Tables.Where(table => table.Rows == 0 && table.RejectedRows == 0).ToList();
        return (empty.Count <= FewTables ? empty.ConvertAll(table => new List<Table> { table }) : [empty]).Select(tables => new Finding
        {
            Kind = Id,
            Table = tables[0].Name,
            Columns = [],
            Token = "table",
            Says = tables.Count == 1 ? $"the table {tables[0].Name} has {Says.Count(tables[0].Columns.Count)} columns and no row" : $"{tables.Count} tables have no row: {string.Join(", ", tables.Select(table => table.Name))}",
            Count = 0,
            Denominator = 0,
            Rows = $"SELECT count(*) AS rows FROM {tables[0].From}",
            Weight = 0.2,
        });
    }
}
