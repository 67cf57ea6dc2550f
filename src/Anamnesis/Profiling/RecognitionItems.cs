using Anamnesis.Engines;
using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>Recognises the item codes of a long table.</summary>
static class RecognitionItems
{
    const int ProbeRows = 200_000;
    const int MostItems = 1000;

    internal static IReadOnlyList<ItemReading> Of(Dataset dataset, TableReading reading, IReadOnlyList<TableReading> all, Corrections corrections)
    {
        var (item, value) = (reading.Of(Role.Item)!, reading.Of(Role.Value)!); // a long table has both
        var dialect = dataset.Dialect;
        Sql number = value.Kind switch // answers in words among the numbers make the whole column text
        {
            Kind.Number => value.Value,
            Kind.Text => dialect.TryNumber(value.Value),
            _ => $"CAST(NULL AS DOUBLE PRECISION)",
        };
        Sql unit = reading.Of(Role.Unit) is { } units ? dialect.ToText(units.Value) : $"CAST(NULL AS VARCHAR)";
        var items = dataset.Rows(
            $"""
            SELECT item, count(*) AS n, {Sql.Join(", ", dialect.Quantiles($"number", 0.05, 0.5, 0.95))}, min(unit)
            FROM (SELECT {dialect.ToText(item.Value)} AS item, {number} AS number, {unit} AS unit FROM {reading.Table.From} LIMIT {ProbeRows}) AS probe
            WHERE item IS NOT NULL
            GROUP BY item ORDER BY n DESC, item LIMIT {MostItems}
            """,
            row => (Code: Code(row.TextAt(0)!, item), Low: row.NumberAt(2) ?? double.NaN, Middle: row.NumberAt(3) ?? double.NaN, High: row.NumberAt(4) ?? double.NaN, Unit: row.TextAt(5))); // not null by WHERE
        var labels = Labels(dataset, reading, all, item);
        var said = corrections.Items.GetValueOrDefault(reading.Table.Name);
        return [.. items.Select(seen =>
        {
            var code = Plain(seen.Code);
            var label = labels.GetValueOrDefault(code, seen.Code);
            if (said?.GetValueOrDefault(seen.Code) is { } variable)
            {
                return new ItemReading(seen.Code, label, variable, 1, "as anamnesis.yaml says", seen.Unit);
            }

            var (byLabel, byCode) = (label == seen.Code ? null : Known(label), Known(code));
            var known = (byCode?.Confidence ?? 0) > (byLabel?.Confidence ?? 0) ? byCode : byLabel;
            return known is { } found
                ? new ItemReading(seen.Code, label, found.Variable.Id, found.Confidence, found.Reason, seen.Unit ?? found.Unit)
                : new ItemReading(seen.Code, label, null, 0, "no variable by name or code", seen.Unit);

            (KnownVariable Variable, double Confidence, string? Unit, string Reason)? Known(string name) => VariableNames.Find(name, seen.Low, seen.Middle, seen.High, seen.Unit);
        })];
    }

    /// <summary>Names of codes, from the table's own description column or a dictionary table that has a column of the same name.</summary>
    static Dictionary<string, string> Labels(Dataset dataset, TableReading reading, IReadOnlyList<TableReading> all, Column item)
    {
        var dialect = dataset.Dialect;
        var dictionary = all.FirstOrDefault(other => other != reading && other.Table.Column(item.Name) is not null && LabelOf(other) is not null && other.Table.Rows is > 0 and < 200_000);
        var from = dictionary ?? (LabelOf(reading) is not null ? reading : null);
        if (from is null || LabelOf(from) is not { } label || from.Table.Column(item.Name) is not { } key)
        {
            return [];
        }

        return dataset.Rows(
                $"SELECT DISTINCT {dialect.ToText(key.Value)}, min({label.Value}) FROM (SELECT * FROM {from.Table.From} LIMIT {ProbeRows}) AS probe GROUP BY 1",
                row => (Code: row.TextAt(0), Label: row.TextAt(1)))
            .Where(pair => pair is { Code: not null, Label: not null })
            .GroupBy(pair => Plain(pair.Code!)) // filtered
            .ToDictionary(group => group.Key, group => group.First().Label!); // filtered
    }

    static Column? LabelOf(TableReading reading) => reading.Table.Columns.FirstOrDefault(column =>
        column.Kind == Kind.Text && NameTokens.Of(column.Name).Is("label", "name", "description", "conceptname", "itemname", "longtitle", "nazwa", "bezeichnung", "measurementsourcevalue"));

    /// <summary>An item's code: as it stands where it is a text, and as people write it where it is a number.</summary>
    internal static string Code(string text, Column item) => item.Kind == Kind.Text ? text : Plain(text);

    /// <summary>A whole number code as people write it: 50912, not 50912.0.</summary>
    internal static string Plain(string code) => code.EndsWith(".0", StringComparison.Ordinal) ? code[..^2] : code;
}
