using System.Runtime.CompilerServices;
using System.Text;

namespace Anamnesis.Sources;

/// <summary>Finds words, given as bytes of UTF-8, in a list of at most 255.</summary>
sealed class WordPlaces
{
    const int Slots = 1024; // a quarter filled at most, and a power of two

    readonly byte[][] _words;
    readonly short[] _places = new short[Slots]; // of a word plus one; 0 where there is none

    internal WordPlaces(IReadOnlyList<string> words)
    {
        _words = [.. words.Select(Encoding.UTF8.GetBytes)];
        for (var place = 0; place < _words.Length; place++)
        {
            var slot = Slot(_words[place]);
            while (_places[slot] != 0)
            {
                slot = (slot + 1) % Slots;
            }

            _places[slot] = (short)(place + 1);
        }
    }

    /// <summary>The place of the word, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Of(ReadOnlySpan<byte> word)
    {
        var slot = Slot(word);
        while (_places[slot] is > 0 and var next && !_words[next - 1].AsSpan().SequenceEqual(word))
        {
            slot = (slot + 1) % Slots;
        }

        return _places[slot] - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Slot(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261; // FNV-1a
        foreach (var one in word)
        {
            hash = unchecked((hash ^ one) * 16777619);
        }

        return unchecked((int)(hash % Slots));
    }
}
