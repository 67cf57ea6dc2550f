using Anamnesis.Profiling;

namespace Anamnesis.Findings.Statistics;

/// <summary>Numbers that are whole multiples of a step which nobody counts in, such as 0.4536 or 1.55: they were whole in another unit.</summary>
/// <param name="Step">The step.</param>
/// <param name="Unit">The unit that has this step, or null when it is not known.</param>
/// <param name="Count">How many are multiples.</param>
/// <param name="Near">How near to a multiple, in steps, as the decimals allow.</param>
/// <param name="Fives">Share of the multiples that are multiples of five steps.</param>
sealed record Comb(double Step, string? Unit, long Count, double Near, double Fives)
{
    const int FewestDistinct = 20;
    const int MostDistinct = 5000;
    const int Probed = 400; // distinct values on which steps are looked for
    const int LongestStep = 999; // in units of the last decimal
    const double Mostly = 0.5; // of the values
    const double OverChance = 0.4;
    const double Exact = 1e-4; // of a step
    const double Exactly = 1L << 53; // to which doubles hold every whole number; a power of two, and so no multiple
    const double Widest = 0.15; // of a step; with fewer decimals a multiple cannot be told

    static readonly (double Step, string Unit)[] Known =
        [(0.45359237, "pounds"), (0.453592, "pounds"), (0.4536, "pounds"), (0.454, "pounds"), (2.54, "inches"), (0.0254, "inches")];

    /// <summary>The comb that most of the numbers fit, or null.</summary>
    internal static Comb? Of(Frequencies numbers)
    {
        numbers = numbers.Where(value => value != 0);
        if (numbers.Values.Count is < FewestDistinct or > MostDistinct || numbers.Min < 0)
        {
            return null;
        }

        var decimals = Grid.Usual(numbers);
        return decimals == 0 ? null : Known.Select(known => At(numbers, known.Step, Math.Max(Exact, 0.51 * Math.Pow(10, -decimals) / known.Step), known.Unit)).OfType<Comb>().FirstOrDefault()
            ?? (decimals <= 3 && LongStep(numbers, decimals) is { } step ? At(numbers, step, Exact, null) : null);
    }

    static Comb? At(Frequencies numbers, double step, double near, string? unit)
    {
        if (near > Widest)
        {
            return null;
        }

        var fitting = numbers.Where(value => Math.Round(value / step) >= 1 && Math.Abs((value / step) - Math.Round(value / step)) <= near);
        return fitting.Values.Count >= FewestDistinct && fitting.Total >= Math.Max(Mostly, (2 * near) + OverChance) * numbers.Total
            ? new Comb(step, unit, fitting.Total, near, (double)fitting.Where(value => Math.Round(value / step) % 5 == 0).Total / fitting.Total)
            : null;
    }

    /// <summary>The longest step of no decimal kind that most values are multiples of, far beyond chance.</summary>
    static double? LongStep(Frequencies numbers, int decimals)
    {
        var scale = Math.Pow(10, decimals);
        var every = Math.Max(1, numbers.Values.Count / Probed);
        // the frequent first: a step that they do not fit is soon given up
        var probe = numbers.Pairs.Where((_, place) => place % every == 0).OrderByDescending(pair => pair.Count).Select(pair => (Units: (long)Math.Min(Math.Round(pair.Value * scale), Exactly), pair.Count)).ToList();
        var total = (double)probe.Sum(pair => pair.Count);
        var shares = Enumerable.Range(3, LongestStep - 2).Where(step => !IsDecimal(step))
            .Select(step => (Step: step, Share: Multiples(probe, step, (1 - Mostly) * total) / total))
            .Where(found => found.Share >= Mostly && found.Share >= (1.0 / found.Step) + OverChance).ToList();
        return shares.Count == 0 ? null : shares.Where(found => found.Share >= 0.9 * shares.Max(other => other.Share)).Max(found => found.Step) / scale;
    }

    /// <summary>How many are multiples of a step; 0 as soon as more are not than may be.</summary>
    static long Multiples(List<(long Units, long Count)> probe, int step, double mostOthers)
    {
        var (multiples, others) = (0L, 0L);
        foreach (var (units, count) in probe)
        {
            if (units <= uint.MaxValue ? (uint)units % (uint)step == 0 : units % step == 0) // half as long where it fits
            {
                multiples += count;
            }
            else if ((others += count) > mostOthers)
            {
                return 0;
            }
        }

        return multiples;
    }

    /// <summary>2, 4, 5, 10, 25 …: steps of scales and of rounding.</summary>
    static bool IsDecimal(int step)
    {
        while (step % 2 == 0)
        {
            step /= 2;
        }

        while (step % 5 == 0)
        {
            step /= 5;
        }

        return step == 1;
    }
}
