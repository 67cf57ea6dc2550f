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
    const double LeastOfNoise = 2.5; // the step over the noise from month to month
    const double MostOfLine = 0.75; // of what a straight line leaves unexplained
    const int Near = 4; // months on either side of the step
    const double LeastAtOnce = 0.6; // of the step, within the near months

    /// <summary>The best step of a series of months; null when a straight line fits as well, or there are too few months or values.</summary>
    internal static LevelStep? Of(IEnumerable<Cell> cells)
    {
        var months = cells.Where(cell => cell.Month is not null && cell.Present >= LeastInMonth && (cell.Median ?? cell.Mean) is not null)
            .AggregateBy(cell => cell.Month.GetValueOrDefault(), (Count: 0L, Level: 0.0), (sum, cell) => (sum.Count + cell.Present, sum.Level + ((cell.Median ?? cell.Mean ?? 0) * cell.Present)))
            .OrderBy(month => month.Key)
            .Select(month => (Month: month.Key, month.Value.Count, Level: month.Value.Level / month.Value.Count))
            .ToList();
        if (months.Count < 2 * LeastMonths)
        {
            return null;
        }

        // levels of positive things change by factors, and so does their noise
        var isRatio = months.TrueForAll(month => month.Level > 0);
        if (isRatio)
        {
            months = [.. months.Select(month => month with { Level = Math.Log(month.Level) })];
        }

        var best = Best(months);
        var (before, after) = (months[..best.Place], months[best.Place..]);
        var (low, high) = (Level(before), Level(after));
        var noise = Math.Sqrt(best.Error / months.Sum(month => month.Count));
        var (countBefore, countAfter) = (before.Sum(month => month.Count), after.Sum(month => month.Count));
        if (Math.Min(countBefore, countAfter) < LeastValues
            || Math.Abs(high - low) <= LeastOfNoise * noise
            || best.Error >= MostOfLine * LineError(months)
            || (Level(after[..Math.Min(Near, after.Count)]) - Level(before[^Math.Min(Near, before.Count)..])) / (high - low) < LeastAtOnce)
        {
            return null;
        }

        return isRatio
            ? new LevelStep(months[best.Place].Month, Math.Exp(low), Math.Exp(high), countBefore, countAfter, noise * Math.Exp((low + high) / 2))
            : new LevelStep(months[best.Place].Month, low, high, countBefore, countAfter, noise);
    }

    static double Level(List<(DateTime Month, long Count, double Level)> months) =>
        months.Sum(month => month.Level * month.Count) / months.Sum(month => month.Count);

    /// <summary>The place that leaves the least squared error around a level on either side, by running sums.</summary>
    static (int Place, double Error) Best(List<(DateTime Month, long Count, double Level)> months)
    {
        var middle = Level(months); // sums of squares lose digits far from zero
        var (count, sum, squares) = (new double[months.Count + 1], new double[months.Count + 1], new double[months.Count + 1]);
        for (var i = 0; i < months.Count; i++)
        {
            var (weight, level) = ((double)months[i].Count, months[i].Level - middle);
            (count[i + 1], sum[i + 1], squares[i + 1]) = (count[i] + weight, sum[i] + (weight * level), squares[i] + (weight * level * level));
        }

        double Error(int from, int to) => Math.Max(0, squares[to] - squares[from] - ((sum[to] - sum[from]) * (sum[to] - sum[from]) / (count[to] - count[from])));
        return Enumerable.Range(LeastMonths, months.Count - (2 * LeastMonths) + 1)
            .Select(place => (Place: place, Error: Error(0, place) + Error(place, months.Count)))
            .MinBy(pair => pair.Error);
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
