using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>Items of a long table that were measured together and contradict each other.</summary>
static class LongPairs
{
    const double Sure = 0.8;
    const double MostBroken = 0.2; // more say that an item is something else
    const double Alike = 0.8; // rows of the rarer item over rows of the other: measured together
    const long MostRows = 20_000_000;

    /// <summary>Variables of which the first lies above the second.</summary>
    static readonly (string Upper, string Lower, string Says)[] Orders =
    [
        ("sbp", "dbp", "the systolic pressure is not above the diastolic of the same time"),
        ("lvedd", "lvesd", "the left ventricle is not smaller in systole than in diastole"),
    ];

    internal static IEnumerable<Finding> In(TableProfile table, Dataset dataset)
    {
        if (table.Reading.Of(Role.Patient) is not { } patient || table.Reading.Clock is not { } clock || table.Table.Rows > MostRows)
        {
            yield break;
        }

        foreach (var (upper, lower, says) in Orders)
        {
            foreach (var (one, other) in Pairs(table, upper, lower))
            {
                if (Told(table, (one, other), (patient, clock), says, dataset) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>Each item of the upper variable with the item of the lower that is measured about as often.</summary>
    static IEnumerable<(VariableProfile Upper, VariableProfile Lower)> Pairs(TableProfile table, string upper, string lower)
    {
        var lowers = Items(table, lower);
        return Items(table, upper)
            .SelectMany(_ => lowers, (one, other) => (Upper: one, Lower: other))
            .Where(pair => Math.Min(pair.Upper.Present, pair.Lower.Present) >= Alike * Math.Max(pair.Upper.Present, pair.Lower.Present))
            .GroupBy(pair => pair.Upper.Variable.Item)
            .Select(pairs => pairs.MaxBy(pair => Math.Min(pair.Upper.Present, pair.Lower.Present)));
    }

    static List<VariableProfile> Items(TableProfile table, string id) =>
    [
        .. table.Variables.Where(profile => profile.Variable.Item is not null && profile.Variable.Known == id && profile.Variable.KnownConfidence >= Sure && profile.Numbers.Total > 0).Take(4),
    ];

    static Finding? Told(TableProfile table, (VariableProfile Upper, VariableProfile Lower) pair, (Column Patient, Column Clock) by, string says, Dataset dataset)
    {
        Sql Side(VariableProfile profile) => $"""
            SELECT {by.Patient.Value} AS patient, {by.Clock.Value} AS taken, max({profile.Variable.Value}) AS high, min({profile.Variable.Value}) AS low
            FROM {table.Table.From}
            WHERE ({profile.Variable.Rows}) AND {profile.Variable.Value} > 0
            GROUP BY 1, 2
            """;
        Sql together = $"FROM ({Side(pair.Upper)}) AS above JOIN ({Side(pair.Lower)}) AS below ON below.patient = above.patient AND below.taken = above.taken";
        var (all, count) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE above.high <= below.low) {together}", row => (row.CountAt(0), row.CountAt(1)));
        return count == 0 || count > MostBroken * all ? null : Draft.Of(
            "cross-field",
            pair.Upper,
            $"In {count:N0} of {all:N0} pairs of {pair.Upper.Variable.Label} and {pair.Lower.Variable.Label} {says}",
            count,
            Sql.Raw("FALSE")) with
        {
            Denominator = all,
            Condition = null,
            Rows = $"SELECT above.patient, above.taken, above.high AS upper, below.low AS lower {together} WHERE above.high <= below.low",
            Weight = 0.8,
        };
    }
}
