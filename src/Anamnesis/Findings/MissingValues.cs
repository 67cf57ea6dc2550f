using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column is missing in a share of rows that is worth a line.</summary>
sealed class MissingValues : IFindingKind
{
    const double WorthALine = 0.005;
    const long FewestRows = 20; // of the table; smaller ones are lists of codes and the like

    public string Id => "missing";

    public string Title => "A column is often missing";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => Columns(profile).Concat(Items(profile));

    IEnumerable<Finding> Columns(Profile profile) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Rows >= FewestRows && variable.Missing > 0 && variable.Present > 0
            && variable.Variable.Role is not (Role.RowId or Role.End or Role.Unit)
            && !(variable.Variable.Role == Role.Outcome && variable.Variable.Column.Kind == Kind.Time)
        let texts = variable.Variable.Column.Raw is null ? [] : TypeMix.Odd(variable)
        let empty = variable.Missing - (texts.Sum(text => text.Count) * variable.OneIn)
        where empty >= Math.Max(2, WorthALine * variable.Rows)
        select Empty(table, variable, empty, texts);

    /// <summary>Texts such as &lt;3 are no numbers, but their cells are not empty.</summary>
    Finding Empty(TableProfile table, VariableProfile variable, long empty, List<TextCount> texts)
    {
        var (column, share) = (variable.Variable.Column, (double)empty / variable.Rows);
        var condition = texts.Count == 0
            ? $"{column.Value} IS NULL"
            : (Sql)$"{column.Value} IS NULL AND ({column.Raw!} IS NULL OR {column.Raw!} NOT IN ({Sql.Join(", ", texts.Select(text => (Sql)$"{text.Text}"))}))"; // texts come from the raw column
        return Draft.Of(Id, table.Table, [column], $"{column.Name} is empty in {Says.Of(empty, variable.Rows)} ({Says.Share(share)})", (empty, variable.Rows), condition) with
        {
            Variable = variable.Variable.Known,
            Weight = (variable.Variable.Role is Role.Value or Role.Outcome or Role.Category ? 0.3 : 0.1) * share,
        };
    }

    IEnumerable<Finding> Items(Profile profile) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable.Item is not null && variable.Rows >= 50 && variable.Missing >= 0.1 * variable.Rows && variable.Present > 0
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [variable.Variable.Column.Name],
            Variable = variable.Variable.Item,
            Where = new Where(Item: variable.Variable.Item),
            Says = $"{variable.Variable.Label} has no readable value in {Says.Of(variable.Missing, variable.Rows)}",
            Count = variable.Missing,
            Denominator = variable.Rows,
            Condition = $"{variable.Variable.Rows} AND {variable.Variable.Value} IS NULL",
            Rows = Draft.Showing(table.Table, $"{variable.Variable.Rows} AND {variable.Variable.Value} IS NULL"),
            Weight = 0.3 * variable.Missing / variable.Rows,
        };
}
