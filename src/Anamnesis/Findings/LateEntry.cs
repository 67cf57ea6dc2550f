using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What was measured or done is entered much later.</summary>
sealed class LateEntry : IFindingKind
{
    const int Fewest = 100; // pairs
    const int MostSites = 12;
    const double Median = 900; // seconds; at the bedside it is a few minutes
    const double P95 = 4 * 3600;

    public string Id => "late-entry";

    public string Title => "Entered much later than it happened";

    /// <summary>A code, a signature, a release or an order has its own time by nature.</summary>
    static bool IsOfAnotherStep(Column time) => NameTokens.Of(time.Name) is var name
        && (name.Contains("cod", "sign", "valid", "order", "request", "bill", "invoice", "paid", "payment", "kod", "podpis", "autoryz", "zatwierdz", "zlec", "unterschrift", "freigabe", "vidier", "anford") || name.IsTimeOf("sig", "val", "frei", "vid", "anf"));

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from lag in table.Lags
        where lag.Pairs >= Fewest && !lag.From.DaysOnly && !lag.To.DaysOnly && lag.Negative < 0.2 * lag.Pairs
            && table.Reading.Column(lag.From.Name)?.Role == Role.Taken && table.Reading.Column(lag.To.Name)?.Role == Role.Recorded && !IsOfAnotherStep(lag.To)
            && table.Clocks.All(clock => clock.Column.Name != lag.From.Name || clock.Midnight < 0.2 * clock.Present)
        from finding in IsLate(lag.Median, lag.P95) ? [Told(dataset, table, lag, null, lag.Late, (lag.Pairs, lag.Median, lag.P95))] : AtSites(dataset, table, lag)
        where finding.Count > 0
        select finding;

    static bool IsLate(double median, double p95) => median > Median || p95 > P95;

    /// <summary>Where all together are in time, one place may not be: another ward, another way of working.</summary>
    static IEnumerable<Finding> AtSites(Dataset dataset, TableProfile table, LagProfile lag)
    {
        if (lag.Late < Fewest || table.Reading.Of(Role.Site) is not { } site || table.Column(site.Name)?.Distinct is not (>= 2 and <= MostSites))
        {
            return [];
        }

        Sql apart = $"{dataset.Dialect.Epoch(lag.To.Value)} - ({dataset.Dialect.Epoch(lag.From.Value)})";
        var places = dataset.Rows(
            $"""
            SELECT {dataset.Dialect.ToText(site.Value)}, count(*), count(*) FILTER (WHERE {LagProfile.IsLate(dataset.Dialect, lag.From, lag.To)}), {Sql.Join(", ", dataset.Dialect.Quantiles(apart, 0.5, 0.95))}
            FROM {table.Table.From} WHERE {lag.From.Value} IS NOT NULL AND {lag.To.Value} IS NOT NULL AND {site.Value} IS NOT NULL GROUP BY 1 ORDER BY 1
            """,
            row => (Site: row.TextAt(0)!, Pairs: row.CountAt(1), Late: row.CountAt(2), Median: row.NumberAt(3) ?? 0, P95: row.NumberAt(4) ?? 0)); // not null by WHERE
        return places.Where(place => place.Pairs >= Fewest && IsLate(place.Median, place.P95)).Select(place => Told(dataset, table, lag, (site, place.Site), place.Late, (place.Pairs, place.Median, place.P95)));
    }

    static Finding Told(Dataset dataset, TableProfile table, LagProfile lag, (Column Column, string Name)? site, long late, (long Pairs, double Median, double P95) seen)
    {
        Sql here = site is var (column, name) ? (Sql)$" AND {dataset.Dialect.ToText(column.Value)} = {name}" : $"";
        var at = site is var (place, word) ? $" at {place.Name} {RecognitionItems.Plain(word)}" : string.Empty;
        return Draft.Of(
            "late-entry", table.Table, [lag.To, lag.From], $"{lag.To.Name} lies {Says.Count((long)Math.Round(seen.Median / 60))} minutes after {lag.From.Name} in the median{at}, and more than a quarter of an hour in {Says.Of(late, seen.Pairs)}",
            (late, seen.Pairs), $"{LagProfile.IsLate(dataset.Dialect, lag.From, lag.To)}{here}") with
        {
            Where = new Where(Site: site?.Name),
            Weight = 0.3,
            Facts = new Dictionary<string, double> { ["median"] = seen.Median, ["p95"] = seen.P95 },
        };
    }
}
