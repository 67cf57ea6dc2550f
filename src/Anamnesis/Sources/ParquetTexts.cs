using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Text columns of a Parquet file that are mostly numbers or times are read as such, as those of a text file are; their text is kept as raw.</summary>
static class ParquetTexts
{
    const int Glance = 20_000; // rows at whose beginnings is looked
    const int Probe = 100_000; // rows looked at to decide
    const double Some = 0.5; // share of the texts that must begin like a number or a date to be looked at closer

    /// <summary>Digits that end the text, or are followed by a sign, an exponent or the name of a month; keys of digits and letters are none.</summary>
    const string Beginning = "^ *[-+]?[.,]?[0-9]+($|[^0-9A-Za-z]|[eE][-+]?[0-9]+ *$|[A-Za-z]{3}[0-9]{4})";

    internal static (IReadOnlyList<Column> Columns, IReadOnlyList<SourceNote> Notes) Read(Dataset dataset, Name table, IReadOnlyList<Column> columns, long rows)
    {
        var suspects = Suspects(dataset, table, [.. columns.Where(column => column.Kind == Kind.Text)]);
        if (suspects.Count == 0)
        {
            return (columns, []);
        }

        var stage = new Name("staged_text");
        dataset.Execute($"CREATE OR REPLACE TABLE {stage} AS SELECT {Sql.Join(", ", suspects.Select(column => (Sql)$"{new Name(column.Name)}"))} FROM {table} LIMIT {Probe}");
        var read = suspects.Zip(ColumnForms.Learn(dataset, $"{stage}", Math.Min(rows, Probe), [.. suspects.Select((column, place) => new ColumnForm(column.Name, place) { Text = column.Value })], commasSeparate: false))
            .Where(pair => pair.Second.Reading is not null).ToDictionary(pair => pair.First, pair => pair.Second);
        dataset.Execute($"DROP TABLE {stage}");
        return ([.. columns.Select(column => read.TryGetValue(column, out var form) ? Of(column, form) : column)], [.. ColumnForms.Notes([.. read.Values], Math.Min(rows, Probe), rows)]);
    }

    static Column Of(Column column, ColumnForm form) => form.Column() with
    {
        Value = form.Reading ?? column.Value,
        Raw = column.Value,
    };

    /// <summary>Most columns of text are words: one look at the beginnings tells them apart.</summary>
    static List<Column> Suspects(Dataset dataset, Name table, IReadOnlyList<Column> texts)
    {
        const int Together = 200; // columns a query
        return
        [
            .. texts.Chunk(Together).SelectMany(some => some.Zip(dataset.Row(
                $"""
                SELECT {Sql.Join(", ", some.Select(column => (Sql)$"count(CASE WHEN {column.Value} > '' AND {column.Value} < 'A' AND regexp_matches({column.Value}, {Beginning}) THEN 1 END), count(nullif({column.Value}, ''))"))}
                FROM (SELECT {Sql.Join(", ", some.Select(column => (Sql)$"{new Name(column.Name)}"))} FROM {table} LIMIT {Glance}) AS probe
                """,
                row => Enumerable.Range(0, some.Length).Select(place => row.CountAt(2 * place) > Some * row.CountAt((2 * place) + 1)).ToList())))
                .Where(pair => pair.Second).Select(pair => pair.First),
        ];
    }
}
