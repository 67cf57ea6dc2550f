using System.Data.Common;
using System.Globalization;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Every item code of a long table, through one count of (item, unit, value).</summary>
static class ItemMeasures
{
    const double MostTriples = 1_500_000; // (item, unit, value) that are read one by one; beyond, many-valued items are rounded in the engine

    const int ManyValues = 2_000; // distinct values of an item that is then rounded

    const int MostTold = 20; // items told apart for rounding; a longer list costs more a row than rounding all

    /// <summary>The items, and how many rows with an item every unit has.</summary>
    internal static (IReadOnlyList<VariableProfile> Items, IReadOnlyList<TextCount> Units) Of(Dataset dataset, TableReading reading, Sample sample)
    {
        var (item, value) = (reading.Of(Role.Item)!, reading.Of(Role.Value)!); // a long table has both
        var numbers = value.Kind == Kind.Number;
        var counted = new Dictionary<(string Item, string Unit), ItemCounts>();
        IReadOnlyDictionary<string, IReadOnlyList<Cell>> cells = new Dictionary<string, IReadOnlyList<Cell>>();
        IReadOnlyDictionary<string, SequenceProfile> sequences = new Dictionary<string, SequenceProfile>();
        SideBySide.Do(
            () => counted = Count(dataset, reading, item, value, numbers && sample.OneIn > 1 ? ManyValued(dataset, sample, item, value) : []),
            () =>
            {
                cells = CellMeasures.Items(dataset, reading, sample, item, value);
                sequences = numbers ? SequenceMeasures.OfItems(dataset, reading, sample, item, value) : sequences;
            });
        var read = reading.Items.ToDictionary(one => one.Code);
        var items = SideBySide.Each([.. counted.GroupBy(pair => pair.Key.Item)], group =>
            {
                var profile = Item(reading, value, item, read.GetValueOrDefault(group.Key), group.Key, [.. group.Select(pair => (pair.Key.Unit, pair.Value))], dataset.Dialect);
                return profile with { Cells = cells.GetValueOrDefault(group.Key, []), Sequence = sequences.GetValueOrDefault(group.Key)?.OrChance(profile.Numbers) };
            })
            .OrderByDescending(profile => profile.Rows).ThenBy(profile => profile.Variable.Item, StringComparer.Ordinal);
        var units = counted.Where(pair => pair.Key.Unit.Length > 0).GroupBy(pair => pair.Key.Unit)
            .Select(group => new TextCount(group.Key, group.Sum(pair => pair.Value.Present + pair.Value.Missing)));
        return ([.. items], [.. units]);
    }

    static Dictionary<(string Item, string Unit), ItemCounts> Count(Dataset dataset, TableReading reading, Column item, Column value, IReadOnlyList<string> manyValued)
    {
        var dialect = dataset.Dialect;
        var number = dialect.ToNumber(value.Value);
        Sql shown = value.Kind != Kind.Number ? (Sql)$"CASE WHEN {value.Value} IS NOT NULL THEN CAST(0 AS DOUBLE PRECISION) END"
            : manyValued.Count == 0 ? value.Key
            : manyValued.Count > MostTold ? NumberReading.FourDigits(dialect, number)
            : $"CASE WHEN {AnyOf(item, manyValued, dialect)} THEN {NumberReading.FourDigits(dialect, number)} ELSE {number} END";
        Sql unit = reading.Of(Role.Unit) is { } units ? units.Key : (Sql)$"''";
        Sql code = item.Kind == Kind.Number ? dialect.ToNumber($"item") : $"item";
        var counted = new Dictionary<(string Item, string Unit), ItemCounts>();
        var codes = new Dictionary<double, string>();
        dataset.Each(
            $"""
            SELECT {code}, coalesce({dialect.ToText($"unit")}, ''), {dialect.ToNumber($"v")}, n
            FROM (SELECT {item.Key} AS item, {unit} AS unit, {shown} AS v, count(*) AS n FROM {reading.Table.From} WHERE {item.Key} IS NOT NULL GROUP BY 1, 2, 3) AS counts
            """,
            row =>
            {
                var key = (Code(row, codes), row.GetString(1));
                if (!counted.TryGetValue(key, out var counts))
                {
                    counted[key] = counts = new ItemCounts(value.Kind == Kind.Number, manyValued.Count > MostTold || manyValued.Contains(key.Item1));
                }

                counts.Add(row.IsDBNull(2) ? null : row.GetDouble(2), row.GetInt64(3));
            });
        return counted;
    }

