using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>A level that changes between two months and stays.</summary>
/// <param name="From">First day of the first month on the new level.</param>
/// <param name="Before">Level before.</param>
/// <param name="After">Level after.</param>
/// <param name="CountBefore">Values before.</param>
/// <param name="CountAfter">Values from then on.</param>
/// <param name="Noise">Robust change from month to month that is usual on one level.</param>
sealed record LevelStep(DateTime From, double Before, double After, long CountBefore, long CountAfter, double Noise)
{
    const int LeastMonths = 3; // on each side
    const long LeastValues = 100; // on each side
    const long LeastInMonth = 5;

    /// <summary>The best step of a series of months; null when a straight line fits as well, or there are too few months or values.</summary>
    internal static LevelStep? Of(IEnumerable<Cell> cells)
    {
        var months = cells.Where(cell => cell.Month is not null && cell.Present >= LeastInMonth && (cell.Median ?? cell.Mean) is not null)
            .GroupBy(cell => cell.Month.GetValueOrDefault())
            .OrderBy(group => group.Key)
            .Select(group => (Month: group.Key, Count: group.Sum(cell => cell.Present), Level: group.Sum(cell => (cell.Median ?? cell.Mean ?? 0) * cell.Present) / group.Sum(cell => cell.Present)))
            .ToList();
        if (months.Count < 2 * LeastMonths)
        {
            return null;
        }

        var best = Enumerable.Range(LeastMonths, months.Count - (2 * LeastMonths) + 1)
            .Select(place => (Place: place, Error: Error(months[..place]) + Error(months[place..])))
            .MinBy(pair => pair.Error);
        var (before, after) = (months[..best.Place], months[best.Place..]);
        var step = new LevelStep(
            months[best.Place].Month,
            Level(before),
            Level(after),
            before.Sum(month => month.Count),
            after.Sum(month => month.Count),
            Math.Sqrt(best.Error / months.Sum(month => month.Count)));
        return Math.Min(step.CountBefore, step.CountAfter) >= LeastValues
            && Math.Abs(step.After - step.Before) > 4 * step.Noise
            && best.Error < 0.6 * LineError(months)
                ? step
                : null;
    }

    static double Level(List<(DateTime Month, long Count, double Level)> months) =>
        months.Sum(month => month.Level * month.Count) / months.Sum(month => month.Count);

    static double Error(List<(DateTime Month, long Count, double Level)> months)
    {
        var level = Level(months);
        return months.Sum(month => month.Count * (month.Level - level) * (month.Level - level));
    }

    /// <summary>What a straight line through the months leaves unexplained.</summary>
    static double LineError(List<(DateTime Month, long Count, double Level)> months)
    {
        var total = (double)months.Sum(month => month.Count);
        var origin = months[0].Month;
        var points = months.Select(month => (X: (month.Month - origin).TotalDays, month.Level, Weight: month.Count / total)).ToList();
        var (meanX, meanY) = (points.Sum(point => point.X * point.Weight), points.Sum(point => point.Level * point.Weight));
        var slope = points.Sum(point => (point.X - meanX) * (point.Level - meanY) * point.Weight) / points.Sum(point => (point.X - meanX) * (point.X - meanX) * point.Weight);
        return total * points.Sum(point => point.Weight * Math.Pow(point.Level - meanY - (slope * (point.X - meanX)), 2));
    }
}
