namespace Anamnesis.Knowledge;

/// <summary>The diagnoses of a heart clinic, <c>knowledge/codes.csv</c>.</summary>
public static class Codes
{
    static readonly Lazy<IReadOnlyDictionary<string, Code>> Known = new(() => Embedded.Text("codes.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.TrimEnd('\r').Split(','))
        .Select(parts => new Code(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]))
        .ToDictionary(code => code.Concept, StringComparer.Ordinal));

    /// <summary>All, in the order of the file.</summary>
    public static IReadOnlyList<Code> All => [.. Known.Value.Values];

    /// <summary>The codes of a concept.</summary>
    /// <exception cref="KeyNotFoundException">No such concept.</exception>
    public static Code Of(string concept) => Known.Value[concept];
}
