using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>The odd values of a finding against the rest of their column.</summary>
/// <param name="Odd">The odd values, at most 1,000 distinct.</param>
/// <param name="Low">5th percentile of the rest.</param>
/// <param name="High">95th percentile of the rest.</param>
/// <param name="Total">All values of the variable.</param>
sealed record OddCells(Frequencies Odd, double Low, double High, long Total)
{
    /// <summary>The odd cells of a finding about one number; null for other findings.</summary>
    internal static OddCells? Of(Case @case)
    {
        if (@case.Variable is not { Numbers.Total: > 0 } profile || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var variable = profile.Variable;
        var odd = @case.Dataset.Rows<(double? Value, long Count)>(
            $"""
            SELECT value, count(*) AS n
            FROM (SELECT {variable.Value} AS value FROM {variable.Table.From} WHERE {condition}) AS odd
            WHERE value IS NOT NULL
            GROUP BY value
            ORDER BY n DESC, value
            LIMIT 1000
            """,
            row => (row.NumberAt(0), row.CountAt(1))).OrderBy(pair => pair.Value).ToList();
        var values = new Frequencies([.. odd.Select(pair => pair.Value.GetValueOrDefault())], [.. odd.Select(pair => pair.Count)]);
        var rest = profile.Numbers.Where(value => values.CountOf(value) == 0);
        return values.Total == 0 || rest.Total == 0 ? null : new OddCells(values, rest.Quantile(0.05), rest.Quantile(0.95), profile.Numbers.Total);
    }

    /// <summary>True when the cells are single ones, not a part of the column.</summary>
    internal bool AreSingle => Odd.Total <= Math.Max(3, 0.005 * Total);

    /// <summary>Share of the odd cells that one simple edit brings back among the rest.</summary>
    internal double Repairable => Share(value => Slip.Into(value, Low, High) is not null);

    /// <summary>True when the rest spans less than a factor of ten, so that a moved decimal point says something.</summary>
    internal bool RestIsNarrow => Low > 0 && High < 10 * Low;

    /// <summary>Share of the odd cells that one conversion brings back among the rest.</summary>
    internal double Converted(Func<double, double> convert) => Share(value => convert(value) is var converted && converted >= Low && converted <= High);

    double Share(Func<double, bool> fits) => (double)Odd.Pairs.Where(pair => fits(pair.Value)).Sum(pair => pair.Count) / Odd.Total;
}
