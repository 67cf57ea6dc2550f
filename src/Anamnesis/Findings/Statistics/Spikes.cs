using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>Single values that occur far more often than their neighbours.</summary>
static class Spikes
{
    const int Fewest = 10;
    const int FewestOffGrid = 5; // values written more finely than all others
    const double Deviations = 6; // of a Poisson count above the neighbours
    const int Near = 5; // values on either side
    const double ByChance = 0.0001; // of any value of a column, by Poisson
    const int MostRound = 8;
    const int Tail = 40; // terms of the probability beyond the first
    const double OfAll = 0.01;
    const double OverNeighbours = 5;

    /// <summary>A spike: how often, how often the neighbours would lead one to expect, and where it lies.</summary>
    internal readonly record struct Spike(double Value, long Count, double Expected, bool AtTop, bool AtBottom, bool OffGrid);

    /// <summary>The spikes of a variable with many distinct values, most frequent first, at most three.</summary>
    internal static IReadOnlyList<Spike> Of(Frequencies numbers) => numbers.Once(Found);

    static IReadOnlyList<Spike> Found(Frequencies numbers)
    {
        if (numbers.Total < 50 || numbers.Values.Count < 15)
        {
            return [];
        }

        var least = Math.Max(FewestOffGrid, OfAll * numbers.Total);
        var rest = numbers.Where(value => numbers.CountOf(value) < least);
        var usual = Grid.Usual(rest);
        if (IsLookedUp(numbers, usual))
        {
            return [];
        }

        var averages = Averages.Are(numbers);
        var spikes = new List<Spike>();
        for (var i = 0; i < numbers.Values.Count; i++)
        {
            var (value, count) = (numbers.Values[i], numbers.Counts[i]);
            if (count < least || (averages && Averages.MayBeOne(numbers, value)))
            {
                continue;
            }

            var offGrid = Grid.Decimals(value) > usual;
            var around = Around(numbers, i, value, usual);
            if (count >= (offGrid ? FewestOffGrid : Fewest) && count >= OverNeighbours * Math.Max(1, around) && count >= around + (Deviations * Math.Sqrt(around)) && AtLeast(count, around) * numbers.Values.Count < ByChance)
            {
                spikes.Add(new Spike(value, count, around, i == numbers.Values.Count - 1, i == 0, offGrid));
            }
        }

        return [.. spikes.OrderByDescending(spike => spike.Count).Take(3)];
    }

    /// <summary>The probability of so many or more where <paramref name="around"/> are expected from ten neighbours, taken one standard error higher.</summary>
    static double AtLeast(long count, double around)
    {
        var expected = Math.Max(1, around) + Math.Sqrt(Math.Max(1, around) / (2 * Near));
        var (term, tail) = (Math.Exp(-expected), 0.0);
        for (var k = 1L; k < count + Tail && (k < count || term > 0); k++)
        {
            term *= expected / k;
            tail += k >= count ? term : 0;
        }

        return tail;
    }

    /// <summary>Finely written values that all recur although few of the possible ones occur: prices, places and other things that a group shares.</summary>
    static bool IsLookedUp(Frequencies numbers, int usual)
    {
        var (low, high) = (numbers.Quantile(0.05), numbers.Quantile(0.95));
        var inside = numbers.Where(value => value > low && value < high);
        var recurring = inside.Counts.Count(count => count > 2);
        return usual >= 2 && recurring > 0.7 * inside.Counts.Count && inside.Total > 5L * inside.Values.Count && (high - low) * Math.Pow(10, usual) > 10 * inside.Values.Count;
    }

    /// <summary>The usual count of values near: of those as round as this one, so that a habit of rounding is no spike.</summary>
    static double Around(Frequencies numbers, int place, double value, int usual)
    {
        var step = Math.Min(Roundness(value, usual), Math.Max(2, 2 * usual)); // whole numbers are compared with whole numbers, tens with tens
        var near = numbers.Pairs.Select((pair, i) => (pair.Value, pair.Count, i))
            .Where(pair => pair.i != place && Math.Abs(pair.i - place) <= 40 && Roundness(pair.Value, usual) >= step)
            .GroupBy(pair => pair.i > place) // two on either side: in a tail the nearest all lie outside
            .SelectMany(side => side.OrderBy(pair => Math.Abs(pair.i - place)).Take(2)).Select(pair => (double)pair.Count).ToList();
        var adjacent = numbers.Counts.Skip(Math.Max(0, place - Near)).Take(Math.Min(place, Near)).Concat(numbers.Counts.Skip(place + 1).Take(Near)).Select(count => (double)count).ToList();
        return Math.Max(near.Count == 0 ? 0 : near.Average(), adjacent.Count == 0 ? 0 : adjacent.Average());
    }

    /// <summary>0 for any value, 1 for multiples of 5 in the last digit, 2 of 10, 3 of 50, 4 of 100 and so on.</summary>
    static int Roundness(double value, int decimals)
    {
        var units = Math.Round(Math.Abs(value) * Math.Pow(10, decimals));
        var round = 0;
        while (units > 0 && units % 10 == 0 && round < MostRound)
        {
            (units, round) = (units / 10, round + 2);
        }

        return units % 5 == 0 ? round + 1 : round;
    }
}
