using System.Buffers;
using System.Collections.Concurrent;

namespace Anamnesis.Profiling;

/// <summary>The numbers of a variable and how often each occurs: every univariate fact is computed from this, in the same way on every engine.</summary>
/// <remarks>Values ascend strictly; counts are positive. An empty instance answers NaN for quantiles and means, 0 for counts.</remarks>
public sealed class Frequencies
{
    readonly double[] _values;
    readonly long[] _counts;
    readonly long[] _cumulated;
    ConcurrentDictionary<Delegate, object?>? _known;

    /// <summary>Frequencies of strictly ascending values.</summary>
    public Frequencies(IReadOnlyList<double> values, IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(counts);
        if (values.Count != counts.Count)
        {
            throw new ArgumentException("There must be one count for every value.", nameof(counts));
        }

        (_values, _counts) = (values as double[] ?? [.. values], counts as long[] ?? [.. counts]);
        _cumulated = new long[_counts.Length];
        var sum = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            sum += _counts[i];
            _cumulated[i] = sum;
        }
    }

    /// <summary>No values.</summary>
    public static Frequencies Empty { get; } = new([], []);

    /// <summary>The distinct values, ascending.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>How often each occurs.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>How many values there are in all.</summary>
    public long Total => _cumulated.Length == 0 ? 0 : _cumulated[^1];

    /// <summary>The smallest value, NaN when empty.</summary>
    public double Min => Values.Count == 0 ? double.NaN : Values[0];

    /// <summary>The largest value, NaN when empty.</summary>
    public double Max => Values.Count == 0 ? double.NaN : Values[^1];

    /// <summary>Counts values in any order.</summary>
    public static Frequencies Of(IEnumerable<double> values)
    {
        var groups = values.GroupBy(value => value).OrderBy(group => group.Key).ToList();
        return new Frequencies([.. groups.Select(group => group.Key)], [.. groups.Select(group => (long)group.Count())]);
    }

    /// <summary>Frequencies of values in any order, equal ones more than once; both are sorted in place, and copied.</summary>
    internal static Frequencies Counted(Span<double> values, Span<long> counts)
    {
        values.Sort(counts);
        var kept = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (kept > 0 && values[kept - 1] == values[i])
            {
                counts[kept - 1] += counts[i];
            }
            else
            {
                (values[kept], counts[kept]) = (values[i], counts[i]);
                kept++;
            }
        }

        return new Frequencies(values[..kept].ToArray(), counts[..kept].ToArray());
    }

    /// <summary>Several frequencies as one.</summary>
    internal static Frequencies Merge(IReadOnlyList<Frequencies> parts) => parts.Count switch
    {
        0 => Empty,
        1 => parts[0],
        _ => Counted([.. parts.SelectMany(part => part.Values)], [.. parts.SelectMany(part => part.Counts)]),
    };

    /// <summary>The smallest value with at least that share of all values at or below it; NaN when empty.</summary>
    public double Quantile(double share)
    {
        if (Total == 0)
        {
            return double.NaN;
        }

        var rank = Math.Max(1, (long)Math.Ceiling(share * Total));
        var place = Array.BinarySearch(_cumulated, rank);
        return _values[place >= 0 ? place : Math.Min(~place, _values.Length - 1)];
    }

    /// <summary>How often the exact value occurs.</summary>
    public long CountOf(double value)
    {
        var place = PlaceOf(value);
        return place < Values.Count && Values[place] == value ? Counts[place] : 0;
    }

    /// <summary>How many values lie in [from, to].</summary>
    public long CountWithin(double from, double to)
    {
        var first = PlaceOf(from);
        var after = PlaceAfter(to);
        return after <= first ? 0 : _cumulated[after - 1] - (first == 0 ? 0 : _cumulated[first - 1]);
    }

    /// <summary>The arithmetic mean, NaN when empty.</summary>
    public double Mean => Total == 0 ? double.NaN : Pairs.Sum(pair => pair.Value * pair.Count) / Total;

    /// <summary>The most frequent value, NaN when empty.</summary>
    public double Mode => Total == 0 ? double.NaN : Pairs.MaxBy(pair => pair.Count).Value;

    /// <summary>Value and count, ascending by value.</summary>
    public IEnumerable<(double Value, long Count)> Pairs => Values.Select((value, i) => (value, Counts[i]));

    /// <summary>The same without some values.</summary>
    public Frequencies Where(Func<double, bool> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);
        var (places, kept) = (ArrayPool<int>.Shared.Rent(_values.Length), 0);
        for (var i = 0; i < _values.Length; i++)
        {
            if (keep(_values[i]))
            {
                places[kept++] = i;
            }
        }

        var some = kept == _values.Length ? this : kept == 0 ? Empty : At(places.AsSpan(0, kept));
        ArrayPool<int>.Shared.Return(places);
        return some;
    }

    Frequencies At(ReadOnlySpan<int> places)
    {
        var (values, counts) = (new double[places.Length], new long[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            (values[i], counts[i]) = (_values[places[i]], _counts[places[i]]);
        }

        return new Frequencies(values, counts);
    }

    /// <summary>What a pure function says of these numbers, computed once however many parts ask.</summary>
    internal T Once<T>(Func<Frequencies, T> of) =>
        (T)LazyInitializer.EnsureInitialized(ref _known, () => new ConcurrentDictionary<Delegate, object?>()).GetOrAdd(of, _ => of(this))!; // null only where T allows it

    /// <summary>The values below a cut, and the others.</summary>
    internal (Frequencies Below, Frequencies Others) CutAt(double cut)
    {
        var place = PlaceOf(cut);
        return (Part(0, place), Part(place, Values.Count));
    }

    /// <summary>How many distinct values lie below a cut.</summary>
    internal int ValuesBelow(double cut) => PlaceOf(cut);

    Frequencies Part(int from, int to) => new(_values[from..to], _counts[from..to]);

    int PlaceOf(double value)
    {
        var (low, high) = (0, _values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _values[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    int PlaceAfter(double value)
    {
        var (low, high) = (0, _values.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _values[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
