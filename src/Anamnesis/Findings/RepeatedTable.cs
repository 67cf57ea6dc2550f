using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A table that repeats another: which of the two holds, and what differs.</summary>
sealed class RepeatedTable : IFindingKind
{
    public string Id => "repeated-table";

    public string Title => "One table repeats another";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from copy in profile.Copies
        let only = copy.Adds + copy.Changed > 0 ? (In: copy.Copy, Not: copy.Original) : (In: copy.Original, Not: copy.Copy)
        let differing = copy.Lacks + copy.Adds + copy.Changed
        select new Finding
        {
            Kind = Id,
            Table = copy.Copy.Name,
            Columns = [.. copy.ChangedColumns.Select(column => column.Name)],
            Token = copy.Original.Name,
            Says = $"{copy.Copy.Name} repeats {copy.Original.Name}{Differences(copy)}; counted together, they hold most rows twice",
            Count = differing,
            Denominator = Math.Max(copy.Original.Rows, copy.Copy.Rows),
            Rows = $"{Shown(only.In, copy.Copy)} EXCEPT {Shown(only.Not, copy.Copy)}",
            Weight = 0.7,
            Facts = new Dictionary<string, double> { ["lacks"] = copy.Lacks, ["adds"] = copy.Adds, ["changed"] = copy.Changed, ["columns"] = copy.ChangedColumns.Count },
        };

    static Sql Shown(Table table, Table order) =>
        $"SELECT {Sql.Join(", ", order.Columns.Select(column => table.Column(column.Name)).OfType<Column>().Select(column => (Sql)$"{column.Raw ?? column.Value} AS {new Name(column.Name)}"))} FROM {table.From}";

    static string Differences(TableCopy copy)
    {
        var parts = new List<string>();
        if (copy.Lacks > 0)
        {
            parts.Add($"lacks {Says.Count(copy.Lacks)} of its {Says.Count(copy.Original.Rows)} rows");
        }

        if (copy.Adds > 0)
        {
            parts.Add($"has {Says.Count(copy.Adds)} rows that are not there");
        }

        if (copy.Changed > 0)
        {
            parts.Add($"differs in {Says.List([.. copy.ChangedColumns.Select(column => column.Name)])} in {(copy.Changed == 1 ? "1 row" : $"{Says.Count(copy.Changed)} rows")}");
        }

        return parts.Count == 0 ? " row for row" : $", but {Says.List(parts)}";
    }
}
