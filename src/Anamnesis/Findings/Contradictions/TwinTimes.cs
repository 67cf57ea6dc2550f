using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>Two follow-up times that are the same unless a flag says that something happened, and the few rows where they differ although it did not.</summary>
static class TwinTimes
{
    const double MostDiffering = 0.1; // of the rows in which they should be the same
    const double MostElsewhere = 0.5; // equal in the other rows, else the flag has nothing to do with it
    const long LeastRows = 50;
    const long LeastDiffering = 3;
    const int MostTimes = 6;

    internal static IEnumerable<Finding> In(TableProfile table, IReadOnlyList<Flag> flags, Dataset dataset)
    {
        var times = Measured.In(table).Where(number => number.Variable.Item is null && number.Numbers.Values.Count >= 20 && NameTokens.Of(number.Variable.Column.Name) is var name
            && (name.SaysTime || name.Has("days", "months", "years", "fu", "futime", "survival", "os", "rfs", "pfs", "dfs"))).Take(MostTimes).ToList();
        return from place in Enumerable.Range(0, times.Count)
               from other in times.Skip(place + 1)
               from flag in flags
               let found = Told(table, times[place], other, flag, dataset)
               where found is not null
               select found;
    }

    static Finding? Told(TableProfile table, VariableProfile one, VariableProfile other, Flag flag, Dataset dataset)
    {
        var (first, second) = (one.Variable.Value, other.Variable.Value);
        var counts = dataset.Row(
            $"""
            SELECT count(*) FILTER (WHERE {flag.No}), count(*) FILTER (WHERE {flag.No} AND {first} < {second}), count(*) FILTER (WHERE {flag.No} AND {first} > {second}),
              count(*) FILTER (WHERE {flag.Yes}), count(*) FILTER (WHERE {flag.Yes} AND {first} = {second})
            FROM {table.Table.From} WHERE {first} IS NOT NULL AND {second} IS NOT NULL
            """,
            row => (No: row.CountAt(0), Later: row.CountAt(1), Earlier: row.CountAt(2), Yes: row.CountAt(3), Same: row.CountAt(4)));
        var differing = counts.Later + counts.Earlier;
        if (counts.No < LeastRows || differing < LeastDiffering || differing > MostDiffering * counts.No || counts.Same > MostElsewhere * counts.Yes)
        {
            return null;
        }

        var oneSided = Math.Max(counts.Later, counts.Earlier) == differing;
        return Draft.Of(
            "cross-field",
            table.Table,
            [one.Variable.Column, other.Variable.Column, flag.Column],
            $"{one.Variable.Label} and {other.Variable.Label} are the same where {flag.Name} says no, but differ in {Says.Count(differing)} of these {Says.Count(counts.No)} rows"
                + (oneSided ? $", and {(counts.Later > 0 ? other : one).Variable.Label} is always the longer" : string.Empty),
            (differing, counts.No),
            $"{flag.No} AND {first} <> {second}") with
        { Weight = 0.5, Facts = new Dictionary<string, double> { ["followups"] = 1, ["onesided"] = oneSided ? 1 : 0 } };
    }
}
