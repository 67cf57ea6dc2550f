namespace Anamnesis.Simulation.Files;

/// <summary>A value of the compact Thrift form in which a Parquet file writes its footer.</summary>
/// <param name="Kind">The type code of the protocol.</param>
/// <seealso href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">Thrift compact protocol</seealso>
sealed record ThriftNode(byte Kind)
{
    internal const byte True = 1;
    internal const byte False = 2;
    internal const byte OneByte = 3;
    internal const byte Short = 4;
    internal const byte Whole = 5;
    internal const byte Long = 6;
    internal const byte Double = 7;
    internal const byte Binary = 8;
    internal const byte List = 9;
    internal const byte Set = 10;
    internal const byte Struct = 12;

    /// <summary>Of a whole number, a byte or the bits of a double.</summary>
    internal long Number { get; set; }

    /// <summary>Of a text.</summary>
    internal byte[] Bytes { get; init; } = [];

    /// <summary>Of a list or a set.</summary>
    internal List<ThriftNode> Items { get; init; } = [];

    /// <summary>Of a list or a set: the type code of its items, kept for empty ones.</summary>
    internal byte ItemKind { get; init; }

    /// <summary>Of a struct, in the order in which they are written.</summary>
    internal List<(short Id, ThriftNode Value)> Fields { get; init; } = [];

    /// <summary>The field with that id, or null.</summary>
    internal ThriftNode? Field(short id) => Fields.Find(field => field.Id == id).Value;
}
