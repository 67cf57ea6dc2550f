using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>A measured thing: a column of a wide table, or an item code of a long one. Later parts do not see the difference.</summary>
public sealed record Variable
{
    /// <summary>The table it stands in.</summary>
    public required Table Table { get; init; }

    /// <summary>The column that holds the values.</summary>
    public required Column Column { get; init; }

    /// <summary>What the column is for.</summary>
    public required Role Role { get; init; }

    /// <summary>The item code, or null for a column of its own.</summary>
    public string? Item { get; init; }

    /// <summary>Name for people: the item's label or the column's name.</summary>
    public required string Label { get; init; }

    /// <summary>Id of the clinical variable, or null.</summary>
    public string? Known { get; init; }

    /// <summary>How sure the clinical variable is, in [0, 1].</summary>
    public double KnownConfidence { get; init; }

    /// <summary>The unit, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>SQL condition for the rows that are about this variable: the item's rows, or TRUE.</summary>
    public required Sql Rows { get; init; }

    /// <summary>SQL for the value.</summary>
    public Sql Value => Column.Value;
}
