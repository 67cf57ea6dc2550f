using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A laboratory value rises alone: far above the samples before and after it, which agree with each other.</summary>
/// <remarks>Only for what a spoilt sample raises. Symmetrical noise makes as many lone falls as lone rises, and is silent.</remarks>
sealed class LoneRises : IFindingKind
{
    const double Hours = 72; // between the samples
    const double Rise = 5; // standard deviations from sample to sample
    const double OfMedian = 0.15; // a rise is at least this part of the usual value
    const double LeastShare = 0.005;
    const long Fewest = 8;
    const double OverFalls = 5;
    const double MedianOfDifference = 0.954; // median of the difference of two samples, in standard deviations of one

    /// <summary>Known variables that haemolysis, waiting or an infusion raises.</summary>
    static readonly HashSet<string> Spoilt = new(StringComparer.Ordinal) { "potassium", "ldh", "ast", "phosphate", "magnesium", "lactate", "glucose" };

    public string Id => "lone-rises";

    public string Title => "A laboratory value rises alone and is gone in the next sample";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.Reading.Of(Role.Patient) is not null && table.Reading.Clock is not null && table.MostRowsOfOnePatient > 1
        from variable in Measured.In(table)
        where variable.Variable.Known is { } known && Spoilt.Contains(known) && variable.Numbers.Total >= 200 && variable.Numbers.Min >= 0
        let finding = Of(table, variable, dataset)
        where finding is not null
        select finding;

    Finding? Of(TableProfile table, VariableProfile profile, Dataset dataset)
    {
        var (from, _) = table.ForShares;
        var usual = OfMedian * profile.Numbers.Quantile(0.5);
        var highest = Limits.Of(profile)?.Extreme.High ?? double.MaxValue;
        // between two neighbours, where a rise and a fall are equally likely by chance
        var (noise, pairs, rises, falls) = dataset.Row(
            $"""
            WITH ordered AS ({Ordered(table, profile, from, dataset.Dialect)}),
            spread AS (SELECT {dataset.Dialect.Quantile($"abs(value - after)", 0.5)} / {MedianOfDifference} AS noise FROM ordered WHERE after IS NOT NULL),
            limits AS (SELECT noise, greatest({Rise} * noise, {usual}) AS enough FROM spread)
            SELECT max(noise), count(*), count(*) FILTER (WHERE {IsRise($"enough", highest)}), count(*) FILTER (WHERE least(before, after) - value >= enough)
            FROM ordered CROSS JOIN limits WHERE before IS NOT NULL AND after IS NOT NULL
            """,
            row => (row.NumberAt(0) ?? 0, row.CountAt(1), row.CountAt(2), row.CountAt(3)));
        var least = Math.Max(Rise * noise, usual);
        if (rises < Math.Max(Fewest, LeastShare * pairs) || rises < OverFalls * falls)
        {
            return null;
        }

        var (patient, clock, variable) = (table.Reading.Of(Role.Patient)!, table.Reading.Clock!, profile.Variable); // asked for above
        Sql condition = $"{variable.Value} IS NOT NULL AND ({patient.Value}, {clock.Value}, {variable.Value}) IN (SELECT patient, taken, value FROM ({Ordered(table, profile, table.Table.From, dataset.Dialect)}) AS ordered WHERE after IS NOT NULL AND {IsRise($"{least}", highest)})";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {variable.Rows} AND {condition}");
        return count == 0 ? null : Draft.Of(
            Id, profile, $"{variable.Label} rises alone in {Says.Of(count, profile.Scaled(profile.Numbers.Total), "values")}: the samples within {Hours:0} hours before and after it are lower by {Says.Number(Math.Round(least, 2))} or more", count, condition) with
        {
            Estimated = false,
            Weight = 0.4,
            Facts = new Dictionary<string, double> { ["rises"] = rises, ["falls"] = falls, ["pairs"] = pairs, ["least"] = least },
        };
    }

    static Sql IsRise(Sql least, double highest) => $"value - greatest(coalesce(before, after), after) >= {least} AND value <= {highest}";

    /// <summary>Values of a patient with those of the samples before and after, where they are near in time.</summary>
    static Sql Ordered(TableProfile table, VariableProfile profile, Sql from, Dialect dialect)
    {
        var (patient, clock, variable) = (table.Reading.Of(Role.Patient)!, table.Reading.Clock!, profile.Variable); // asked for above
        var seconds = Hours * 3600;
        return $"""
            SELECT patient, taken, value, CASE WHEN moment - moment_before BETWEEN 1 AND {seconds} THEN value_before END AS before, CASE WHEN moment_after - moment BETWEEN 1 AND {seconds} THEN value_after END AS after
            FROM (SELECT patient, taken, value, moment, lag(value) OVER sample AS value_before, lead(value) OVER sample AS value_after, lag(moment) OVER sample AS moment_before, lead(moment) OVER sample AS moment_after
                FROM (SELECT {patient.Value} AS patient, {clock.Value} AS taken, {variable.Value} AS value, {dialect.Epoch(clock.Value)} AS moment
                    FROM {from} WHERE {variable.Rows} AND {variable.Value} IS NOT NULL AND {clock.Value} IS NOT NULL AND {patient.Value} IS NOT NULL) AS samples
                WINDOW sample AS (PARTITION BY patient ORDER BY moment, value)) AS neighbours
            """;
    }
}
