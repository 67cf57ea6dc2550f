namespace Anamnesis.Questions.Linting;

/// <summary>Which runs of three letters a text may hold: what tells at the price of a few bits that a pattern cannot match.</summary>
sealed class Letters
{
    /// <summary>Letters of a run.</summary>
    internal const int Run = 3;

    const int Size = 4096; // bits; two runs may share one, and then the pattern is tried
    readonly ulong[] _bits = new ulong[Size / 64];

    internal Letters(string text)
    {
        foreach (var place in Places(text))
        {
            _bits[place >> 6] |= 1UL << (place & 63);
        }
    }

    /// <summary>Whether all runs of one of the words may be there.</summary>
    internal bool MayHold(IReadOnlyList<int[]> words)
    {
        foreach (var places in words)
        {
            if (Array.TrueForAll(places, place => (_bits[place >> 6] & (1UL << (place & 63))) != 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places of the runs of a word.</summary>
    internal static int[] Places(string word)
    {
        var places = new int[Math.Max(0, word.Length - Run + 1)];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = ((word[i] * 961) + (word[i + 1] * 31) + word[i + 2]) & (Size - 1);
        }

        return places;
    }
}
