namespace Anamnesis.Profiling;

/// <summary>What the tables of a data set say: everything that findings read.</summary>
public sealed record Profile
{
    /// <summary>One for every table that has rows, in the order of their names.</summary>
    public required IReadOnlyList<TableProfile> Tables { get; init; }

    /// <summary>Columns of one table that hold keys of another.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Tables that repeat another; what is told across tables leaves them out.</summary>
    public IReadOnlyList<TableCopy> Copies { get; init; } = [];

    /// <summary>The tables without those that repeat another.</summary>
    internal IReadOnlyList<TableProfile> Originals => Copies.Count == 0 ? Tables : [.. Tables.Where(table => Copies.All(copy => copy.Copy.Name != table.Table.Name))];

    /// <summary>The profile of a table by its name, or null.</summary>
    public TableProfile? Table(string name) => Tables.FirstOrDefault(table => table.Table.Name == name);
}
