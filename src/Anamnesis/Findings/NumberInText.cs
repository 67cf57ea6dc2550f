using System.Text.RegularExpressions;
using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A field is empty, but the text of the same row says its number.</summary>
sealed class NumberInText : IFindingKind
{
    const double LeastMissing = 0.03;
    const double LeastShare = 0.2; // of the rows without a number
    const long Fewest = 10;
    const int ShortestName = 2;

    public string Id => "number-in-text";

    public string Title => "A number stands in the text and not in its field";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let texts = table.Reading.Columns.Where(column => column.Role == Role.Text && column.Column.Kind == Kind.Text).Select(column => column.Column).Take(3).ToList()
        where texts.Count > 0
        from field in Measured.In(table)
        where field.Variable is { Item: null, Known: not null } && field.Numbers.Total > 0 && field.Missing >= Math.Max(Fewest, LeastMissing * field.Rows)
        from text in texts
        let finding = Of(table, field, text, dataset)
        where finding is not null
        select finding;

    Finding? Of(TableProfile table, VariableProfile field, Column text, Dataset dataset)
    {
        var variable = field.Variable;
        Sql says = dataset.Dialect.Matches($"lower({text.Value})", Pattern(variable));
        var (empty, told, filled, both) = dataset.Row(
            $"SELECT count(*) FILTER (WHERE {variable.Value} IS NULL), count(*) FILTER (WHERE {variable.Value} IS NULL AND {says}), count({variable.Value}), count(*) FILTER (WHERE {variable.Value} IS NOT NULL AND {says}) FROM {table.Table.From} WHERE {text.Value} IS NOT NULL",
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3)));
        return told < Math.Max(Fewest, LeastShare * empty) ? null : Draft.Of(
            Id, table.Table, [variable.Column, text], $"{variable.Label} is empty in {Says.Of(told, table.Table.Rows)} in which {text.Name} says a number for it",
            (told, table.Table.Rows), $"{variable.Value} IS NULL AND {says}") with
        {
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["empty"] = empty, ["told"] = told, ["filled"] = filled, ["both"] = both },
        };
    }

    /// <summary>A name of the variable with a number behind it.</summary>
    static string Pattern(Variable variable)
    {
        var names = (Variables.Find(variable.Known ?? string.Empty)?.Names ?? []).Append(variable.Label).Select(name => name.ToLowerInvariant())
            .Where(name => name.Length >= ShortestName && name.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '_' or '-')).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length);
        return $"(^|[^a-z0-9])({string.Join('|', names.Select(Regex.Escape).Select(name => name.Replace("\\ ", "[ ]", StringComparison.Ordinal)))})[^a-z0-9]{{1,12}}[0-9]";
    }
}
