using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Every column of a table: how many, how many missing, which values how often.</summary>
static class ColumnMeasures
{
    const int Chunk = 60; // columns a query
    const int FewRows = 4_000; // of a table whose values are read and counted here
    internal const int MostTexts = 500;
    const int MostUnreadable = 200;

    internal static IReadOnlyList<VariableProfile> Of(Dataset dataset, TableReading reading, Sample sample, Sample sorted, bool repeats)
    {
        var table = reading.Table;
        var missing = Missing(dataset, table);
        // extremes come from all rows, even where the others are sampled
        var longNumber = reading.Layout == Layout.Long ? reading.Of(Role.Value)?.Name : null;
        var extremes = sample.OneIn == 1 ? [] : Extremes(dataset, table, [.. reading.Columns.Where(column => IsMeasured(column) && column.Column.Name != longNumber).Select(column => column.Column)]);
        var few = sample.OneIn == 1 && table.Rows <= FewRows ? ValueCounts.Of(dataset, reading) : new Dictionary<string, ValueCounts>();
        var cells = CellMeasures.Columns(dataset, reading, sorted);
        var columns = SideBySide.Each(reading.Columns, column =>
        {
            var name = column.Column.Name;
            var profile = Counted(reading, column, missing[name]) with { OneIn = sample.OneIn, Cells = cells.GetValueOrDefault(name, []) };
            if (profile.Present > 0 && !(name == longNumber && column.Column.Kind == Kind.Number && sample.OneIn > 1))
            {
                profile = few.TryGetValue(name, out var counted)
                    ? counted.In(profile)
                    : Valued(dataset, sample, profile, extremes.GetValueOrDefault(name, []));
            }

            return profile with { Unreadable = Unreadable(dataset, sample, column.Column) };
        });
        if (!repeats)
        {
            return columns;
        }

        var followed = reading.Columns.Zip(columns).Where(pair => pair.First.Role == Role.Value && IsMeasured(pair.First) && pair.Second.Present > 0 && pair.First.Column.Name != longNumber);
        var sequences = SequenceMeasures.OfColumns(dataset, reading, sorted, [.. followed.Select(pair => pair.First.Column)]);
        return [.. columns.Select(profile => profile with { Sequence = sequences.GetValueOrDefault(profile.Variable.Column.Name)?.OrChance(profile.Numbers) })];
    }

    static bool IsMeasured(ColumnReading column) => column.Column.Kind == Kind.Number && column.Role is not Role.Item && !IsKey(column.Role);

    /// <summary>Columns of these tell persons, stays or rows.</summary>
    internal static bool IsKey(Role role) => role is Role.Patient or Role.Stay or Role.RowId;

    static VariableProfile Counted(TableReading reading, ColumnReading column, long missing) => new()
    {
        Variable = new Variable
        {
            Table = reading.Table,
            Column = column.Column,
            Role = column.Role,
            Label = column.Column.Name,
            Known = column.Variable,
            KnownConfidence = column.VariableConfidence,
            Unit = column.Unit,
            Rows = $"TRUE",
        },
        Rows = reading.Table.Rows,
        Missing = missing,
        Distinct = 0,
    };

    static VariableProfile Valued(Dataset dataset, Sample sample, VariableProfile profile, IReadOnlyList<double> extremes)
    {
        var column = profile.Variable.Column;
        return column.Kind switch
        {
            Kind.Number when IsKey(profile.Variable.Role) => profile with { Distinct = Distinct(dataset, sample, column) },
            Kind.Number => Numbers(dataset, sample, profile, extremes),
            Kind.Text => Texts(dataset, sample, column, profile),
            Kind.Truth => Texts(dataset, sample, InWords(column), profile),
            Kind.Time => profile with { Distinct = Distinct(dataset, sample, column) },
            _ => profile,
        };
    }

    /// <summary>A truth as <c>true</c> or <c>false</c>.</summary>
    internal static Column InWords(Column column) => column with { Value = $"CASE WHEN {column.Value} THEN 'true' WHEN NOT {column.Value} THEN 'false' END", Key = column.Key };

