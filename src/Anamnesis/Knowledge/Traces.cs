namespace Anamnesis.Knowledge;

/// <summary>The traces of all mechanisms, <c>knowledge/traces.csv</c>.</summary>
public static class Traces
{
    static readonly Lazy<IReadOnlyDictionary<string, Trace>> Known = new(() => Embedded.Text("traces.csv")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.TrimEnd('\r').Split(',', 4))
        .ToDictionary(parts => parts[0], parts => new Trace(parts[1], parts[2] == "yes", parts[3]), StringComparer.Ordinal));

    /// <summary>The trace of a mechanism, or null.</summary>
    public static Trace? Find(string mechanism) => Known.Value.GetValueOrDefault(mechanism);
}
