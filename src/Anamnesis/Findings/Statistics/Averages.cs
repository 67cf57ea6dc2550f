using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>Means of a few measurements each, told by their thirds: 14.6667 between 14 and 15.</summary>
static class Averages
{
    const int Fine = 4; // decimals
    const int Fewest = 20; // finely written values
    const double Near = 0.003; // of a step of the measurements; as many by chance as four times this
    const double Thirds = 0.08;
    const int MostMeasured = 12; // measurements behind one mean
    const double Rounding = 0.01; // of a step
    const double MeasuredSo = 0.03; // share of values with the decimals of a measurement

    internal static bool Are(Frequencies numbers)
    {
        var coarse = numbers.Where(value => Grid.Decimals(value) < Fine);
        if (coarse.Total == 0 || numbers.Total - coarse.Total < Fewest)
        {
            return false;
        }

        var fine = numbers.Where(value => Grid.Decimals(value) >= Fine);
        var scale = Math.Pow(10, Grid.Usual(coarse));
        return fine.Where(value => IsThird(value * scale)).Total >= Thirds * fine.Total;
    }

    /// <summary>True when a value may be the mean of a few measurements: such values are frequent among means, and no spikes.</summary>
    internal static bool MayBeOne(Frequencies numbers, double value)
    {
        var counts = Grid.Profile(numbers);
        var decimals = Array.FindIndex(counts, count => count >= MeasuredSo * numbers.Total);
        var steps = value * Math.Pow(10, Math.Max(0, decimals));
        return Enumerable.Range(1, MostMeasured).Any(count => Math.Abs((steps * count) - Math.Round(steps * count)) <= Rounding);
    }

    static bool IsThird(double steps)
    {
        var part = steps - Math.Floor(steps);
        return Math.Abs(part - (1.0 / 3)) <= Near || Math.Abs(part - (2.0 / 3)) <= Near;
    }
}
