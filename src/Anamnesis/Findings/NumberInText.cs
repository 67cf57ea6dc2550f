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
    const int MostTexts = 3;
    const int ShortestName = 2;

    public string Id => "number-in-text";

    public string Title => "A number stands in the text and not in its field";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from field in Measured.In(table)
        where field.Missing >= Math.Max(Fewest, LeastMissing * field.Rows) && IsTold(field)
        from text in Texts(table)
        let finding = Of(table, field, text, dataset)
        where finding is not null
        select finding;

    /// <summary>The texts of a table.</summary>
    internal static IReadOnlyList<Column> Texts(TableProfile table) => [.. table.Reading.Columns.Where(column => column.Role == Role.Text && column.Column.Kind == Kind.Text).Select(column => column.Column).Take(MostTexts)];

    static bool IsTold(VariableProfile field) => field.Variable is { Item: null, Known: not null } && field.Numbers.Total > 0;

    /// <summary>Of the rows with a text: how many have an empty field, in how many of these the text says its number, and the same of the filled ones.</summary>
    internal static IReadOnlyDictionary<string, double> Told(Dataset dataset, TableProfile table, VariableProfile field, Column text)
    {
        if (!IsTold(field))
        {
            return new Dictionary<string, double>();
        }

        var value = field.Variable.Value;
        Sql says = Tells(dataset, field.Variable, text);
        return dataset.Row(
            $"SELECT count(*) FILTER (WHERE {value} IS NULL), count(*) FILTER (WHERE {value} IS NULL AND {says}), count({value}), count(*) FILTER (WHERE {value} IS NOT NULL AND {says}) FROM {table.Table.From} WHERE {text.Value} IS NOT NULL",
            row => new Dictionary<string, double> { ["empty"] = row.CountAt(0), ["told"] = row.CountAt(1), ["filled"] = row.CountAt(2), ["both"] = row.CountAt(3) });
    }

    static Sql Tells(Dataset dataset, Variable variable, Column text) => dataset.Dialect.Matches($"lower({text.Value})", Pattern(variable));

    Finding? Of(TableProfile table, VariableProfile field, Column text, Dataset dataset)
    {
        var variable = field.Variable;
        Sql says = Tells(dataset, variable, text);
        var facts = Told(dataset, table, field, text);
        var (empty, told) = ((long)facts["empty"], (long)facts["told"]);
        return told < Math.Max(Fewest, LeastShare * empty) ? null : Draft.Of(
            Id, table.Table, [variable.Column, text], $"{variable.Label} is empty in {Says.Of(told, table.Table.Rows)} in which {text.Name} says a number for it",
            (told, table.Table.Rows), $"{variable.Value} IS NULL AND {says}") with
        {
            Weight = 0.4,
            Facts = facts,
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
