using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Letters that were broken on the way, and files in another encoding.</summary>
sealed class MisreadText : IFindingKind
{
    const string Broken = "Ã[^ ]|Å[^ ]|Ä[^ ]|ï¿½|�|[a-z]\\?[a-z]";

    public string Id => "encoding";

    public string Title => "Broken letters";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => profile.Tables.SelectMany(table => Letters(table, dataset).Concat(Bytes(table)));

    IEnumerable<Finding> Letters(TableProfile table, Dataset dataset) =>
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Variable.Column.Kind == Kind.Text
            && variable.Texts.Any(text => System.Text.RegularExpressions.Regex.IsMatch(text.Text, Broken))
        let column = variable.Variable.Column
        let condition = dataset.Dialect.Matches(column.Value, Broken)
        let count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}")
        where count > 0
        select Draft.Of(Id, table.Table, [column], $"{column.Name} has broken letters in {Says.Of(count, table.Table.Rows)}", (count, table.Table.Rows), condition) with { Weight = 0.3 };

    IEnumerable<Finding> Bytes(TableProfile table) =>
        from note in table.Table.Notes
        where note.Topic == "encoding" && note.Count > 1
        select new Finding
        {
            Kind = Id,
            Table = table.Table.Name,
            Columns = [],
            Says = note.Says,
            Count = note.Count,
            Denominator = Math.Max(note.Count, table.Table.Rows),
            Rows = $"SELECT count(*) AS readable_rows FROM {table.Table.From}",
            Weight = 0.4,
        };
}
