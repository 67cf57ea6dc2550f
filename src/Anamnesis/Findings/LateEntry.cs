using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What was measured or done is entered much later.</summary>
sealed class LateEntry : IFindingKind
{
    const int Fewest = 100; // pairs
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
        where lag.Pairs >= Fewest && !lag.From.DaysOnly && !lag.To.DaysOnly && lag.Negative < 0.2 * lag.Pairs && (lag.Median > Median || lag.P95 > P95)
            && table.Reading.Column(lag.From.Name)?.Role == Role.Taken && table.Reading.Column(lag.To.Name)?.Role == Role.Recorded && !IsOfAnotherStep(lag.To)
            && table.Clocks.All(clock => clock.Column.Name != lag.From.Name || clock.Midnight < 0.2 * clock.Present)
        where lag.Late > 0
        select Draft.Of(
            Id, table.Table, [lag.To, lag.From], $"{lag.To.Name} lies {Says.Count((long)Math.Round(lag.Median / 60))} minutes after {lag.From.Name} in the median, and more than a quarter of an hour in {Says.Of(lag.Late, lag.Pairs)}",
            (lag.Late, lag.Pairs), LagProfile.IsLate(dataset.Dialect, lag.From, lag.To)) with
        { Weight = 0.3, Facts = new Dictionary<string, double> { ["median"] = lag.Median, ["p95"] = lag.P95 } };
}
