using System.Buffers.Binary;

namespace Anamnesis.Simulation.Files;

/// <summary>Reads the compact Thrift form.</summary>
ref struct ThriftReader(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> _left = bytes;

    internal ThriftNode Struct()
    {
        var node = new ThriftNode(ThriftNode.Struct);
        short id = 0;
        for (var head = Byte(); head != 0; head = Byte())
        {
            id = head >> 4 == 0 ? (short)Signed() : (short)(id + (head >> 4));
            node.Fields.Add((id, Value((byte)(head & 0x0F))));
        }

        return node;
    }

    ThriftNode Value(byte kind) => kind switch
    {
        ThriftNode.True or ThriftNode.False => new ThriftNode(kind),
        ThriftNode.OneByte => new ThriftNode(kind) { Number = Byte() },
        ThriftNode.Short or ThriftNode.Whole or ThriftNode.Long => new ThriftNode(kind) { Number = Signed() },
        ThriftNode.Double => new ThriftNode(kind) { Number = BinaryPrimitives.ReadInt64LittleEndian(Take(8)) },
        ThriftNode.Binary => new ThriftNode(kind) { Bytes = Take((int)Unsigned()).ToArray() },
        ThriftNode.List or ThriftNode.Set => List(kind),
        ThriftNode.Struct => Struct(),
        _ => throw new InvalidDataException($"A Parquet footer holds a Thrift type {kind} that it should not."),
    };

    ThriftNode List(byte kind)
    {
        var head = Byte();
        var count = head >> 4 == 15 ? (int)Unsigned() : head >> 4;
        var list = new ThriftNode(kind) { ItemKind = (byte)(head & 0x0F) };
        for (var place = 0; place < count; place++)
        {
            list.Items.Add(list.ItemKind is ThriftNode.True or ThriftNode.False ? new ThriftNode(Byte()) : Value(list.ItemKind));
        }

        return list;
    }

    byte Byte() => Take(1)[0];

    ReadOnlySpan<byte> Take(int count)
    {
        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }

    ulong Unsigned()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Zigzag: 0, −1, 1, −2 … are written 0, 1, 2, 3 …</summary>
    long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
