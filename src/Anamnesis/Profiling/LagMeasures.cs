using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Lags between the time columns of one row, in their natural order.</summary>
static class LagMeasures
{
    const int MostPairs = 30;

    internal static IReadOnlyList<LagProfile> Of(Dataset dataset, TableReading reading)
    {
        var times = reading.Columns.Where(column => column.Column.Kind == Kind.Time && column.Confidence >= 0.5)
            .Select((column, place) => (column.Column, Rank: Rank(column), place)).OrderBy(time => time.Rank).ThenBy(time => time.place).ToList();
        var pairs = (from one in times.Select((time, i) => (time, i))
                     from two in times.Skip(one.i + 1)
                     where one.time.Rank < two.Rank
                     select (From: one.time.Column, To: two.Column)).Take(MostPairs).ToList();
        return [.. pairs.Select(pair => One(dataset, reading.Table, pair.From, pair.To)).Where(lag => lag.Pairs > 0)];
    }

    /// <summary>Birth first, then order, start, taken, recorded or known, end, and death last.</summary>
    static double Rank(ColumnReading column)
    {
        var name = NameTokens.Of(column.Column.Name);
        return column.Role switch
        {
            Role.Other => name.Contains("birth", "dob", "urodz", "geburt") ? 0 : 99,
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

    static LagProfile One(Dataset dataset, Table table, Column from, Column to)
    {
        var dialect = dataset.Dialect;
        Sql lag = $"({dialect.Epoch(to.Value)} - {dialect.Epoch(from.Value)})";
        // a column of days and one of times are compared by day
        Sql days = $"(floor({dialect.Epoch(to.Value)} / 86400) - floor({dialect.Epoch(from.Value)} / 86400)) * 86400";
        Sql used = from.DaysOnly || to.DaysOnly ? days : lag;
        return dataset.Row(
            $"""
            SELECT count(lag), count(*) FILTER (WHERE lag < 0), count(*) FILTER (WHERE lag = 0), count(*) FILTER (WHERE lag < 0 AND lag = 86400 * floor(lag / 86400)),
              {dialect.Quantile($"lag", 0.5)}, {dialect.Quantile($"lag", 0.95)}
            FROM (SELECT {used} AS lag FROM {table.From} WHERE {from.Value} IS NOT NULL AND {to.Value} IS NOT NULL) AS lags
            """,
            row => new LagProfile(from, to, row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3), row.NumberAt(4) ?? 0, row.NumberAt(5) ?? 0));
    }
}
