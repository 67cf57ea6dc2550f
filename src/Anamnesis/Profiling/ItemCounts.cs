using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>The counts of one item in one unit while they are read.</summary>
sealed class ItemCounts(bool numbers, bool rounded)
{
    readonly List<double> _values = [];
    readonly List<long> _counts = [];

    internal bool Rounded { get; } = rounded;

    internal long Missing { get; private set; }

    internal long Present { get; private set; }

    /// <summary>Some of the values are no numbers to compute with.</summary>
    internal bool IsOutOfRange { get; private set; }

    /// <summary>Adds rows of one value; null for those without.</summary>
    internal void Add(double? given, long rows)
    {
        if (given is not { } value || OutOfRange.Is(value))
        {
            Missing += rows;
            IsOutOfRange |= given is not null;
            return;
        }

        Present += rows;
        if (numbers)
        {
            _values.Add(value);
            _counts.Add(rows);
        }
    }

    internal Frequencies Numbers() => Frequencies.Counted([.. _values], [.. _counts]);
}
