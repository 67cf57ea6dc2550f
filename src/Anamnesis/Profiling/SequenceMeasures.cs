using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How values follow each other within patients.</summary>
static class SequenceMeasures
{
    const double Low = 0.25;
    const double High = 0.75;
    const double Normal = 0.7413; // standard deviations, of the range between the quartiles

    internal static SequenceProfile? Of(Dataset dataset, TableReading reading, Sample sample, Variable variable)
    {
        if (reading.Of(Role.Patient) is not { } patient || reading.Clock is not { } clock)
        {
            return null;
        }

        Sql filled = $"{sample.From} WHERE {variable.Value} IS NOT NULL";
        var quartiles = dataset.Row($"SELECT {Sql.Join(", ", dataset.Dialect.Quantiles(variable.Value, Low, High))} FROM {filled}", row => (Low: row.NumberAt(0), High: row.NumberAt(1)));
        Sql spread = quartiles is ({ } low, { } high) ? (Sql)$"{Normal * (high - low)}" : $"CAST(NULL AS DOUBLE PRECISION)";
        return Measure(dataset, sample.OneIn, $"p", $"SELECT '' AS item, {patient.Key} AS p, {clock.Key} AS t, {variable.Value} AS v, {spread} AS spread FROM {filled}", $"''").GetValueOrDefault(string.Empty);
    }

    internal static IReadOnlyDictionary<string, SequenceProfile> OfItems(Dataset dataset, TableReading reading, Sample sample, Column item, Column value)
    {
        if (reading.Of(Role.Patient) is not { } patient || reading.Clock is not { } clock)
        {
            return new Dictionary<string, SequenceProfile>();
        }

        Sql filled = $"{sample.From} WHERE {value.Value} IS NOT NULL AND {item.Key} IS NOT NULL";
        var quartiles = dataset.Dialect.Quantiles(value.Value, Low, High);
        Sql code = item.Kind == Kind.Number ? dataset.Dialect.ToText(dataset.Dialect.ToNumber($"item")) : dataset.Dialect.ToText($"item");
        return Measure(
            dataset, sample.OneIn, $"item, p",
            $"""
            SELECT item, p, t, v, spread FROM (SELECT {item.Key} AS item, {patient.Key} AS p, {clock.Key} AS t, {value.Value} AS v FROM {filled}) AS r
            JOIN (SELECT {item.Key} AS spread_item, {Normal} * ({quartiles[1]} - {quartiles[0]}) AS spread FROM {filled} GROUP BY 1) AS s ON s.spread_item = r.item
            """,
            code);
    }

    /// <summary>Steps within each partition of rows (item, p, t, v, spread), by item.</summary>
    /// <remarks>Equal pairs by chance: a patient's own values five steps apart, which copying from one sheet to the next does not reach.</remarks>
    static Dictionary<string, SequenceProfile> Measure(Dataset dataset, int oneIn, Sql partition, Sql rows, Sql code)
    {
        var dialect = dataset.Dialect;
        return dataset.Rows(
                $"""
                SELECT {code}, count(before), count(*) FILTER (WHERE v = before AND t <> earlier), count(*) FILTER (WHERE t = earlier),
                  count(far), count(*) FILTER (WHERE v = far),
                  count(*) FILTER (WHERE abs(v - before) > 5 * spread AND abs(v - after) > 5 * spread AND abs(after - before) < spread),
                  {dialect.Quantile($"{dialect.Epoch($"t")} - {dialect.Epoch($"earlier")}", 0.5)}
                FROM (
                  SELECT item, t, v, spread, lag(v) OVER w AS before, lag(t) OVER w AS earlier, lead(v) OVER w AS after, lag(v, 5) OVER w AS far
                  FROM ({rows}) AS r
                  WINDOW w AS (PARTITION BY {partition} ORDER BY t)
                ) AS steps
                GROUP BY item
                """,
                row =>
                {
                    var far = row.CountAt(4);
                    return (Code: RecognitionItems.Plain(row.TextAt(0) ?? string.Empty), Profile: new SequenceProfile(
                        row.CountAt(1), row.CountAt(2), row.CountAt(3), far < 100 ? double.NaN : (double)row.CountAt(5) / far, row.CountAt(6), (row.NumberAt(7) ?? 0) / 3600)
                    { OneIn = oneIn });
                })
            .Where(one => one.Profile.Pairs > 0).ToDictionary(one => one.Code, one => one.Profile);
    }
}
