namespace Anamnesis.Profiling;

/// <summary>How many rows miss each column, and each two columns, counted from the patterns once.</summary>
sealed class PatternCounts
{
    readonly long[,] _both;

    PatternCounts(long[,] both, long rows) => (_both, Rows) = (both, rows);

    /// <summary>Rows in all patterns.</summary>
    internal long Rows { get; }

    /// <summary>Rows that miss the column at that place of <see cref="TableProfile.Patterned"/>.</summary>
    internal long Missing(int place) => _both[place, place];

    /// <summary>Rows that miss both columns.</summary>
    internal long Both(int one, int other) => one <= other ? _both[one, other] : _both[other, one];

    internal static PatternCounts Of(int columns, IReadOnlyList<MissingPattern> patterns)
    {
        var both = new long[columns, columns];
        var set = new int[columns];
        var rows = 0L;
        foreach (var pattern in patterns)
        {
            rows += pattern.Rows;
            var filled = 0;
            for (var i = 0; i < columns; i++)
            {
                if (pattern.Missing[i])
                {
                    set[filled++] = i;
                }
            }

            for (var a = 0; a < filled; a++)
            {
                for (var b = a; b < filled; b++)
                {
                    both[set[a], set[b]] += pattern.Rows;
                }
            }
        }

        return new PatternCounts(both, rows);
    }
}
