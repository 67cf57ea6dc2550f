namespace Anamnesis.Profiling;

/// <summary>What the values of one variable say.</summary>
/// <remarks>Every column of a table has one, and in a long table every item code has one more. Counts are exact unless <see cref="OneIn"/> is above 1.</remarks>
public sealed record VariableProfile
{
    /// <summary>The variable.</summary>
    public required Variable Variable { get; init; }

    /// <summary>Rows that are about it.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows without a readable value: NULL, empty, or text where a number or time was expected.</summary>
    public required long Missing { get; init; }

    /// <summary>Distinct values; may be approximate on large tables.</summary>
    public required long Distinct { get; init; }

    /// <summary>The numbers with their counts; empty for texts and times. Where a variable has more than 20,000 distinct numbers they are rounded to
    /// four significant digits, and from 2,000 on in a long table that has millions of distinct values; see <see cref="Rounded"/>.</summary>
    public Frequencies Numbers { get; init; } = Frequencies.Empty;

    /// <summary>True when <see cref="Numbers"/> was rounded to four significant digits.</summary>
    public bool Rounded { get; init; }

    /// <summary>True when some of the values are stored as numbers and are none to compute with; they are not among <see cref="Numbers"/>.</summary>
    internal bool IsOutOfRange { get; init; }

    /// <summary>The most frequent texts (at most 500), most frequent first; for truth columns <c>true</c> and <c>false</c>.</summary>
    public IReadOnlyList<TextCount> Texts { get; init; } = [];

    /// <summary>Texts that stand where a number or time was expected (at most 200), most frequent first.</summary>
    public IReadOnlyList<TextCount> Unreadable { get; init; } = [];

    /// <summary>The numbers by unit, for a long table with a unit column; the key is the unit as it stands, empty for none.</summary>
    public IReadOnlyDictionary<string, Frequencies> ByUnit { get; init; } = new Dictionary<string, Frequencies>();

    /// <summary>By site and month.</summary>
    public IReadOnlyList<Cell> Cells { get; init; } = [];

    /// <summary>How values follow each other within a patient, or null without patient and clock, or for other than numbers.</summary>
    public SequenceProfile? Sequence { get; init; }

    /// <summary>The frequencies describe one in so many patients; 1 when all rows were read.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>Rows with a value.</summary>
    public long Present => Rows - Missing;
}
