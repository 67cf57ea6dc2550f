using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The rows of a stay or a person are all pairs of two things, and everything else only repeats.</summary>
sealed class MultipliedRows : IFindingKind
{
    const int MostColumns = 60;
    const double LeastRepeat = 1.3; // rows a key

    public string Id => "multiplied-rows";

    public string Title => "Rows that are all pairs of two things";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let finding = Of(dataset, table)
        where finding is not null
        select finding;

    /// <summary>Whether the rows of a table are such pairs.</summary>
    internal static bool In(string table, Profile profile, Dataset dataset) => profile.Originals.Any(one => one.Table.Name == table && Of(dataset, one) is not null);

    static Finding? Of(Dataset dataset, TableProfile table) => table.Reading.Of(Role.Item) is null && table.Table.Columns.Count is >= 5 and <= MostColumns
        ? Keys(table).Select(key => Of(dataset, table, key)).FirstOrDefault(found => found is not null)
        : null;

    static IEnumerable<Column> Keys(TableProfile table) => ((Role[])[Role.Stay, Role.Patient]).Select(table.Reading.Of).OfType<Column>()
        .Where(key => table.Column(key.Name) is { Distinct: > 1 } ids && ids.Present >= LeastRepeat * ids.Distinct);

    static Finding? Of(Dataset dataset, TableProfile table, Column key)
    {
        var columns = table.Reading.Columns.Where(column => column.Column.Name != key.Name && !column.IsEmpty && column.Role is not (Role.RowId or Role.Text) && column.Column.Kind != Kind.Other).Select(column => column.Column).ToList();
        var cells = Sql.Join(", ", columns.Select(column => dataset.Dialect.ToText(column.Value)));
        var rows = dataset.Rows($"SELECT {dataset.Dialect.ToText(key.Value)}, {cells} FROM {table.Few} WHERE {key.Value} IS NOT NULL", row => (Key: row.TextAt(0)!, Cells: columns.Select((_, place) => row.TextAt(place + 1)).ToArray())); // not null by WHERE
        if (Product.Of([.. rows.GroupBy(row => row.Key, StringComparer.Ordinal).Select(group => group.Select(row => row.Cells).ToList())], columns.Count) is not { } product)
        {
            return null;
        }

        Sql condition = $"{key.Value} IN (SELECT {key.Value} FROM {table.Table.From} GROUP BY {key.Value} HAVING count(*) > 1)";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return Draft.Of(
            "multiplied-rows", table.Table, [columns[product.One], columns[product.Other]],
            $"In {Says.Share(product.Share)} of the {key.Name} with several rows these are all pairs of {columns[product.One].Name} and {columns[product.Other].Name}, and {Says.Of(product.Constant, columns.Count, "columns")} repeat the same",
            (count, table.Table.Rows), condition) with
        { Weight = 0.8, Facts = new Dictionary<string, double> { ["share"] = product.Share, ["groups"] = product.Groups, ["constant"] = (double)product.Constant / columns.Count } };
    }
}
