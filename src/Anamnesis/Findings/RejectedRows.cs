using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Lines that could not be read as rows.</summary>
sealed class RejectedRows : IFindingKind
{
    public string Id => "rejected-rows";

    public string Title => "Lines that could not be read as rows";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.Table.RejectedRows > 0
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [],
            Says = $"{Says.Of(table.Table.RejectedRows, table.Table.Rows + table.Table.RejectedRows, "lines")} could not be read as rows and were kept aside ({table.Table.Rejected[0].Reason})",
            Count = table.Table.RejectedRows,
            Denominator = table.Table.Rows + table.Table.RejectedRows,
            Rows = $"SELECT {Sql.Join(", ", table.Table.Rejected.Take(3).Select(row => (Sql)$"{row.Line} AS {new Name($"line_{row.Line}")}"))}",
            Weight = 0.4,
        };
}
