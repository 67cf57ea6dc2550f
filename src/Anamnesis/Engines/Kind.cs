namespace Anamnesis.Engines;

/// <summary>What a column holds once its text is read.</summary>
public enum Kind
{
    /// <summary>Numbers; <c>DOUBLE PRECISION</c> in SQL.</summary>
    Number,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Points in time or days; <c>TIMESTAMP</c> in SQL.</summary>
    Time,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>Something else (lists, blobs): counted, not measured.</summary>
    Other,
}
