namespace Anamnesis.Sources;

/// <summary>How a delimited text is laid out.</summary>
sealed record CsvShape
{
    /// <summary>The separator; a blank means runs of blanks.</summary>
    public required char Delimiter { get; init; }

    /// <summary>Columns of most rows.</summary>
    public required int Columns { get; init; }

    /// <summary>Names from the header or from ARFF attributes; null when there is no header.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Lines before the first row, the header included.</summary>
    public int Skip { get; init; }

    /// <summary>The word that ends each record of a text whose records span several lines; null otherwise.</summary>
    public string? RecordEnd { get; init; }

    /// <summary>The file mixes line ends.</summary>
    public bool MixedLineEnds { get; init; }
}
