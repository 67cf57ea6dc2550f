namespace Anamnesis.Engines;

/// <summary>A table of a data set.</summary>
public sealed record Table
{
    /// <summary>Name for people: the file's name without extension, or the table's name.</summary>
    public required string Name { get; init; }

    /// <summary>What stands after FROM.</summary>
    public required Sql From { get; init; }

    /// <summary>Columns in the order of the source.</summary>
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Rows that can be read.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows kept aside because they could not be read.</summary>
    public IReadOnlyList<Rejected> Rejected { get; init; } = [];

    /// <summary>How many rows were kept aside; <see cref="Rejected"/> may hold only the first of them.</summary>
    public long RejectedRows { get; init; }

    /// <summary>What the source noticed while reading: encoding, separators, broken lines. Findings are made of these.</summary>
    public IReadOnlyList<SourceNote> Notes { get; init; } = [];

    /// <summary>The column of that name, or null.</summary>
    public Column? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
