using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Anamnesis.Sources;

/// <summary>Finds the bytes of a text that mean something: delimiters, quotes and the two characters that end lines.</summary>
static class PlainMarks
{
    internal const byte Quote = (byte)'"';
    internal const byte End = (byte)'\n';
    internal const byte Return = (byte)'\r';

    /// <summary>Their places in ascending order, and behind them the length of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between cells.</param>
    /// <param name="marks">Room for one more than the text has bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Find(ReadOnlySpan<byte> text, byte delimiter, Span<int> marks)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var (found, at) = (0, 0);
        for (; at + Vector256<byte>.Count <= text.Length; at += Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref first, (nuint)at);
            var hits = Vector256.Equals(block, Vector256.Create(delimiter)) | Vector256.Equals(block, Vector256.Create(Quote)) | Vector256.Equals(block, Vector256.Create(End)) | Vector256.Equals(block, Vector256.Create(Return));
            for (var bits = hits.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                marks[found++] = at + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; at < text.Length; at++)
        {
            if (text[at] == delimiter || text[at] is Quote or End or Return)
            {
                marks[found++] = at;
            }
        }

        marks[found] = text.Length;
    }
}