    static string Code(DbDataReader row, Dictionary<double, string> codes)
    {
        if (row.GetFieldType(0) != typeof(double))
        {
            return row.TextAt(0) ?? string.Empty;
        }

        var number = row.GetDouble(0);
        if (!codes.TryGetValue(number, out var code))
        {
            codes[number] = code = RecognitionItems.Plain(number.ToString("R", CultureInfo.InvariantCulture));
        }

        return code;
    }

    static Sql AnyOf(Column item, IReadOnlyList<string> codes, Dialect dialect) => item.Kind == Kind.Number
        ? (Sql)$"{item.Value} IN ({Sql.Join(", ", codes.Select(code => Number(code) is { } number ? (Sql)$"{number}" : $"NULL"))})"
        : $"{dialect.ToText(item.Value)} IN ({Sql.Join(", ", codes.Select(code => (Sql)$"{code}"))})";

    /// <summary>What tells an item: its rows are those where the one equals the other.</summary>
    internal static (Sql By, Sql Code) Told(Column item, string code, Dialect dialect) => item.Kind != Kind.Number || Number(code) is not { } number
        ? (dialect.ToText(item.Value), (Sql)$"{code}")
        : item.Whole && Math.Abs(number) < 1e15 && number == Math.Floor(number) ? (item.Key, (Sql)$"{(long)number}") : (item.Value, (Sql)$"{number}");

    static double? Number(string code) => double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The items to round where the whole table has millions of distinct values, judged by what the sample has once and twice.</summary>
    static List<string> ManyValued(Dataset dataset, Sample sample, Column item, Column value)
    {
        var codes = new Dictionary<double, string>();
        var (many, all) = (new List<string>(), 0.0);
        dataset.Each(
            $"""
            SELECT {(item.Kind == Kind.Number ? dataset.Dialect.ToNumber($"item") : $"item")}, CAST(sum(n) AS DOUBLE PRECISION), count(*), count(*) FILTER (WHERE n = 1), count(*) FILTER (WHERE n = 2)
            FROM (SELECT {item.Key} AS item, {value.Key} AS v, count(*) AS n FROM {sample.From} WHERE {value.Key} IS NOT NULL AND {item.Key} IS NOT NULL GROUP BY 1, 2) AS counts
            GROUP BY 1
            """,
            row =>
            {
                var (n, kinds, once, twice) = (row.GetDouble(1), (double)row.GetInt64(2), (double)row.GetInt64(3), (double)row.GetInt64(4));
                var unseen = Math.Min(once * once / (2 * Math.Max(1, twice)), once / n * n * (sample.OneIn - 1)); // Chao's estimate, and never more than the rows allow
                all += kinds + unseen;
                if (kinds + unseen > ManyValues)
                {
                    many.Add(Code(row, codes));
                }
            });
        return all > MostTriples ? many : [];
    }

    static VariableProfile Item(
        TableReading reading, Column value, Column item, ItemReading? read, string code, List<(string Unit, ItemCounts Counts)> units, Dialect dialect)
    {
        var exact = units.ToDictionary(unit => unit.Unit, unit => unit.Counts.Numbers());
        var all = Frequencies.Merge([.. exact.Values]);
        var (bounded, rounded) = NumberReading.Bounded(all);
        var missing = units.Sum(unit => unit.Counts.Missing);
        var present = units.Sum(unit => unit.Counts.Present);
        var (by, told) = Told(item, code, dialect);
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
                Unit = units.MaxBy(unit => unit.Counts.Present + unit.Counts.Missing).Unit is { Length: > 0 } most ? most : read?.Unit,
                Rows = $"{by} = {told}",
            },
            Rows = present + missing,
            Missing = missing,
            Distinct = all.Values.Count,
            Numbers = bounded,
            IsOutOfRange = units.Exists(unit => unit.Counts.IsOutOfRange),
            Rounded = rounded || units.Exists(unit => unit.Counts.Rounded),
            ByUnit = rounded ? exact.ToDictionary(unit => unit.Key, unit => NumberReading.Bounded(unit.Value).Numbers) : exact,
        };
    }
}
