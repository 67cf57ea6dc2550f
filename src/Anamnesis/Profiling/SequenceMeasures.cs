using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>How values follow each other within patients.</summary>
static class SequenceMeasures
{
    internal static SequenceProfile? Of(Dataset dataset, TableReading reading, Sample sample, Variable variable) =>
        reading.Of(Role.Patient) is { } patient && reading.Clock is { } clock
            ? Measure(dataset, sample.OneIn, $"SELECT '' AS item, {patient.Value} AS p, {clock.Value} AS t, {variable.Value} AS v FROM {sample.From} WHERE {variable.Value} IS NOT NULL").GetValueOrDefault(string.Empty)
            : null;

    internal static IReadOnlyDictionary<string, SequenceProfile> OfItems(Dataset dataset, TableReading reading, Sample sample, Column item, Column value) =>
        reading.Of(Role.Patient) is { } patient && reading.Clock is { } clock
            ? Measure(dataset, sample.OneIn, $"SELECT {dataset.Dialect.ToText(item.Value)} AS item, {patient.Value} AS p, {clock.Value} AS t, {value.Value} AS v FROM {sample.From} WHERE {value.Value} IS NOT NULL AND {item.Value} IS NOT NULL")
            : new Dictionary<string, SequenceProfile>();

    /// <remarks>Equal pairs by chance: a patient's own values five steps apart, which copying from one sheet to the next does not reach.</remarks>
    static Dictionary<string, SequenceProfile> Measure(Dataset dataset, int oneIn, Sql rows)
    {
        var dialect = dataset.Dialect;
        var quartiles = dialect.Quantiles($"v", 0.25, 0.75);
        return dataset.Rows(
                $"""
                SELECT item, count(before), count(*) FILTER (WHERE v = before AND t <> earlier), count(*) FILTER (WHERE t = earlier),
                  count(far), count(*) FILTER (WHERE v = far),
                  count(*) FILTER (WHERE abs(v - before) > 5 * spread AND abs(v - after) > 5 * spread AND abs(after - before) < spread),
                  {dialect.Quantile($"{dialect.Epoch($"t")} - {dialect.Epoch($"earlier")}", 0.5)}
                FROM (
                  SELECT item, p, t, v, lag(v) OVER w AS before, lag(t) OVER w AS earlier, lead(v) OVER w AS after, lag(v, 5) OVER w AS far, s.spread
                  FROM ({rows}) AS r
                  JOIN (SELECT item AS spread_item, 0.7413 * ({quartiles[1]} - {quartiles[0]}) AS spread FROM ({rows}) AS q GROUP BY item) AS s ON s.spread_item = r.item
                  WINDOW w AS (PARTITION BY item, p ORDER BY t)
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
