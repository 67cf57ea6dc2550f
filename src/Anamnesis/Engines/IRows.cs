namespace Anamnesis.Engines;

/// <summary>Rows that this program makes for DuckDB. They are asked for once, by one thread at a time.</summary>
interface IRows
{
    /// <summary>Names and types of the columns; with words, a column is an enumeration of them, of at most 255.</summary>
    IReadOnlyList<(Name Name, Kind Kind, IReadOnlyList<string>? Words)> Columns { get; }

    /// <summary>Writes the next rows and says how many they are; none at the end.</summary>
    /// <param name="columns">Where to write them, as long as <see cref="Columns"/>.</param>
    /// <param name="most">How many rows fit.</param>
    int Next(Span<RowVector> columns, int most);
}
