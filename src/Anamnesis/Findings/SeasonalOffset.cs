using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Two times of one row are an hour further apart in summer than in winter, or the other way round: one of the clocks is not changed.</summary>
sealed class SeasonalOffset : IFindingKind
{
    const int Fewest = 100; // pairs of a season
    const double Hour = 3600;
    const double Slack = 360; // seconds
    const double Suspicious = 1500; // seconds of the 95th percentile beyond the median, or of the median
    static readonly double[] Quartiles = [0.25, 0.5, 0.75];
    const double PerRange = 0.93; // standard error of a median, of the range between the quartiles over the root of the rows, for a normal spread
    const double Sure = 4; // standard errors; medians of two times that have little to do with each other lie an hour apart by chance
    const double Misplaced = 0.05; // share of pairs in the wrong order

    public string Id => "seasonal-offset";

    public string Title => "Two times are an hour further apart in one season";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from lag in table.Lags
        where lag.Pairs >= 4 * Fewest && !lag.From.DaysOnly && !lag.To.DaysOnly && Math.Abs(lag.Median) < 2 * 86_400
            && (Math.Abs(lag.Median) >= Suspicious || lag.P95 - lag.Median >= Suspicious || lag.Negative >= Misplaced * lag.Pairs)
        let finding = Of(dataset, table, lag)
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, TableProfile table, LagProfile lag)
    {
        Sql apart = $"({dataset.Dialect.Epoch(lag.To.Value)} - ({dataset.Dialect.Epoch(lag.From.Value)}))";
        Sql summer = $"extract(month from {lag.To.Value}) BETWEEN 4 AND 9";
        var seasons = dataset.Rows(
            $"""
            SELECT CASE WHEN {summer} THEN 1 ELSE 0 END, count(*), {Sql.Join(", ", dataset.Dialect.Quantiles(apart, Quartiles))} FROM {table.ForShares.From}
            WHERE {lag.From.Value} IS NOT NULL AND {lag.To.Value} IS NOT NULL AND (extract(month from {lag.To.Value}) BETWEEN 4 AND 9 OR extract(month from {lag.To.Value}) NOT IN (3, 10)) GROUP BY 1 ORDER BY 1
            """,
            row => (Rows: row.CountAt(1), Apart: Quartiles.Select((_, at) => row.NumberAt(at + 2) ?? 0).ToList()));
        if (seasons.Count != 2 || seasons.Any(season => season.Rows < Fewest))
        {
            return null;
        }

        var (winter, late) = (seasons[0].Apart, seasons[1].Apart);
        var difference = late[1] - winter[1];
        var chance = Sure * Math.Sqrt(seasons.Sum(season => Math.Pow(PerRange * (season.Apart[2] - season.Apart[0]), 2) / season.Rows));
        return Math.Abs(Math.Abs(difference) - Hour) > Slack || Math.Abs(difference) < chance ? null : Draft.Of(
            Id, table.Table, [lag.To, lag.From], $"{lag.To.Name} lies {Says.Number(Math.Round(late[1] / 60))} minutes after {lag.From.Name} in summer and {Says.Number(Math.Round(winter[1] / 60))} in winter: one of the two clocks is not changed",
            (seasons[1].Rows * table.ForShares.OneIn, Math.Max(lag.Pairs, seasons[1].Rows * table.ForShares.OneIn)), $"{lag.From.Value} IS NOT NULL AND {lag.To.Value} IS NOT NULL AND {summer}") with
        {
            Estimated = table.ForShares.OneIn > 1,
            Weight = 0.5,
            Facts = new Dictionary<string, double> { ["difference"] = difference },
        };
    }
}
