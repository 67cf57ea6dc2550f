namespace Anamnesis.Profiling;

/// <summary>What a column is in view of the others: a value belongs to an item, a table about nobody has its key, the person has one name in all tables.</summary>
static class TableRules
{
    const int NarrowTable = 10; // columns; a table of items is narrow
    const int LeastColumns = 6; // of a table made for a model
    const int LeastMeasured = 3;

    internal static List<ColumnReading> Fitting(List<ColumnReading> columns, IReadOnlyList<ColumnGlimpse> glimpses, IReadOnlyDictionary<string, Correction>? said)
    {
        var hasValue = columns.Exists(column => column.Role == Role.Value && !column.IsEmpty);
        var code = ItemCode(columns, glimpses);
        var person = Person(columns, glimpses);
        var target = Target(columns, glimpses);
        return [.. columns.Zip(glimpses).Select(pair => One(pair.First, pair.Second))];

        ColumnReading One(ColumnReading column, ColumnGlimpse seen) => said?.ContainsKey(column.Column.Name) == true ? column
            : column == code ? column with { Role = Role.Item, Reason = "codes beside a value" }
            : column == person ? column with { Role = Role.Patient, Confidence = 0.7, Reason = "identifiers that recur, and no other column tells the person" }
            : column == target ? column with { Role = Role.Outcome, Confidence = 0.55, Reason = "yes or no in the last column beside measurements, where models have their target" }
            : column.Role == Role.Item && !hasValue && seen.IsUnique ? column with { Role = Role.RowId, Confidence = 0.7, Reason = "a list of codes, each once" }
            : column.Role == Role.Item && !hasValue ? column with { Role = Role.Category, Confidence = 0.7, Reason = "codes without a value beside them" }
            : column.Role == Role.Unit && !hasValue && NameTokens.Of(column.Column.Name).Is("unit", "units", "jednostka") && !column.IsEmpty ? column with { Role = Role.Category, Confidence = 0.6 }
            : column;
    }

    /// <summary>A key of the person in one table is one in every other that names it so.</summary>
    internal static List<TableReading> WithSharedKeys(List<TableReading> readings, Corrections corrections)
    {
        var names = readings.SelectMany(reading => reading.Columns).Where(column => column.Role == Role.Patient && column.Confidence < 1)
            .Select(column => NameTokens.Of(column.Column.Name).Joined).Where(name => name.Length > 2).ToHashSet(StringComparer.Ordinal);
        return [.. readings.Select(reading => reading.Columns.Any(column => column.Role is Role.Patient) ? reading : reading with { Columns = [.. reading.Columns.Select(column => Shared(reading, column))] })];

        ColumnReading Shared(TableReading reading, ColumnReading column) =>
            column.Role is Role.RowId or Role.Other && names.Contains(NameTokens.Of(column.Column.Name).Joined) && corrections.Columns.GetValueOrDefault(reading.Table.Name)?.ContainsKey(column.Column.Name) != true
                ? column with { Role = Role.Patient, Confidence = 0.75, Reason = "named as the person in another table" }
                : column;
    }

    /// <summary>The codes of a table of values: named so, beside a unit, or beside a person or time in a narrow table.</summary>
    static ColumnReading? ItemCode(List<ColumnReading> columns, IReadOnlyList<ColumnGlimpse> glimpses)
    {
        var isLong = columns.Exists(column => column.Role == Role.Value && NameTokens.Of(column.Column.Name).Is("value", "valuenum", "result", "wert", "wartosc", "wynik", "messwert", "ergebnis"))
            && (columns.Exists(column => column.Role == Role.Unit) || (columns.Count <= NarrowTable && columns.Exists(column => column.Role is Role.Patient or Role.Stay or Role.Taken)));
        return isLong && !columns.Exists(column => column.Role == Role.Item)
            ? columns.Zip(glimpses).Where(pair => pair.First.Role == Role.Category && pair.Second.Distinct > 1 && NameTokens.Of(pair.First.Column.Name).Is("code", "name", "variable", "kod", "nazwa", "bezeichnung"))
                .Select(pair => pair.First).FirstOrDefault()
            : null;
    }

    static ColumnReading? Person(List<ColumnReading> columns, IReadOnlyList<ColumnGlimpse> glimpses) =>
        columns.Exists(column => column.Role is Role.Patient or Role.Stay) ? null
        : columns.Zip(glimpses).Take(2)
            .Where(pair => pair.First.Role == Role.Other && !pair.Second.IsUnique && pair.Second.Fractions == 0 && MayBePerson(NameTokens.Of(pair.First.Column.Name)))
            .Select(pair => pair.First).FirstOrDefault();

    static bool MayBePerson(NameTokens name) => name.EndsAsKey
        && !name.Contains("event", "note", "order", "item", "sample", "specimen", "device", "drug", "product", "claim", "payer", "test", "lab", "group", "provider", "care", "location", "result", "code", "type", "source");

    static ColumnReading? Target(List<ColumnReading> columns, IReadOnlyList<ColumnGlimpse> glimpses) =>
        columns.Count >= LeastColumns && !IdentifierRules.SaysNothing(NameTokens.Of(columns[^1].Column.Name)) && columns[^1].Role == Role.Category && !IsGiven(NameTokens.Of(columns[^1].Column.Name)) && glimpses[^1] is { Distinct: 2, Fractions: 0 } && glimpses[^1].Filled == glimpses[^1].Rows
        && !columns.Exists(column => column.Role is Role.Outcome or Role.Item or Role.Stay or Role.Taken or Role.Recorded)
        && columns.Count(column => column.Role == Role.Value) >= LeastMeasured
            ? columns[^1]
            : null;

    /// <summary>What a person is, does or is given, and no model is to tell.</summary>
    static bool IsGiven(NameTokens name) =>
        name.Has("sex", "gender", "male", "female", "race", "ethnicity", "smoke", "smoker", "smoking", "alcohol", "treatment", "treat", "trt", "arm", "group", "plec", "geschlecht", "palenie", "raucher", "leczenie", "behandlung");
}
