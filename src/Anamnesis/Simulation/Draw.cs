using System.Runtime.InteropServices;

namespace Anamnesis.Simulation;

/// <summary>A small seeded generator that splits: every patient and every purpose has its own stream, so that adding a table changes no other.</summary>
/// <remarks>SplitMix64.</remarks>
/// <seealso href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood 2014</seealso>
[StructLayout(LayoutKind.Auto)]
struct Draw(ulong seed)
{
    ulong _state = seed;

    const ulong Golden = 0x9E3779B97F4A7C15UL;
    const ulong Spread = 0xBF58476D1CE4E5B9UL;

    /// <summary>A stream for a purpose and a key.</summary>
    internal static Draw For(int seed, string purpose, long key) => For(Key(seed, purpose), key);

    /// <summary>A stream for a purpose whose key was made before.</summary>
    internal static Draw For(long purpose, long key)
    {
        unchecked
        {
            var draw = new Draw((ulong)purpose ^ ((ulong)key * Spread));
            draw.Next();
            return draw;
        }
    }

    /// <summary>The key of a purpose.</summary>
    internal static long Key(int seed, string purpose)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (ulong)seed;
            foreach (var letter in purpose)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return (long)(hash * Golden);
        }
    }

    /// <summary>The uniform at a place of a stream, the first at 1.</summary>
    internal static double At(long purpose, long key, int place)
    {
        unchecked
        {
            return new Draw(((ulong)purpose ^ ((ulong)key * Spread)) + ((ulong)place * Golden)).Uniform();
        }
    }

    /// <summary>Uniform in [0, 1).</summary>
    internal double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Standard normal, by Box and Muller.</summary>
    internal double Normal() => Math.Sqrt(-2 * Math.Log(Math.Max(1e-300, Uniform()))) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Normal within three standard deviations.</summary>
    internal double Normal(double mean, double deviation) => mean + (deviation * Math.Clamp(Normal(), -3, 3));

    /// <summary>A whole number in [low, high].</summary>
    internal int Whole(int low, int high) => low + (int)(Uniform() * (high - low + 1));

    internal bool Chance(double probability) => Uniform() < probability;

    internal T One<T>(IReadOnlyList<T> of) => of[(int)(Uniform() * of.Count)];

    ulong Next()
    {
        unchecked
        {
            var z = _state += Golden;
            z = (z ^ (z >> 30)) * Spread;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
