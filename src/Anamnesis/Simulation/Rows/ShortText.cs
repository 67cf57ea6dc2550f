using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Anamnesis.Simulation.Rows;

/// <summary>A text of up to twelve bytes of UTF-8 as the engine keeps it in a vector: four bytes of length, then the text, then zeros.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct ShortText(ulong Head, ulong Tail)
{
    const int Most = 12;

    /// <summary>Whether the text was short enough; the others are kept elsewhere.</summary>
    internal bool Fits => (uint)(Head & uint.MaxValue) <= Most;

    internal static ShortText Of(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var fits = Encoding.UTF8.TryGetBytes(text, bytes[4..], out var length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, fits ? (uint)length : uint.MaxValue);
        return MemoryMarshal.Read<ShortText>(bytes);
    }
}
