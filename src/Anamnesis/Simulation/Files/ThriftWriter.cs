using System.Buffers.Binary;

namespace Anamnesis.Simulation.Files;

/// <summary>Writes the compact Thrift form.</summary>
static class ThriftWriter
{
    internal static void Struct(Stream to, ThriftNode node)
    {
        short last = 0;
        foreach (var (id, value) in node.Fields)
        {
            Head(to, id, last, value.Kind);
            Value(to, value);
            last = id;
        }

        to.WriteByte(0);
    }

    internal static void Head(Stream to, short id, short last, byte kind)
    {
        if (id - last is > 0 and <= 15)
        {
            to.WriteByte((byte)(((id - last) << 4) | kind));
            return;
        }

        to.WriteByte(kind);
        Signed(to, id);
    }

    internal static void ListHead(Stream to, int count, byte kind)
    {
        if (count < 15)
        {
            to.WriteByte((byte)((count << 4) | kind));
            return;
        }

        to.WriteByte((byte)(0xF0 | kind));
        Unsigned(to, (ulong)count);
    }

    internal static void Signed(Stream to, long value) => Unsigned(to, unchecked((ulong)((value << 1) ^ (value >> 63))));

    internal static void Value(Stream to, ThriftNode node)
    {
        switch (node.Kind)
        {
            case ThriftNode.OneByte:
                to.WriteByte((byte)node.Number);
                break;
            case ThriftNode.Short or ThriftNode.Whole or ThriftNode.Long:
                Signed(to, node.Number);
                break;
            case ThriftNode.Double:
                Span<byte> bits = stackalloc byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(bits, node.Number);
                to.Write(bits);
                break;
            case ThriftNode.Binary:
                Unsigned(to, (ulong)node.Bytes.Length);
                to.Write(node.Bytes);
                break;
            case ThriftNode.List or ThriftNode.Set:
                List(to, node);
                break;
            case ThriftNode.Struct:
                Struct(to, node);
                break;
        }
    }

    static void List(Stream to, ThriftNode list)
    {
        ListHead(to, list.Items.Count, list.ItemKind);
        foreach (var item in list.Items)
        {
            if (item.Kind is ThriftNode.True or ThriftNode.False)
            {
                to.WriteByte(item.Kind);
                continue;
            }

            Value(to, item);
        }
    }

    static void Unsigned(Stream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to.WriteByte((byte)((value & 0x7F) | 0x80));
        }

        to.WriteByte((byte)value);
    }
}
