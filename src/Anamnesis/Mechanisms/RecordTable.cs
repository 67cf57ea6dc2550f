namespace Anamnesis.Mechanisms;

/// <summary>A table of a clinic's record, as a mechanism that acts on all of them sees it.</summary>
/// <param name="Name">As in <c>record.name</c>.</param>
/// <param name="Columns">Name and type of every column but <c>row_id</c>.</param>
public sealed record RecordTable(string Name, IReadOnlyList<(string Name, string Type)> Columns)
{
    /// <summary>Whether it has the column.</summary>
    public bool Has(string column) => Columns.Any(one => one.Name == column);

    /// <summary>The columns that hold a day or a moment.</summary>
    public IEnumerable<(string Name, string Type)> Times => Columns.Where(column => column.Type is "DATE" or "TIMESTAMP");
}
