using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings.Contradictions;

/// <summary>A yes/no column that restates a threshold of a number column, and the rows where the two disagree.</summary>
static class Restated
{
    const double MostOfRows = 0.05;
    const double MostOfFewer = 0.15; // of the rows of the rarer value
    const long LeastFewer = 20;
    const int MostCounts = 12; // distinct values of a short count

    /// <summary>A threshold inside a short count, such as more than one diagnosis: a flag restates only whether there is any.</summary>
    static bool IsInsideCount(Separation separation) => separation.Number.Numbers is var numbers
        && numbers.Values.Count <= MostCounts && numbers.Min >= 0 && numbers.Values.All(value => value == Math.Floor(value)) && separation.Threshold != numbers.Min;

    internal static IEnumerable<Finding> In(TableProfile table, Flag flag, IReadOnlyList<Separation> separations)
    {
        var best = separations
            .Where(separation => separation.Contradictions > 0 && !(separation.Threshold < 0 && Codes.MayMeanNothing(separation.Threshold)) && separation.Fewer >= LeastFewer && !IsInsideCount(separation)
                && separation.Contradictions <= MostOfRows * separation.Rows && separation.Contradictions <= MostOfFewer * separation.Fewer)
            .MinBy(separation => separation.Contradictions);
        if (best is null || flag.Profile.Variable.Role == Role.Outcome)
        {
            yield break;
        }

        var value = best.Number.Variable.Value;
        var beyond = best.Above ? $"{value} > {best.Threshold}" : (Sql)$"{value} <= {best.Threshold}";
        var within = best.Above ? $"{value} <= {best.Threshold}" : (Sql)$"{value} > {best.Threshold}";
        var sign = best.Above ? "above" : "at most";
        yield return Draft.Of(
            "cross-field",
            table.Table,
            [flag.Column, best.Number.Variable.Column],
            $"{flag.Name} tells whether {best.Number.Variable.Label} is {sign} {best.Threshold:0.###}, but contradicts it in {best.Contradictions:N0} of {best.Rows:N0} rows",
            (best.Contradictions, best.Rows),
            $"({value} IS NOT NULL AND (({flag.Yes} AND {within}) OR ({flag.No} AND {beyond})))") with
        { Weight = 0.6 };
    }
}
