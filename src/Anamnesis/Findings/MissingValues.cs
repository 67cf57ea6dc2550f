using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column is missing in a share of rows that is worth a line.</summary>
sealed class MissingValues : IFindingKind
{
    const double WorthALine = 0.005;
    const long FewestRows = 20; // of the table; smaller ones are lists of codes and the like

    const long FewestOfItem = 50;
    const double OftenOfItem = 0.1;

    public string Id => "missing";

    public string Title => "A column is often missing";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => Columns(profile).Concat(Items(profile, dataset));

    IEnumerable<Finding> Columns(Profile profile) =>
        from table in profile.Tables
        from variable in table.Variables
        let empty = Absence.Empty(variable)
        where variable.Variable.Item is null && variable.Rows >= FewestRows && empty > 0 && variable.Present > 0 && empty >= Math.Max(2, WorthALine * variable.Rows)
            && variable.Variable.Role is not (Role.RowId or Role.End or Role.Unit)
            && !(variable.Variable.Role == Role.Outcome && variable.Variable.Column.Kind == Kind.Time)
        let column = Absence.Held(variable)
        select Draft.Of(Id, table.Table, [column], $"{column.Name} is empty in {Says.Of(empty, variable.Rows)} ({Says.Share((double)empty / variable.Rows)})", (empty, variable.Rows), $"{column.Value} IS NULL")
            with
        { Variable = variable.Variable.Known, Weight = (variable.Variable.Role is Role.Value or Role.Outcome or Role.Category ? 0.3 : 0.1) * empty / variable.Rows };

    IEnumerable<Finding> Items(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable.Item is not null && variable.Rows >= FewestOfItem && variable.Missing >= OftenOfItem * variable.Rows && variable.Present > 0
        let held = table.Column(variable.Variable.Column.Name) is { } whole ? Absence.Held(whole) : variable.Variable.Column
        let empty = held == variable.Variable.Column ? variable.Missing : Empty(dataset, table, variable, held) // what holds a limit or a word is no gap
        where empty >= OftenOfItem * variable.Rows
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [variable.Variable.Column.Name],
            Variable = variable.Variable.Item,
            Where = new Where(Item: variable.Variable.Item),
            Says = $"{variable.Variable.Label} has no value in {Says.Of(empty, variable.Rows)}",
            Count = empty,
            Denominator = variable.Rows,
            Condition = $"{variable.Variable.Rows} AND {held.Value} IS NULL",
            Rows = Draft.Showing(table.Table, $"{variable.Variable.Rows} AND {held.Value} IS NULL"),
            Weight = 0.3 * empty / variable.Rows,
        };

    static long Empty(Dataset dataset, TableProfile table, VariableProfile variable, Column held) =>
        (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {variable.Variable.Rows} AND {held.Value} IS NULL");
}
