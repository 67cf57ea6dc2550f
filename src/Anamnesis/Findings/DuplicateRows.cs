using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Rows that equal another row in everything but technical numbers.</summary>
sealed class DuplicateRows : IFindingKind
{
    const int FewestColumns = 5; // narrower tables of codes repeat by nature
    const double OftenByNature = 0.5; // beyond this share rows are not meant to be distinct

    public string Id => "duplicate-rows";

    public string Title => "Too many rows";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.DuplicateRows > 0 && table.DuplicateRows < OftenByNature * table.Table.Rows
            && (table.Table.Columns.Count >= FewestColumns || table.Reading.Of(Role.Patient) is not null)
            && table.Reading.Layout != Layout.Other
        let columns = table.Reading.Columns.Where(column => column.Role != Role.RowId && column.Column.Kind != Kind.Other).Select(column => column.Column).ToList()
        let shown = Sql.Join(", ", columns.Select(column => (Sql)$"{column.Raw ?? column.Value} AS {new Name(column.Name)}"))
        let places = Sql.Join(", ", columns.Select((_, i) => Sql.Raw((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))))
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [],
            Says = $"{Says.Of(table.DuplicateRows, table.Table.Rows)} equal another row in everything{(table.Reading.Of(Role.RowId) is null ? string.Empty : " but the number of the row")}",
            Count = table.DuplicateRows,
            Denominator = table.Table.Rows,
            Estimated = table.OneIn > 1,
            Rows = $"SELECT {shown}, count(*) AS copies FROM {table.Table.From} GROUP BY {places} HAVING count(*) > 1",
            Weight = 0.3 + ((double)table.DuplicateRows / table.Table.Rows),
        };
}
