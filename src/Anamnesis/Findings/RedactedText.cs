using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Marks that stand where something was taken out of a text.</summary>
sealed partial class RedactedText : IFindingKind
{
    const int Fewest = 5;
    const double Least = 0.005; // of the texts
    const string Pattern = @"\[\*\*|\*\*\]|_{3,}|\[(REDACTED|NAME|DATE|HOSPITAL|LOCATION|PERSON|PHONE|ID|ANONYMI[SZ]ED)\]|<(NAME|DATE|HOSPITAL|PERSON|LOCATION)>|XXX-XX|\*{4,}";

    public string Id => "redacted-text";

    public string Title => "Marks where something was taken out of a text";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from variable in table.Variables
        where variable.Variable.Item is null && variable.Variable.Column.Kind == Kind.Text && variable.Texts.Any(text => Mark().IsMatch(text.Text))
        let column = variable.Variable.Column
        let condition = (Sql)$"{column.Value} IS NOT NULL AND {dataset.Dialect.Matches(column.Value, Pattern)}"
        let count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}")
        where count >= Math.Max(Fewest, Least * variable.Present)
        select Draft.Of(Id, table.Table, [column], $"in {column.Name}, marks such as '[** **]' or '___' stand where something was taken out, in {Says.Of(count, variable.Present)}", (count, variable.Present), condition) with
        { Weight = 0.3 };

    [GeneratedRegex(Pattern)]
    private static partial Regex Mark();
}
