namespace Anamnesis.Simulation.Rows;

/// <summary>What the cells of a column of the truth hold.</summary>
enum TruthType
{
    /// <summary>A whole number, BIGINT.</summary>
    Whole,

    /// <summary>A number, DOUBLE.</summary>
    Number,

    /// <summary>A word or a text, VARCHAR.</summary>
    Word,

    /// <summary>A moment to the microsecond, TIMESTAMP.</summary>
    Time,

    /// <summary>A day, DATE.</summary>
    Day,
}
