namespace Anamnesis.Sources;

/// <summary>How a delimited text is laid out.</summary>
sealed record CsvShape
{
    /// <summary>The separator; a blank means runs of blanks.</summary>
    public required char Delimiter { get; init; }

    /// <summary>What encloses cells that hold separators or line ends.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>Columns of most rows.</summary>
    public required int Columns { get; init; }

    /// <summary>Names from the header or from ARFF attributes; null when there is no header.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Lines before the first row, the header included.</summary>
    public int Skip { get; init; }

    /// <summary>Of these, lines of text before the header.</summary>
    public int Preamble { get; init; }

    /// <summary>The word that ends each record of a text whose records span several lines; null otherwise.</summary>
    public string? RecordEnd { get; init; }

    /// <summary>The file mixes line ends.</summary>
    public bool MixedLineEnds { get; init; }

    /// <summary>DuckDB may read it as it is, if it is plain all the way: no blanks as separators, no records over several lines, at most a header of one line before the rows.</summary>
    internal bool IsUsual => Delimiter is not (' ' or NoDelimiter) && Columns > 1 && Quote == '"' && Skip <= 1 && RecordEnd is null && !MixedLineEnds;

    /// <summary>A separator that occurs in no text: for a single column.</summary>
    internal const char NoDelimiter = '\u001F';
}
