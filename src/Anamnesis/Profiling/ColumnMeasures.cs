using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Every column of a table: how many, how many missing, which values how often.</summary>
static class ColumnMeasures
{
    const int Chunk = 60; // columns a query
    const int MostTexts = 500;
    const int MostUnreadable = 200;
    const long FewDistinct = 50; // cells of the calendar are measured for measured things and for codes up to this many

    internal static IEnumerable<VariableProfile> Of(Dataset dataset, TableReading reading, Sample sample)
    {
        var table = reading.Table;
        var counts = table.Columns.Chunk(Chunk).SelectMany(columns => Counts(dataset, table, columns)).ToList();
        var cells = CellMeasures.Columns(dataset, reading, sample);
        var longNumber = reading.Layout == Layout.Long ? reading.Of(Role.Value)?.Name : null;
        foreach (var (column, place) in reading.Columns.Select((column, place) => (column, place)))
        {
            var (present, low, high) = counts[place];
            yield return Column(dataset, reading, sample, column, present, low, high, column.Column.Name == longNumber)
                with
            { Cells = cells.GetValueOrDefault(column.Column.Name, []) };
        }
    }

    static IEnumerable<(long Present, double? Low, double? High)> Counts(Dataset dataset, Table table, Column[] columns)
    {
        var facts = Sql.Join(", ", columns.Select(column => column.Kind == Kind.Number
            ? (Sql)$"count({column.Value}), min({column.Value}), max({column.Value})"
            : (Sql)$"count({column.Value}), NULL, NULL"));
        return dataset.Row($"SELECT {facts} FROM {table.From}", row => columns.Select((_, i) => (row.CountAt(3 * i), row.NumberAt((3 * i) + 1), row.NumberAt((3 * i) + 2))).ToList());
    }

    static VariableProfile Column(
        Dataset dataset, TableReading reading, Sample sample, ColumnReading column, long present, double? low, double? high, bool longNumber)
    {
        var variable = new Variable
        {
            Table = reading.Table,
            Column = column.Column,
            Role = column.Role,
            Label = column.Column.Name,
            Known = column.Variable,
            KnownConfidence = column.VariableConfidence,
            Unit = column.Unit,
            Rows = $"TRUE",
        };
        var profile = new VariableProfile { Variable = variable, Rows = reading.Table.Rows, Missing = reading.Table.Rows - present, Distinct = 0, OneIn = sample.OneIn };
        if (present == 0)
        {
            return profile with { Unreadable = Unreadable(dataset, sample, column.Column) };
        }

        profile = column.Column.Kind switch
        {
            Kind.Number when column.Role is Role.Patient or Role.Stay or Role.RowId => profile with { Distinct = Distinct(dataset, sample, column.Column) },
            Kind.Number when longNumber && sample.OneIn > 1 => profile,
            Kind.Number => Numbers(dataset, sample, column.Column, profile, low, high),
            Kind.Text => Texts(dataset, sample, column.Column, profile),
            Kind.Truth => Texts(dataset, sample, column.Column with { Value = dataset.Dialect.ToText(column.Column.Value) }, profile),
            Kind.Time => profile with { Distinct = Distinct(dataset, sample, column.Column) },
            _ => profile,
        };
        profile = profile with { Unreadable = Unreadable(dataset, sample, column.Column) };
        return column.Column.Kind == Kind.Number && column.Role is Role.Value && sample.OneIn == 1
            ? profile with { Sequence = SequenceMeasures.Of(dataset, reading, sample, variable) }
            : profile;
    }

    static long Distinct(Dataset dataset, Sample sample, Column column) =>
        (long)dataset.Number($"SELECT count(*) FROM (SELECT DISTINCT {column.Value} FROM {sample.From} WHERE {column.Value} IS NOT NULL) AS one");

    static VariableProfile Numbers(Dataset dataset, Sample sample, Column column, VariableProfile profile, double? low, double? high)
    {
        var pairs = dataset.Rows(
            $"SELECT {column.Value}, count(*) FROM {sample.From} WHERE {column.Value} IS NOT NULL GROUP BY 1",
            row => (Value: row.NumberAt(0), Count: row.CountAt(1)));
        var filled = pairs.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Value!.Value, pair => pair.Count); // filtered
        foreach (var end in (double?[])[low, high])
        {
            if (end is { } extreme)
            {
                filled.TryAdd(extreme, 1); // extremes come from all rows, even where the others were sampled
            }
        }

        var rounded = filled.Count > NumberReading.MostDistinct;
        var values = filled.GroupBy(pair => rounded ? Round(pair.Key) : pair.Key).OrderBy(group => group.Key).ToList();
        return profile with
        {
            Distinct = filled.Count,
            Numbers = new Frequencies([.. values.Select(group => group.Key)], [.. values.Select(group => group.Sum(pair => pair.Value))]),
            Rounded = rounded,
        };
    }

    static double Round(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3);
        return Math.Round(value / scale) * scale;
    }

    static VariableProfile Texts(Dataset dataset, Sample sample, Column column, VariableProfile profile)
    {
        var texts = dataset.Rows(
            $"""
            SELECT {column.Value}, count(*) AS n, count(*) OVER () AS kinds FROM {sample.From}
            WHERE {column.Value} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT {MostTexts}
            """,
            row => (Text: row.TextAt(0)!, Count: row.CountAt(1), Kinds: row.CountAt(2))); // not null by WHERE
        return profile with { Distinct = texts.Count == 0 ? 0 : texts[0].Kinds, Texts = [.. texts.Select(text => new TextCount(text.Text, text.Count))] };
    }

    static IReadOnlyList<TextCount> Unreadable(Dataset dataset, Sample sample, Column column) => column.Raw is not { } raw
        ? []
        : dataset.Rows(
            $"""
            SELECT {raw}, count(*) AS n FROM {sample.From}
            WHERE {column.Value} IS NULL AND {raw} IS NOT NULL AND trim({raw}) <> '' GROUP BY 1 ORDER BY n DESC, 1 LIMIT {MostUnreadable}
            """,
            row => new TextCount(row.TextAt(0)!, row.CountAt(1))); // not null by WHERE
}
