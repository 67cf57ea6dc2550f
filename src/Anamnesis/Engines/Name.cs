namespace Anamnesis.Engines;

/// <summary>A name in SQL: it is quoted, never trusted.</summary>
public readonly record struct Name(string Text)
{
    /// <summary>The name in double quotes, with quotes inside doubled.</summary>
    public string Quoted => '"' + Text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    /// <inheritdoc/>
    public override string ToString() => Quoted;
}
