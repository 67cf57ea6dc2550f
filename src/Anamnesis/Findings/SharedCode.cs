using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The last of the codes of several columns stands in the same rows of all of them, as when a block of questions was not asked.</summary>
static class SharedCode
{
    const int FewestColumns = 3;
    const long FewestRows = 20;
    const double Alike = 0.9; // of the rows with the code in one column, it stands in all
    const double Copies = 0.95; // of the other rows the columns are equal: then they are one column

    internal static IEnumerable<Finding> In(TableProfile table, string kind, Dataset dataset) =>
        from same in table.Variables.Where(IsCoded).GroupBy(variable => variable.Numbers.Max)
        from block in Blocks([.. same.OrderBy(variable => variable.Numbers.Counts[^1])], same.Key, table, dataset)
        let rows = Together(block, same.Key, table, dataset)
        where rows.Together >= Alike * block[^1].Numbers.Counts[^1] && rows.Equal < Copies * (table.Table.Rows - rows.Together)
        let columns = block.ConvertAll(variable => variable.Variable.Column)
        select Draft.Of(
            kind, table.Table, columns,
            $"{Says.List(columns.ConvertAll(column => column.Name))} hold their last code, {Says.Number(same.Key)}, in the same {Says.Of(rows.Together, table.Table.Rows)}",
            (rows.Together, table.Table.Rows), All(columns, same.Key)) with
        {
            Number = same.Key,
            Token = "block",
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["code"] = same.Key, ["columns"] = block.Count, ["block"] = block.Count, ["new"] = 1 },
        };

    /// <summary>Codes 0, 1, 2 and the like, complete or nearly so, none of which is an outcome.</summary>
    static bool IsCoded(VariableProfile variable) =>
        variable.Variable is { Item: null, Column.Kind: Kind.Number, Role: Role.Category or Role.Value or Role.Other } && variable.OneIn == 1
        && variable.Numbers.Values.Count is >= 3 and <= 6 && variable.Numbers.Counts[^1] >= FewestRows && variable.Numbers.Counts[^1] <= 0.9 * variable.Rows
        && variable.Numbers.Min >= 0 && variable.Numbers.Values.All(value => value == Math.Floor(value) && value < 100);

    /// <summary>Columns that have the code in the same rows as the first of them.</summary>
    static IEnumerable<List<VariableProfile>> Blocks(List<VariableProfile> free, double code, TableProfile table, Dataset dataset)
    {
        while (free.Count >= FewestColumns)
        {
            var first = free[0];
            var near = free.Where(variable => first.Numbers.Counts[^1] >= Alike * variable.Numbers.Counts[^1]).ToList();
            var block = near.Count < FewestColumns ? near : Beside(first, near, code, table, dataset);
            free = [.. free.Skip(1).Except(block)];
            if (block.Count >= FewestColumns)
            {
                yield return block;
            }
        }
    }

    static List<VariableProfile> Beside(VariableProfile first, List<VariableProfile> near, double code, TableProfile table, Dataset dataset)
    {
        var counts = Sql.Join(", ", near.Select(variable => (Sql)$"count(*) FILTER (WHERE {variable.Variable.Column.Value} = {code})"));
        var both = dataset.Row($"SELECT {counts} FROM {table.Table.From} WHERE {first.Variable.Column.Value} = {code}", row => near.Select((_, place) => row.CountAt(place)).ToList());
        return [.. near.Where((variable, place) => both[place] >= Alike * variable.Numbers.Counts[^1])];
    }

    static (long Together, long Equal) Together(List<VariableProfile> block, double code, TableProfile table, Dataset dataset)
    {
        var columns = block.ConvertAll(variable => variable.Variable.Column);
        var equal = Sql.Join(" AND ", columns.Skip(1).Select(column => (Sql)$"{column.Value} = {columns[0].Value}"));
        return dataset.Row(
            $"SELECT count(*) FILTER (WHERE {All(columns, code)}), count(*) FILTER (WHERE {equal} AND {columns[0].Value} <> {code}) FROM {table.Table.From}",
            row => (row.CountAt(0), row.CountAt(1)));
    }

    static Sql All(List<Column> columns, double code) => Sql.Join(" AND ", columns.Select(column => (Sql)$"{column.Value} = {code}"));
}
