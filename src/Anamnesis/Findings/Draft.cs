using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Writes a finding about one variable or about several columns.</summary>
static class Draft
{
    /// <summary>A finding about rows of one variable that a condition tells.</summary>
    internal static Finding Of(string kind, VariableProfile profile, string says, long count, Sql condition)
    {
        var variable = profile.Variable;
        var rows = variable.Item is null ? condition : Both(variable.Rows, condition);
        return new Finding
        {
            Kind = kind,
            Table = variable.Table.Name,
            Columns = [variable.Column.Name],
            Variable = variable.Item ?? variable.Known,
            Says = says,
            Count = count,
            Denominator = Math.Max(count, profile.Scaled(profile.Numbers.Total)),
            Estimated = profile.OneIn > 1,
            Where = variable.Item is null ? Where.Anywhere : new Where(Item: variable.Item),
            Condition = rows,
            Rows = Showing(variable.Table, rows),
        };
    }

    /// <summary>A finding about several columns of a table.</summary>
    internal static Finding Of(string kind, Table table, IReadOnlyList<Column> columns, string says, (long Count, long Of) rows, Sql condition) => new()
    {
        Kind = kind,
        Table = table.Name,
        Columns = [.. columns.Select(column => column.Name)],
        Says = says,
        Count = rows.Count,
        Denominator = rows.Of,
        Condition = condition,
        Rows = Showing(table, condition),
    };

    /// <summary>The query that shows the rows of a condition, text as it stood.</summary>
    internal static Sql Showing(Table table, Sql condition) =>
        $"SELECT {Sql.Join(", ", table.Columns.Select(Selected))} FROM {table.From} WHERE {condition}";

    static Sql Both(Sql one, Sql other) => $"({one}) AND ({other})";

    static Sql Selected(Column column) => $"{column.Raw ?? column.Value} AS {new Name(column.Name)}";
}
