namespace Anamnesis.Findings.Statistics;

/// <summary>A share that rises over years, not in one step.</summary>
/// <param name="First">The share in the first third of the years.</param>
/// <param name="Last">The share in the last third.</param>
/// <param name="Years">How many years.</param>
/// <param name="LargestStep">The largest rise from one year to the next, as a part of the whole rise.</param>
sealed record Growth(double First, double Last, int Years, double LargestStep)
{
    const int FewestYears = 4;
    const long FewestStays = 20; // of a year
    const double LeastRise = 0.08;
    const double LeastRatio = 1.6;
    const double Chance = 4; // standard errors, for many codes at many places are looked at
    const double ChanceOfAll = 3.5; // where every place rises
    const double Straighter = 2.5; // times the spread around a step that a line may leave
    const double Least = 0.0004; // squared: two of a hundred stays, below which a line is straight
    const double Known = 0.005; // of the first stays; a code that nobody used before belongs to another code book

    internal static Growth? Of(IReadOnlyDictionary<DateTime, long> all, IReadOnlyDictionary<DateTime, long> some, bool everywhere = false)
    {
        var years = all.Where(year => year.Value >= FewestStays).Select(year => year.Key).Order().ToList();
        if (years.Count < FewestYears)
        {
            return null;
        }

        (double Share, double Stays) Of(IEnumerable<DateTime> which) => In(which, all, some);
        var (first, last) = Ends(years, all, some);
        var rise = last.Share - first.Share;
        var mean = (first.Share + last.Share) / 2;
        var steps = years.Zip(years.Skip(1), (one, next) => Of([next]).Share - Of([one]).Share).ToList();
        var shares = years.ConvertAll(year => Of([year]).Share);
        return first.Share < Known || rise < LeastRise || last.Share < LeastRatio * first.Share || rise < (everywhere ? ChanceOfAll : Chance) * Math.Sqrt(mean * (1 - mean) * ((1 / first.Stays) + (1 / last.Stays)))
            || IsStep(shares) || steps.Count(step => step > 0) < 0.5 * steps.Count
            ? null
            : new Growth(first.Share, last.Share, years.Count, steps.Max() / rise);
    }

    /// <summary>Whether the share is larger in the last third of the years than in the first, by chance perhaps.</summary>
    internal static bool Rises(IReadOnlyDictionary<DateTime, long> all, IReadOnlyDictionary<DateTime, long> some) => Ends([.. all.Keys.Order()], all, some) is var (first, last) && last.Share > first.Share;

    static ((double Share, double Stays) First, (double Share, double Stays) Last) Ends(IReadOnlyList<DateTime> years, IReadOnlyDictionary<DateTime, long> all, IReadOnlyDictionary<DateTime, long> some)
    {
        var third = Math.Max(1, years.Count / 3);
        return (In(years.Take(third), all, some), In(years.TakeLast(third), all, some));
    }

    static (double Share, double Stays) In(IEnumerable<DateTime> which, IReadOnlyDictionary<DateTime, long> all, IReadOnlyDictionary<DateTime, long> some) =>
        (which.Sum(year => (double)some.GetValueOrDefault(year)) / which.Sum(year => all[year]), which.Sum(year => all[year]));

    /// <summary>Whether one step, in the middle of a year perhaps, tells the shares better than a straight line.</summary>
    static bool IsStep(List<double> shares)
    {
        var middle = (shares.Count - 1) / 2.0;
        var mean = shares.Average();
        var slope = shares.Select((share, i) => (i - middle) * (share - mean)).Sum() / shares.Select((_, i) => (i - middle) * (i - middle)).Sum();
        var line = shares.Select((share, i) => Square(share - mean - (slope * (i - middle)))).Average();
        var step = Enumerable.Range(1, shares.Count - 1).SelectMany(at => ((int[])[at, at + 1]).Where(after => after < shares.Count).Select(after =>
        {
            var (before, behind) = (shares[..at], shares[after..]);
            return (before.Sum(share => Square(share - before.Average())) + behind.Sum(share => Square(share - behind.Average()))) / (before.Count + behind.Count);
        })).Min();
        return line > Straighter * step && line > Least;
    }

    static double Square(double x) => x * x;
}
