using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms;

/// <summary>What signs measure again and again.</summary>
static class Reading
{
    const int MostGroups = 100;

    /// <summary>The clock of the finding's first column, or null.</summary>
    internal static ClockProfile? Clock(this Case @case) =>
        @case.Table.Clocks.FirstOrDefault(clock => @case.Finding.Columns.Contains(clock.Column.Name));

    /// <summary>Share of the finding's rows by each value of a column, against the share of all rows: the largest share of the finding's rows in one value.</summary>
    internal static (double Largest, double Elsewhere)? Concentration(this Case @case, Column? by)
    {
        if (by is null || @case.Finding.Condition is not { } condition)
        {
            return null;
        }

        var groups = ByValue.Of(@case.Dataset, @case.Table, by, condition).OrderByDescending(group => group.Rows).Take(MostGroups).ToList();
        var (all, hit) = (groups.Sum(group => group.Rows), groups.Sum(group => group.Hits));
        return hit == 0 || groups.Count < 2 ? null : groups.Select(group => ((double)group.Hits / hit, (double)group.Rows / all)).MaxBy(group => group.Item1);
    }

    /// <summary>The lag of a finding about two times of one row, or null.</summary>
    internal static LagProfile? Lag(this Case @case) => @case.Table.Lags.FirstOrDefault(lag =>
        @case.Finding.Columns.Count == 2 && @case.Finding.Columns.Contains(lag.From.Name) && @case.Finding.Columns.Contains(lag.To.Name));

    /// <summary>A share as a sentence.</summary>
    internal static string Percent(double share) => Says.Share(share);
}
