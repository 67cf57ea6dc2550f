using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Every item code of a long table, through one count of (item, unit, value).</summary>
static class ItemMeasures
{
    const long MostTriples = 2_000_000; // beyond, values are rounded to four significant digits
    const double Unrounded = 0.3; // share of distinct values in a probe beyond which they are

    internal static IEnumerable<VariableProfile> Of(Dataset dataset, TableReading reading, Sample sample)
    {
        var (item, value, unit) = (reading.Of(Role.Item)!, reading.Of(Role.Value)!, reading.Of(Role.Unit)); // a long table has both
        var dialect = dataset.Dialect;
        var numbers = value.Kind == Kind.Number;
        var rounded = numbers && IsUnrounded(dataset, reading.Table, item, value);
        Sql shown = !numbers ? $"CAST(NULL AS DOUBLE PRECISION)" : rounded ? NumberReading.FourDigits(dialect, value.Value) : value.Value;
        Sql units = unit is null ? $"CAST(NULL AS VARCHAR)" : dialect.ToText(unit.Value);
        var kept = dataset.Keep($"SELECT {item.Value} AS item, {units} AS unit, {shown} AS value, count(*) AS n FROM {reading.Table.From} WHERE {item.Value} IS NOT NULL GROUP BY 1, 2, 3");
        var counted = new Dictionary<(string Item, string Unit), (List<double> Values, List<long> Counts, long Missing)>();
        dataset.Each(
            $"SELECT {dialect.ToText($"item")}, coalesce(unit, ''), value, n FROM {kept} ORDER BY 1, 2, 3",
            row =>
            {
                var key = (RecognitionItems.Plain(row.GetString(0)), row.GetString(1));
                if (!counted.TryGetValue(key, out var lists))
                {
                    lists = ([], [], 0);
                }

                if (row.IsDBNull(2) || !double.IsFinite(row.GetDouble(2)))
                {
                    lists.Missing += row.GetInt64(3);
                }
                else
                {
                    lists.Values.Add(row.GetDouble(2));
                    lists.Counts.Add(row.GetInt64(3));
                }

                counted[key] = lists;
            });
        var cells = CellMeasures.Items(dataset, reading, sample, item, value);
        var sequences = numbers ? SequenceMeasures.OfItems(dataset, reading, sample, item, value) : new Dictionary<string, SequenceProfile>();
        var read = reading.Items.ToDictionary(one => one.Code);
        return counted.GroupBy(pair => pair.Key.Item)
            .Select(group => Item(reading, value, item, read.GetValueOrDefault(group.Key), group.Key, [.. group.Select(pair => (pair.Key.Unit, pair.Value))], rounded, dialect)
                with
            { Cells = cells.GetValueOrDefault(group.Key, []), Sequence = sequences.GetValueOrDefault(group.Key) })
            .OrderByDescending(profile => profile.Rows).ThenBy(profile => profile.Variable.Item, StringComparer.Ordinal);
    }

    static VariableProfile Item(
        TableReading reading, Column value, Column item, ItemReading? read, string code, List<(string Unit, (List<double> Values, List<long> Counts, long Missing) Lists)> units, bool rounded, Dialect dialect)
    {
        var byUnit = units.ToDictionary(unit => unit.Unit, unit => new Frequencies(unit.Lists.Values, unit.Lists.Counts));
        var all = Merge([.. byUnit.Values]);
        var missing = units.Sum(unit => unit.Lists.Missing);
        Sql rows = item.Kind == Kind.Number && double.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (Sql)$"{item.Value} = {number}"
            : $"{dialect.ToText(item.Value)} = {code}";
        return new VariableProfile
        {
            Variable = new Variable
            {
                Table = reading.Table,
                Column = value,
                Role = Role.Value,
                Item = code,
                Label = read?.Label ?? code,
                Known = read?.Variable,
                KnownConfidence = read?.Confidence ?? 0,
                Unit = units.MaxBy(unit => unit.Lists.Counts.Sum() + unit.Lists.Missing).Unit is { Length: > 0 } most ? most : read?.Unit,
                Rows = rows,
            },
            Rows = all.Total + missing,
            Missing = missing,
            Distinct = all.Values.Count,
            Numbers = all,
            Rounded = rounded,
            ByUnit = byUnit,
        };
    }

    static Frequencies Merge(IReadOnlyList<Frequencies> parts)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        var merged = parts.SelectMany(part => part.Pairs).GroupBy(pair => pair.Value).OrderBy(group => group.Key).ToList();
        return new Frequencies([.. merged.Select(group => group.Key)], [.. merged.Select(group => group.Sum(pair => pair.Count))]);
    }

    static bool IsUnrounded(Dataset dataset, Table table, Column item, Column value)
    {
        const int Probe = 100_000;
        var share = dataset.Number($"""
            SELECT CAST(count(*) AS DOUBLE PRECISION) / greatest(1, sum(n)) FROM
              (SELECT item, value, count(*) AS n FROM (SELECT {item.Value} AS item, {value.Value} AS value FROM {table.From} LIMIT {Probe}) AS probe WHERE value IS NOT NULL GROUP BY 1, 2) AS pairs
            """);
        return table.Rows > MostTriples && share > Unrounded;
    }
}
