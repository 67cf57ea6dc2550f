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

    static Finding? Of(Dataset dataset, TableProfile table)
    {
        if (table.Reading.Of(Role.Item) is not null || table.Table.Columns.Count is < 5 or > MostColumns || Keys(table).ToList() is not { Count: > 0 } keys)
        {
            return null;
        }

        var columns = table.Reading.Columns.Where(column => !column.IsEmpty && column.Role is not (Role.RowId or Role.Text) && column.Column.Kind != Kind.Other).Select(column => column.Column).ToList();
        var rows = Coded(dataset, table.Few, columns);
        return keys.Select(key => Of(dataset, table, key, columns, rows)).FirstOrDefault(found => found is not null);
    }

    static IEnumerable<Column> Keys(TableProfile table) => ((Role[])[Role.Stay, Role.Patient]).Select(table.Reading.Of).OfType<Column>()
        .Where(key => table.Column(key.Name) is { Distinct: > 1 } ids && ids.Present >= LeastRepeat * ids.Distinct);

    /// <summary>Rows of cells: 0 for nothing, and of a column equal numbers for equal values.</summary>
    static IReadOnlyList<int[]> Coded(Dataset dataset, Sql from, IReadOnlyList<Column> columns)
    {
        Sql Shown(Column column) => column.Kind == Kind.Number ? dataset.Dialect.ToNumber(column.Key) : column.Kind == Kind.Time ? dataset.Dialect.Epoch(column.Value) : dataset.Dialect.ToText(column.Value);
        var (numbers, texts) = (columns.Select(_ => new Dictionary<double, int>()).ToList(), columns.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToList());
        return dataset.Rows($"SELECT {Sql.Join(", ", columns.Select(Shown))} FROM {from}", row => columns.Select((column, place) =>
            row.IsDBNull(place) ? 0
            : column.Kind is Kind.Number or Kind.Time ? Code(numbers[place], row.GetDouble(place))
            : Code(texts[place], row.GetString(place))).ToArray());

        static int Code<T>(Dictionary<T, int> codes, T value)
            where T : notnull => codes.TryGetValue(value, out var code) ? code : codes[value] = codes.Count + 1;
    }

    static Finding? Of(Dataset dataset, TableProfile table, Column key, List<Column> all, IReadOnlyList<int[]> rows)
    {
        var (at, columns) = (all.IndexOf(key), all.Where(column => column != key).ToList());
        var groups = rows.Where(row => row[at] > 0).GroupBy(row => row[at], row => row.Where((_, place) => place != at).ToArray()).Select(group => group.ToList()).ToList();
        if (Product.Of(groups, columns.Count) is not { } product)
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
