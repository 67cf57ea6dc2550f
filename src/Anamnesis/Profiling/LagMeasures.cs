using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Lags between the time columns of one row, in their natural order.</summary>
static class LagMeasures
{
    const int MostPairs = 30;

    internal static IReadOnlyList<LagProfile> Of(Dataset dataset, TableReading reading, Sample sample)
    {
        var times = reading.Columns.Where(column => column.Column.Kind == Kind.Time && column.Confidence >= PersonDates.Least)
            .Select((column, place) => (Column: column, Rank: Rank(column), place)).OrderBy(time => time.Rank).ThenBy(time => time.place).ToList();
        var pairs = (from one in times.Select((time, i) => (time, i))
                     from two in times.Skip(one.i + 1)
                     where one.time.Rank < two.Rank
                     select (From: one.time.Column, To: two.Column)).Take(MostPairs).ToList();
        return pairs.Count == 0 ? [] : Measure(dataset, reading.Table, sample, pairs);
    }

    /// <summary>Birth first, then order, start, taken, recorded or known, end, and death last.</summary>
    static double Rank(ColumnReading column)
    {
        var name = NameTokens.Of(column.Column.Name);
        return column.Role switch
        {
            Role.Other when TrialRules.IsEnd(name) is { } isEnd => isEnd ? 5 : 2,
            Role.Other => name.SaysBirth ? 0 : 99,
            Role.Recorded when name.Contains("order", "request", "zlec") => 1,
            Role.Start => name.Contains("reg") ? 1.5 : 2,
            Role.Taken => 3,
            Role.Known => 4,
            Role.Recorded => 4,
            Role.End => 5,
            Role.Outcome => 6,
            _ => 99,
        };
    }

    /// <remarks>Orders are counted over all rows in one scan; the size of lags needs sorting and comes from the sample.</remarks>
    static List<LagProfile> Measure(Dataset dataset, Table table, Sample sample, List<(ColumnReading From, ColumnReading To)> pairs)
    {
        const int Facts = 5;
        var counts = dataset.Row(
            $"SELECT {Sql.Join(", ", pairs.Select(pair => Counts(dataset.Dialect, pair.From, pair.To)))} FROM {table.From}",
            row => Enumerable.Range(0, Facts * pairs.Count).Select(row.CountAt).ToArray());
        var sizes = dataset.Row(
            $"SELECT {Sql.Join(", ", pairs.Select(pair => Sizes(dataset.Dialect, pair.From.Column, pair.To.Column)))} FROM {sample.From}",
            row => Enumerable.Range(0, 2 * pairs.Count).Select(place => row.NumberAt(place) ?? 0).ToArray());
        return [.. pairs.Select((pair, i) => new LagProfile(
            pair.From.Column, pair.To.Column, counts[Facts * i], counts[(Facts * i) + 1], counts[(Facts * i) + 2], counts[(Facts * i) + 3], sizes[2 * i], sizes[(2 * i) + 1])
            { Late = counts[(Facts * i) + 4] })
            .Where(lag => lag.Pairs > 0)];
    }

    // a column of days and one of times are compared by day
    static bool ByDay(Column from, Column to) => from.DaysOnly || to.DaysOnly;

    static Sql Counts(Dialect dialect, ColumnReading earlier, ColumnReading later)
    {
        var (from, to) = (earlier.Column, later.Column);
        var (a, b) = ByDay(from, to) ? ((Sql)$"CAST({from.Value} AS DATE)", (Sql)$"CAST({to.Value} AS DATE)") : (from.Value, to.Value);
        Sql whole = ByDay(from, to) ? (Sql)$"TRUE" : $"CAST({to.Value} AS TIME) = CAST({from.Value} AS TIME)";
        return $"""
            count(CASE WHEN {from.Value} IS NOT NULL THEN {to.Value} END), count(*) FILTER (WHERE {b} < {a}), count(*) FILTER (WHERE {b} = {a}),
            count(*) FILTER (WHERE CASE WHEN {b} < {a} THEN {whole} END),
            {((earlier.Role, later.Role) is (Role.Taken, Role.Recorded) ? (Sql)$"count(*) FILTER (WHERE {LagProfile.IsLate(dialect, from, to)})" : $"0")}
            """;
    }

    static Sql Sizes(Dialect dialect, Column from, Column to)
    {
        Sql lag = ByDay(from, to)
            ? (Sql)$"(floor({dialect.Epoch(to.Value)} / 86400) - floor({dialect.Epoch(from.Value)} / 86400)) * 86400"
            : $"{dialect.Epoch(to.Value)} - {dialect.Epoch(from.Value)}";
        return Sql.Join(", ", dialect.Quantiles(lag, 0.5, 0.95));
    }
}
