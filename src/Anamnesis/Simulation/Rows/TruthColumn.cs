namespace Anamnesis.Simulation.Rows;

/// <summary>A column of the truth while it is written.</summary>
/// <param name="name">As in <see cref="ClinicTable"/>.</param>
/// <param name="declared">Its type there.</param>
/// <param name="isClosed">Whether no word will ever come to it that the truth has not, so that its words can be numbers to the engine.</param>
sealed class TruthColumn(string name, string declared, bool isClosed)
{
    internal string Name => name;

    internal TruthType Type { get; } = declared switch
    {
        "BIGINT" => TruthType.Whole,
        "DOUBLE" => TruthType.Number,
        "VARCHAR" => TruthType.Word,
        "TIMESTAMP" => TruthType.Time,
        "DATE" => TruthType.Day,
        _ => throw new InvalidOperationException($"The truth has no {declared}, which {name} is declared as."),
    };

    internal bool IsClosed => isClosed;

    /// <summary>Whether a cell has no value.</summary>
    internal bool HasMissing { get; set; }

    /// <summary>Its words, where it has any; a cell holds the place of its word.</summary>
    internal Words? Words { get; } = declared == "VARCHAR" ? new Words() : null;

    /// <summary>Whether its words are numbers to the engine: it is closed, and they are few.</summary>
    internal bool IsNumbered => isClosed && Words is { Few: true };

    /// <summary>The numbers of its words, by their places; asked for when all words are known.</summary>
    internal int[] Ranks => field ??= Words?.Ranks() ?? [];

    /// <summary>Its type in the engine; asked for when all words are known.</summary>
    internal string Written => isClosed && Words is { Few: true } words ? Ledger.Words(words.InOrder).Text : declared;
}
