using System.Diagnostics.CodeAnalysis;

namespace Anamnesis.Engines;

/// <summary>A column of a table, and how to read it in SQL.</summary>
/// <remarks>Columns of text files are loaded as they stand; where their text is mostly numbers or times, <see cref="Value"/> is the reading and
/// <see cref="Raw"/> the text, so that what could not be read is still there to be looked at.</remarks>
public sealed record Column
{
    /// <summary>Name as in the source, unique within its table.</summary>
    public required string Name { get; init; }

    /// <summary>What <see cref="Value"/> yields.</summary>
    public required Kind Kind { get; init; }

    /// <summary>SQL for the value: DOUBLE PRECISION, VARCHAR, TIMESTAMP or BOOLEAN by <see cref="Kind"/>; NULL where absent or unreadable.</summary>
    public required Sql Value { get; init; }

    /// <summary>SQL that tells values apart as <see cref="Value"/> does and costs less to group by and to hash: the stored type, where that is a narrow one.</summary>
    [AllowNull]
    internal Sql Key
    {
        get => field ?? Value;
        init;
    }

    /// <summary>SQL for what is stored, before it is made a <see cref="Value"/>: where that may fail, as with days and numbers beyond every timestamp and double.</summary>
    [AllowNull]
    internal Sql Bare
    {
        get => field ?? Value;
        init;
    }

    /// <summary>SQL for the text as it stood (VARCHAR); null when the source had the type itself.</summary>
    public Sql? Raw { get; init; }

    /// <summary>True when the source stores whole numbers only.</summary>
    public bool Whole { get; init; }

    /// <summary>True when the source stores days without a time of day.</summary>
    public bool DaysOnly { get; init; }

    /// <summary>How many rows hold no value, where the source tells without being read (Parquet does); null when it has to be counted.</summary>
    public long? Nulls { get; init; }

    /// <summary>How the text was written, e.g. <c>decimal comma</c> or <c>dd.MM.yyyy</c>; null when nothing is special.</summary>
    public string? Form { get; init; }

    /// <summary>A column whose physical name is its name.</summary>
    public static Column Of(string name, Kind kind) => new() { Name = name, Kind = kind, Value = $"{new Name(name)}" };
}
