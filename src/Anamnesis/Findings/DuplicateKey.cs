using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A key that is nearly unique, but not quite.</summary>
sealed class DuplicateKey : IFindingKind
{
    const double Nearly = 0.95; // share of distinct values that shows that the column is meant to be unique
    const double NearlyAsReference = 0.98; // where it refers to another table, of which a row may have two here
    const int Fewest = 20;

    public string Id => "duplicate-key";

    public string Title => "A key that is not unique";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.OneIn == 1
        from column in table.Reading.Columns
        where column.Role is Role.RowId or Role.Patient or Role.Stay && column.Confidence >= 0.7
        let ids = table.Column(column.Column.Name)
        where ids is not null && ids.Present >= Fewest && ids.Distinct < ids.Present && ids.Distinct >= (IsReference(profile, table, column.Column) ? NearlyAsReference : Nearly) * ids.Present
        let surplus = ids.Present - ids.Distinct
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [column.Column.Name],
            Says = $"{column.Column.Name} is unique but for {Says.Of(surplus, ids.Present)} that repeat another",
            Count = surplus,
            Denominator = ids.Present,
            Rows = $"SELECT {column.Column.Value} AS key, count(*) AS copies FROM {table.Table.From} WHERE {column.Column.Value} IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
            Weight = 0.4,
        };

    static bool IsReference(Profile profile, TableProfile table, Column column) =>
        profile.Links.Any(link => link.From.Name == table.Table.Name && link.FromColumn.Name == column.Name && link.To.Name != table.Table.Name);
}
