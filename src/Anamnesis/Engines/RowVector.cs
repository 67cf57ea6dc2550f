using DuckDB.NET.Native;

namespace Anamnesis.Engines;

/// <summary>One column of rows that are about to be given to DuckDB, by <see cref="RowFunction"/> or an appender: its memory, written in place. Every cell counts as present until it is said to be absent.</summary>
unsafe struct RowVector
{
    const int Inline = 12; // bytes of a text that lie in the vector itself: four of length, then the text, then zeros

    readonly IntPtr _vector;
    readonly byte* _data;
    ulong* _present;

    internal RowVector(IntPtr vector)
    {
        _vector = vector;
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
    }

    internal readonly void Set(int row, double number) => ((double*)_data)[row] = number;

    /// <summary>A time in microseconds since 1970.</summary>
    internal readonly void Set(int row, long time) => ((long*)_data)[row] = time;

    /// <summary>The place of a word in the list of words of the column.</summary>
    internal readonly void Set(int row, byte word) => _data[row] = word;

    /// <summary>A text in UTF-8.</summary>
    internal readonly void Set(int row, ReadOnlySpan<byte> text)
    {
        if (text.Length <= Inline)
        {
            var cell = new Span<byte>(_data + (16 * row), 16);
            cell.Clear();
            cell[0] = (byte)text.Length;
            text.CopyTo(cell[4..]);
            return;
        }

        fixed (byte* first = text)
        {
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(_vector, (ulong)row, first, text.Length);
        }
    }

    internal void SetAbsent(int row)
    {
        if (_present is null)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(_vector);
            _present = NativeMethods.Vectors.DuckDBVectorGetValidity(_vector);
        }

        _present[row / 64] &= ~(1UL << (row % 64));
    }

    /// <summary>Takes back that it is absent.</summary>
    internal readonly void SetPresent(int row)
    {
        if (_present is not null)
        {
            _present[row / 64] |= 1UL << (row % 64);
        }
    }
}