    static Dictionary<string, long> Missing(Dataset dataset, Table table)
    {
        var missing = table.Columns.Where(column => column.Nulls is not null).ToDictionary(column => column.Name, column => column.Nulls!.Value); // filtered
        foreach (var columns in table.Columns.Where(column => column.Nulls is null).Chunk(Chunk))
        {
            var counts = dataset.Row(
                $"SELECT {Sql.Join(", ", columns.Select(column => (Sql)$"count({column.Key})"))} FROM {table.From}",
                row => columns.Select((_, i) => row.CountAt(i)).ToList());
            foreach (var (column, present) in columns.Zip(counts))
            {
                missing[column.Name] = table.Rows - present;
            }
        }

        return missing;
    }

    static Dictionary<string, IReadOnlyList<double>> Extremes(Dataset dataset, Table table, IReadOnlyList<Column> measured)
    {
        var extremes = new Dictionary<string, IReadOnlyList<double>>();
        foreach (var columns in measured.Chunk(Chunk))
        {
            var ends = dataset.Row(
                $"SELECT {Sql.Join(", ", columns.Select(column => (Sql)$"min({column.Key}), max({column.Key})"))} FROM {table.From}",
                row => columns.Select((_, i) => (double?[])[row.NumberAt(2 * i), row.NumberAt((2 * i) + 1)]).ToList());
            foreach (var (column, pair) in columns.Zip(ends))
            {
                extremes[column.Name] = [.. pair.OfType<double>()];
            }
        }

        return extremes;
    }

    static long Distinct(Dataset dataset, Sample sample, Column column) =>
        (long)dataset.Number($"SELECT count(*) FROM (SELECT DISTINCT {column.Key} AS v FROM {sample.From} WHERE {column.Key} IS NOT NULL) AS one");

    /// <remarks>Counted one by one; where more than 20,000 would come they are rounded in the engine, so that few rows leave it.</remarks>
    static VariableProfile Numbers(Dataset dataset, Sample sample, VariableProfile profile, IReadOnlyList<double> extremes)
    {
        var key = profile.Variable.Column.Key;
        Sql counts = $"SELECT {dataset.Dialect.ToNumber($"k")} AS v, n FROM (SELECT {key} AS k, count(*) AS n FROM {sample.From} WHERE {key} IS NOT NULL GROUP BY 1) AS keys";
        using var values = new RentedList<double>();
        using var numbers = new RentedList<long>();
        var (kinds, odd) = Read(dataset, $"SELECT v, n, CAST(1 AS BIGINT) FROM ({counts}) AS counts LIMIT {NumberReading.MostDistinct + 1}", values, numbers);
        var rounded = kinds > NumberReading.MostDistinct;
        if (rounded)
        {
            (kinds, odd) = Read(dataset, $"SELECT {NumberReading.FourDigits(dataset.Dialect, $"v")}, CAST(sum(n) AS BIGINT), count(*) FROM ({counts}) AS counts GROUP BY 1", values, numbers);
        }

        foreach (var extreme in extremes.Where(extreme => !OutOfRange.Is(extreme)).Distinct())
        {
            if (!values.Items.Contains(extreme))
            {
                values.Add(extreme);
                numbers.Add(1);
            }
        }

        return profile with { Distinct = kinds, Numbers = Frequencies.Counted(values.Items, numbers.Items), Rounded = rounded, IsOutOfRange = odd || extremes.Any(OutOfRange.Is) };
    }

    /// <summary>Reads finite values and how often each occurs; how many there are, and whether others are among them.</summary>
    static (long Distinct, bool IsOutOfRange) Read(Dataset dataset, Sql query, RentedList<double> values, RentedList<long> counts)
    {
        var (distinct, odd) = (0L, false);
        values.Clear();
        counts.Clear();
        dataset.Each(query, row =>
        {
            distinct += row.GetInt64(2);
            var number = row.GetDouble(0);
            if (!OutOfRange.Is(number))
            {
                values.Add(number);
                counts.Add(row.GetInt64(1));
            }
            else
            {
                odd = true;
            }
        });
        return (distinct, odd);
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
