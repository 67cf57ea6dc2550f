using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Tables of one layout, as several sites or years deliver them.</summary>
static class Siblings
{
    const int FewestColumns = 5;

    /// <summary>Where the middle 90 % of a column lie in the other tables of the same layout, when none of them reaches down to zero; else null.</summary>
    internal static (double Low, double High, int Tables)? Range(Profile profile, TableProfile table, string column)
    {
        if (table.Table.Columns.Count < FewestColumns)
        {
            return null;
        }

        var names = table.Table.Columns.Select(one => one.Name).ToList();
        var others = profile.Tables.Where(other => other != table && other.Table.Columns.Select(one => one.Name).SequenceEqual(names))
            .Select(other => other.Column(column)?.Numbers).Where(numbers => numbers is { Total: >= 20 }).Select(numbers => numbers!).ToList();
        var varied = others.Where(numbers => numbers.Values.Count >= 10 && numbers.CountWithin(0, 0) < 0.5 * numbers.Total)
            .Select(numbers => numbers.Where(value => !Codes.MayMeanNothing(value))).Where(numbers => numbers.Min > 0).ToList();
        return varied.Count == 0 || varied.Count < 0.5 * others.Count ? null : (varied.Min(numbers => numbers.Quantile(0.05)), varied.Max(numbers => numbers.Quantile(0.95)), varied.Count);
    }
}
