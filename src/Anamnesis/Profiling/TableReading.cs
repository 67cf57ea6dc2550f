using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>What recognition makes of a table.</summary>
public sealed record TableReading
{
    /// <summary>The table.</summary>
    public required Table Table { get; init; }

    /// <summary>How it is laid out.</summary>
    public required Layout Layout { get; init; }

    /// <summary>How sure, in [0, 1].</summary>
    public required double Confidence { get; init; }

    /// <summary>Why, in plain words.</summary>
    public required string Reason { get; init; }

    /// <summary>Every column, in the order of the table.</summary>
    public required IReadOnlyList<ColumnReading> Columns { get; init; }

    /// <summary>The item codes of a long table, most frequent first; empty otherwise.</summary>
    public IReadOnlyList<ItemReading> Items { get; init; } = [];

    /// <summary>A sample that was drawn to recognise it; null where its first rows were looked at.</summary>
    internal SampleAhead? Ahead { get; init; }

    /// <summary>The most surely recognised column of a role that serves in it, or null.</summary>
    public Column? Of(Role role) => Columns.Where(column => column.Role == role && column.Serves).OrderByDescending(column => column.Confidence).FirstOrDefault()?.Column;

    /// <summary>The reading of a column by its name, or null.</summary>
    public ColumnReading? Column(string name) => Columns.FirstOrDefault(column => column.Column.Name == name);

    /// <summary>The time that says when a row happened: taken or start, whichever is surer; else recorded, else known; null when the table has none.</summary>
    public Column? Clock =>
        Columns.Where(column => column.Role is Role.Taken or Role.Start && column.Serves).OrderByDescending(column => column.Confidence).ThenBy(column => column.Role).FirstOrDefault()?.Column
        ?? Of(Role.Recorded) ?? Of(Role.Known);
}
