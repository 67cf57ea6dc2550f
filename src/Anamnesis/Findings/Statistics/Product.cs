namespace Anamnesis.Findings.Statistics;

/// <summary>Two columns whose values are fully crossed within groups, while every other column follows from the group or from one of the two.</summary>
/// <remarks>A crossed experiment is no such thing: its measurements follow from neither.</remarks>
/// <param name="One">Place of the one column.</param>
/// <param name="Other">Place of the other.</param>
/// <param name="Share">Share of the groups with several values in both in which they are fully crossed.</param>
/// <param name="Groups">How many groups have several values in both.</param>
/// <param name="Constant">Columns that are the same in all rows of a group.</param>
sealed record Product(int One, int Other, double Share, int Groups, int Constant)
{
    const int FewestGroups = 10;
    const int FewestRows = 4; // of a group
    const int MostVarying = 16;
    const double LeastShare = 0.85;
    const double NearlyAll = 0.95; // groups in which a column has one value
    const int FewestConstant = 2;

    /// <summary>The first such pair, or null. Groups hold the cells of their rows, equal numbers for equal values.</summary>
    internal static Product? Of(IReadOnlyList<List<int[]>> all, int columns)
    {
        var groups = all.Where(group => group.Count >= FewestRows).ToList();
        if (groups.Count < FewestGroups)
        {
            return null;
        }

        var constant = Enumerable.Range(0, columns).Where(place => groups.Count(group => IsConstant(group, place)) >= NearlyAll * groups.Count).ToHashSet();
        var telling = constant.Count(place => groups.Select(group => group[0][place]).Distinct().Count() > 1);
        var varying = Enumerable.Range(0, columns).Where(place => !constant.Contains(place)).ToList();
        if (telling < FewestConstant || varying.Count is < 2 or > MostVarying)
        {
            return null;
        }

        var distinct = groups.Select(group => (Rows: group, Values: Enumerable.Range(0, columns).Select(place => constant.Contains(place) ? 0 : Distinct(group, place)).ToArray())).ToList();
        return varying.SelectMany(one => varying.Where(other => other > one).Select(other => Crossed(distinct, varying, one, other, telling))).FirstOrDefault(found => found is not null);
    }

    static Product? Crossed(List<(List<int[]> Rows, int[] Values)> groups, List<int> varying, int one, int other, int constant)
    {
        var both = groups.Where(group => group.Values[one] > 1 && group.Values[other] > 1).ToList();
        if (both.Count < FewestGroups || both.Take(FewestGroups).Count(group => IsCrossed(group, one, other)) < FewestGroups / 2)
        {
            return null;
        }

        var crossed = both.Count(group => IsCrossed(group, one, other) && varying.TrueForAll(place => place == one || place == other || Follows(group, one, place) || Follows(group, other, place)));
        var share = (double)crossed / both.Count;
        return share >= LeastShare ? new Product(one, other, share, both.Count, constant) : null;
    }

    /// <summary>Every value of one stands with every value of the other, as often as their frequencies say.</summary>
    static bool IsCrossed((List<int[]> Rows, int[] Values) group, int one, int other)
    {
        // more pairs than rows
        if ((long)group.Values[one] * group.Values[other] > group.Rows.Count)
        {
            return false;
        }

        var (ones, others) = (Counts(group.Rows, one), Counts(group.Rows, other));
        var pairs = group.Rows.GroupBy(row => (row[one], row[other])).ToList();
        return pairs.Count == ones.Count * others.Count && pairs.TrueForAll(pair => (long)pair.Count() * group.Rows.Count == (long)ones[pair.Key.Item1] * others[pair.Key.Item2]);
    }

    static bool Follows((List<int[]> Rows, int[] Values) group, int from, int place) => group.Rows.Select(row => (row[from], row[place])).Distinct().Count() == group.Values[from];

    static bool IsConstant(List<int[]> group, int place) => group.TrueForAll(row => row[place] == group[0][place]);

    static int Distinct(List<int[]> group, int place) => group.Select(row => row[place]).Distinct().Count();

    static Dictionary<int, int> Counts(List<int[]> group, int place) => group.GroupBy(row => row[place]).ToDictionary(same => same.Key, same => same.Count());
}
