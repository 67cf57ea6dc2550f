using System.Buffers.Binary;

namespace Anamnesis.Simulation.Files;

/// <summary>Joins Parquet files of one schema into one by copying their row groups as they are; only the footer is written anew.</summary>
/// <seealso href="https://parquet.apache.org/docs/file-format/">Parquet file format</seealso>
sealed class ParquetJoin(Stream to) : IFileJoin
{
    const short Rows = 3;
    const short Groups = 4;

    static readonly byte[] Magic = "PAR1"u8.ToArray();

    readonly List<byte[]> _groups = [];
    ThriftNode? _footer;
    long _rows;
    long _position;

    public void Append(string file)
    {
        using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var footer = Footer(from, out var ends);
        if (_footer is null)
        {
            Write(Magic);
            _footer = footer;
        }

        var shift = _position - Magic.Length;
        from.Position = Magic.Length;
        Copy(from, ends - Magic.Length);
        _rows += footer.Field(Rows)?.Number ?? 0;
        foreach (var group in footer.Field(Groups)?.Items ?? [])
        {
            Shift(group, shift);
            using var written = new MemoryStream();
            ThriftWriter.Struct(written, group);
            _groups.Add(written.ToArray());
        }
    }

    public void Finish()
    {
        if (_footer is null)
        {
            return;
        }

        using var footer = new MemoryStream();
        short last = 0;
        foreach (var (id, value) in _footer.Fields)
        {
            ThriftWriter.Head(footer, id, last, value.Kind);
            last = id;
            if (id == Groups)
            {
                ThriftWriter.ListHead(footer, _groups.Count, ThriftNode.Struct);
                _groups.ForEach(group => footer.Write(group));
                continue;
            }

            ThriftWriter.Value(footer, id == Rows ? value with { Number = _rows } : value);
        }

        footer.WriteByte(0);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)footer.Length);
        Write(footer.ToArray());
        Write(length);
        Write(Magic);
    }

    static ThriftNode Footer(FileStream from, out long ends)
    {
        var tail = new byte[8];
        from.Position = from.Length - tail.Length;
        from.ReadExactly(tail);
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(tail)];
        ends = from.Length - tail.Length - bytes.Length;
        from.Position = ends;
        from.ReadExactly(bytes);
        return new ThriftReader(bytes).Struct();
    }

    /// <summary>Every place in the file that a row group names moves by as much.</summary>
    void Shift(ThriftNode group, long by)
    {
        Move(group, by, 5);
        if (group.Field(7) is { } ordinal)
        {
            ordinal.Number = (short)_groups.Count;
        }

        foreach (var column in group.Field(1)?.Items ?? [])
        {
            Move(column, by, 2, 4, 6); // the chunk, its offset index, its column index
            if (column.Field(3) is { } pages)
            {
                Move(pages, by, 9, 10, 11, 14); // pages of values, of an index, of a dictionary; Bloom filter
            }
        }
    }

    static void Move(ThriftNode node, long by, params ReadOnlySpan<short> fields)
    {
        foreach (var field in fields)
        {
            if (node.Field(field) is { Number: > 0 } place)
            {
                place.Number += by;
            }
        }
    }

    void Copy(FileStream from, long count)
    {
        var buffer = new byte[1 << 18];
        while (count > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0)
            {
                throw new EndOfStreamException($"'{from.Name}' ended early.");
            }

            Write(buffer.AsSpan(0, read));
            count -= read;
        }
    }

    void Write(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        _position += bytes.Length;
    }
}
