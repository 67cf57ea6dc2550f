namespace Anamnesis.Sources;

/// <summary>Reads lines without control characters and replacement marks, and counts what it left out.</summary>
sealed class CleanReader(TextReader inner, Action<long> count) : TextReader
{
    long _removed;

    public override string? ReadLine()
    {
        var line = inner.ReadLine();
        if (line is null || !line.Any(IsNoText))
        {
            return line;
        }

        _removed += line.Count(IsNoText);
        count(_removed);
        return string.Concat(line.Where(letter => !IsNoText(letter)));
    }

    static bool IsNoText(char letter) => letter == '\uFFFD' || (char.IsControl(letter) && letter != '\t');
}
