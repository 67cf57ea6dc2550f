using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>How the texts of a column are to be read.</summary>
sealed class ColumnForm(string name, int place)
{
    internal string Name { get; } = name;

    internal Kind Kind { get; set; } = Kind.Text;

    /// <summary>SQL from the staged text to the value.</summary>
    internal Sql? Reading { get; set; }

    /// <summary>What is special about the form, or null.</summary>
    internal string? Form { get; set; }

    internal bool Whole { get; set; }

    internal bool DaysOnly { get; set; }

    /// <summary>Some cells are not plain: their text is kept beside the value.</summary>
    internal bool KeepsText { get; set; }

    /// <summary>A column that was pure in the first rows turned out not to be.</summary>
    internal bool WasImpure { get; set; }

    /// <summary>Cells that are whole numbers written with ".0".</summary>
    internal bool PointZero { get; set; }

    /// <summary>Codes of two capitals, such as countries: NA is one of them.</summary>
    internal bool HoldsCountries { get; set; }

    /// <summary>Texts of this column that mean that there is nothing.</summary>
    internal IReadOnlyList<string> Nothing { get; set; } = [];

    internal List<SourceNote> Notes { get; } = [];

    /// <summary>SQL for the text.</summary>
    internal Sql Text { get; init; } = $"{Staged(place)}";

    internal static Name Staged(int place) => new($"c{place}");

    Name RawName => new($"{Name} (as written)");

    /// <summary>The type for the CSV reader when the column is pure.</summary>
    internal string ReaderType => ReaderKind switch { Kind.Number => "DOUBLE", Kind.Time => "TIMESTAMP", _ => "VARCHAR" };

    /// <summary>What it gives then.</summary>
    internal Kind ReaderKind => KeepsText || Reading is null ? Kind.Text : Kind;

    /// <summary>Columns of the table, from staged texts.</summary>
    internal IEnumerable<Sql> Physical()
    {
        yield return $"{Reading ?? Present} AS {new Name(Name)}";
        if (Reading is not null && (KeepsText || WasImpure || ReaderType != "VARCHAR"))
        {
            yield return $"{Text} AS {RawName}";
        }
    }

    /// <summary>Columns of the table, where the CSV reader gives <see cref="ReaderType"/>.</summary>
    internal IEnumerable<Sql> PhysicalTyped() => ReaderType == "VARCHAR" ? Physical() : [$"{Text} AS {new Name(Name)}"];

    /// <summary>The column of the table, where the CSV reader gives one of these words: those that mean nothing become NULL.</summary>
    internal Sql PhysicalOf(IReadOnlyList<string> words) => Nothing.Intersect(words).Any()
        ? (Sql)$"CASE WHEN CAST({Text} AS VARCHAR) IN ({Sql.Join(", ", Nothing.Select(token => (Sql)$"{token}"))}) THEN NULL ELSE {Text} END AS {new Name(Name)}"
        : $"{Text} AS {new Name(Name)}";

    internal Column Column() => new()
    {
        Name = Name,
        Kind = Kind,
        Value = $"{new Name(Name)}",
        Raw = Reading is not null && (KeepsText || WasImpure) ? (Sql)$"{RawName}" : null,
        Whole = Whole,
        DaysOnly = DaysOnly,
        Form = Form,
    };

    Sql Present => Nothing.Count == 0
        ? Text
        : $"CASE WHEN {Text} IN ({Sql.Join(", ", Nothing.Select(token => (Sql)$"{token}"))}) THEN NULL ELSE {Text} END";
}
