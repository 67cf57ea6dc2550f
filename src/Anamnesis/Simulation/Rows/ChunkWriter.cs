using System.Numerics;
using System.Text;
using Anamnesis.Engines;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Anamnesis.Simulation.Rows;

/// <summary>Hands pages of the truth to a table of the engine, a column at a time. The table has the columns in the same order.</summary>
/// <remarks>See <c>docs/adr/0013-truth-goes-to-the-engine-in-columns.md</c>.</remarks>
sealed unsafe class ChunkWriter : IDisposable
{
    readonly TruthColumn[] _columns;
    readonly DuckDB.NET.Native.DuckDBAppender _appender;
    readonly DuckDBDataChunk _chunk;
    readonly string _table;
    readonly bool[] _ofBytes;

    internal ChunkWriter(DuckDBConnection connection, string schema, string table, IReadOnlyList<TruthColumn> columns)
    {
        (_columns, _table) = ([.. columns], table);
        Check(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, schema, table, out _appender));
        var types = columns.Select((_, at) => NativeMethods.Appender.DuckDBAppenderColumnType(_appender, (ulong)at)).ToList();
        _chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Count);
        _ofBytes = [.. columns.Zip(types).Select(pair => pair.First.IsNumbered && NativeMethods.LogicalType.DuckDBEnumInternalType(pair.Second) == DuckDBType.UnsignedTinyInt)];
        types.ForEach(type => type.Dispose());
    }

    /// <summary>Appends rows.</summary>
    /// <param name="cells">Row by row, as <see cref="TruthTable"/> keeps them.</param>
    /// <param name="rows">At most <see cref="TruthTable.MostRows"/>.</param>
    internal void Append(long[] cells, int rows)
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(_chunk);
        for (var at = 0; at < _columns.Length; at++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, at);
            if (_columns[at].HasMissing)
            {
                Missing(cells, at, rows, new RowVector(vector));
            }

            Fill(cells, at, rows, vector);
        }

        NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)rows);
        Check(NativeMethods.Appender.DuckDBAppendDataChunk(_appender, _chunk));
    }

    void Missing(long[] cells, int at, int rows, RowVector column)
    {
        for (int row = 0, cell = at; row < rows; row++, cell += _columns.Length)
        {
            if (cells[cell] == TruthTable.Nothing)
            {
                column.SetAbsent(row);
            }
        }
    }

    /// <summary>A missing cell keeps its place in the vector and is not looked at there.</summary>
    void Fill(long[] cells, int at, int rows, IntPtr vector)
    {
        var data = NativeMethods.Vectors.DuckDBVectorGetData(vector);
        switch (_columns[at])
        {
            case { IsNumbered: true, Ranks: var ranks } when _ofBytes[at]:
                Numbers(cells, at, new Span<byte>(data, rows), ranks);
                break;
            case { IsNumbered: true, Ranks: var ranks }:
                Numbers(cells, at, new Span<ushort>(data, rows), ranks);
                break;
            case { Words: { } words }:
                Texts(cells, at, new Span<ShortText>(data, rows), words, new RowVector(vector));
                break;
            case { Type: TruthType.Day }:
                Days(cells, at, new Span<int>(data, rows));
                break;
            default:
                Plain(cells, at, new Span<long>(data, rows));
                break;
        }
    }

    void Plain(long[] cells, int at, Span<long> into)
    {
        for (int row = 0, cell = at; row < into.Length; row++, cell += _columns.Length)
        {
            into[row] = cells[cell];
        }
    }

    void Days(long[] cells, int at, Span<int> into)
    {
        for (int row = 0, cell = at; row < into.Length; row++, cell += _columns.Length)
        {
            into[row] = cells[cell] == TruthTable.Nothing ? 0 : (int)cells[cell];
        }
    }

    void Numbers<T>(long[] cells, int at, Span<T> into, int[] ranks)
        where T : INumberBase<T>
    {
        for (int row = 0, cell = at; row < into.Length; row++, cell += _columns.Length)
        {
            into[row] = cells[cell] == TruthTable.Nothing ? T.Zero : T.CreateTruncating(ranks[cells[cell]]);
        }
    }

    void Texts(long[] cells, int at, Span<ShortText> into, Words words, RowVector column)
    {
        for (int row = 0, cell = at; row < into.Length; row++, cell += _columns.Length)
        {
            if (cells[cell] == TruthTable.Nothing)
            {
                continue;
            }

            var text = words.Short((int)cells[cell]);
            if (text.Fits)
            {
                into[row] = text;
                continue;
            }

            column.Set(row, Encoding.UTF8.GetBytes(words[(int)cells[cell]]));
        }
    }

    void Check(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_appender);
            throw new InvalidOperationException($"The engine refused rows of {_table}: {NativeMethods.ErrorData.DuckDBErrorDataMessage(error)}");
        }
    }

    /// <summary>Writes what the engine has not written yet.</summary>
    internal void Close() => Check(NativeMethods.Appender.DuckDBAppenderClose(_appender));

    public void Dispose()
    {
        _chunk.Dispose();
        _appender.Dispose();
    }
}
