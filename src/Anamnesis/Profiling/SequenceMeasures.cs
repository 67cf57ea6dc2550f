using System.Data.Common;
using System.Globalization;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How values follow each other within patients: the engine sorts, the steps of all columns or items are counted here in one pass.</summary>
static class SequenceMeasures
{
    const int Chunk = 20; // columns a query

    /// <summary>By name of column; none without patients or times, or where no patient has two values.</summary>
    internal static IReadOnlyDictionary<string, SequenceProfile> OfColumns(Dataset dataset, TableReading reading, Sample sample, IReadOnlyList<Column> columns) =>
        Profiles(sample, SideBySide.Each([.. columns.Chunk(Chunk)], some =>
        {
            var counts = some.ToDictionary(column => column.Name, _ => new StepCounts(), StringComparer.Ordinal);
            StepCounts[] inOrder = [.. some.Select(column => counts[column.Name])];
            Each(dataset, reading, sample, [.. some.Select(column => dataset.Dialect.ToNumber(column.Key))], $"TRUE", (row, person, time) =>
            {
                for (var place = 0; place < inOrder.Length; place++)
                {
                    if (!row.IsDBNull(place + 2))
                    {
                        inOrder[place].Add(person, time, row.GetDouble(place + 2));
                    }
                }
            });
            return counts;
        }).SelectMany(some => some));

    /// <summary>By code of item.</summary>
    internal static IReadOnlyDictionary<string, SequenceProfile> OfItems(Dataset dataset, TableReading reading, Sample sample, Column item, Column value)
    {
        var dialect = dataset.Dialect;
        return item.Kind == Kind.Number
            ? OfItems(dialect.ToNumber(item.Key), (row, place) => row.GetDouble(place), code => RecognitionItems.Plain(code.ToString("R", CultureInfo.InvariantCulture)))
            : OfItems(dialect.ToText(item.Key), (row, place) => row.GetString(place), code => code);

        IReadOnlyDictionary<string, SequenceProfile> OfItems<T>(Sql code, Func<DbDataReader, int, T> read, Func<T, string> say)
            where T : notnull
        {
            var counts = new Dictionary<T, StepCounts>();
            Each(dataset, reading, sample, [dialect.ToNumber(value.Key), code], $"{value.Value} IS NOT NULL AND {item.Key} IS NOT NULL", (row, person, time) =>
            {
                var one = read(row, 3);
                if (!counts.TryGetValue(one, out var steps))
                {
                    counts[one] = steps = new StepCounts();
                }

                steps.Add(person, time, row.GetDouble(2));
            });
            return Profiles(sample, counts.Select(pair => KeyValuePair.Create(say(pair.Key), pair.Value)));
        }
    }

    static Dictionary<string, SequenceProfile> Profiles(Sample sample, IEnumerable<KeyValuePair<string, StepCounts>> counts) =>
        counts.Select(pair => (pair.Key, Profile: pair.Value.Seen(sample.OneIn))).Where(one => one.Profile.Pairs > 0).ToDictionary(one => one.Key, one => one.Profile, StringComparer.Ordinal);

    /// <summary>Reads (person, time, values) in the order of persons and times, persons numbered from 1; rows without patient or time follow nothing.</summary>
    static void Each(Dataset dataset, TableReading reading, Sample sample, IReadOnlyList<Sql> values, Sql condition, Action<DbDataReader, long, double> read)
    {
        if (reading.Of(Role.Patient) is not { } patient || reading.Clock is not { } clock)
        {
            return;
        }

        var number = patient.Kind == Kind.Number;
        var (person, lastNumber, lastText) = (0L, double.NaN, string.Empty);
        dataset.Each(
            $"""
            SELECT {(number ? dataset.Dialect.ToNumber(patient.Key) : dataset.Dialect.ToText(patient.Key))}, {dataset.Dialect.Epoch(clock.Value)}, {Sql.Join(", ", values)} FROM {sample.From}
            WHERE {patient.Key} IS NOT NULL AND {clock.Value} IS NOT NULL AND {condition} ORDER BY {patient.Key}, 2
            """,
            row =>
            {
                if (row.NumberAt(1) is not { } time)
                {
                    return; // without end
                }

                if (number ? row.GetDouble(0) != lastNumber : row.GetString(0) != lastText || person == 0)
                {
                    person++;
                    (lastNumber, lastText) = number ? (row.GetDouble(0), lastText) : (lastNumber, row.GetString(0));
                }

                read(row, person, time);
            });
    }
}
