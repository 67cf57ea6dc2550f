using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>More values just on the one side of a limit than on the other.</summary>
/// <param name="At">The limit.</param>
/// <param name="Inclusive">Whether the limit itself is on the comfortable side.</param>
/// <param name="Width">Of the strip on either side.</param>
/// <param name="Good">Values in the strip on the comfortable side.</param>
/// <param name="Bad">Values in the strip beyond.</param>
/// <param name="Ratio">Good over bad, against what the strips further away lead one to expect.</param>
/// <param name="Elsewhere">The largest such ratio at limits that nobody decides by.</param>
sealed record Cliff(double At, bool Inclusive, double Width, long Good, long Bad, double Ratio, double Elsewhere)
{
    const int Steps = 4; // of the last digit, on either side
    const long Fewest = 60; // values in both strips
    const double Least = 1.5;
    const double Sure = 5; // standard deviations
    static readonly int[] Placebos = [-20, -10, 10, 20]; // steps of the last digit away, equally round

    /// <summary>The cliff at a limit; null when there is none, or as steep ones at other round numbers.</summary>
    internal static Cliff? Of(Frequencies numbers, double limit, bool inclusive)
    {
        var step = Math.Pow(10, -Grid.Usual(numbers));
        var here = Measure(numbers, limit, inclusive, step);
        if (here.Good + here.Bad < Fewest || here.Ratio < Least || here.Sigma < Sure || !here.Rises)
        {
            return null;
        }

        var elsewhere = Placebos.Select(away => Measure(numbers, limit + (away * step), inclusive, step)).Where(other => other.Good + other.Bad >= Fewest / 2).Select(other => other.Ratio).DefaultIfEmpty(1).Max();
        return elsewhere >= 1 + ((here.Ratio - 1) / 2) ? null : new Cliff(limit, inclusive, Steps * step, here.Good, here.Bad, here.Ratio, elsewhere);
    }

    static (long Good, long Bad, double Ratio, double Sigma, bool Rises) Measure(Frequencies numbers, double limit, bool inclusive, double step)
    {
        // strips in steps of the last digit, their edges in the middle between two values
        var edge = limit + ((inclusive ? 0.5 : -0.5) * step);
        long Within(int from, int to) => numbers.CountWithin(edge + (from * step), edge + (to * step));
        var (good, bad) = (Within(-Steps, 0), Within(0, Steps));
        var slope = Math.Log((Within(-3 * Steps, -Steps) + 1.0) / (Within(Steps, 3 * Steps) + 1.0)) / 4; // strips of twice the width, four times as far apart
        var expected = 1 / (1 + Math.Exp(-slope));
        var all = good + bad;
        return (good, bad, (good + 0.5) / (bad + 0.5) / Math.Exp(slope), all == 0 ? 0 : (good - (all * expected)) / Math.Sqrt(all * expected * (1 - expected)),
            Within(-Steps / 2, 0) >= Within(-Steps, -Steps / 2)); // what is nudged lands next to the limit; a range that ends there only thins out
    }
}
