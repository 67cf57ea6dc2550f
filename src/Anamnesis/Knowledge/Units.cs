namespace Anamnesis.Knowledge;

/// <summary>Spellings of units.</summary>
public static class Units
{
    static readonly Lazy<Dictionary<string, string>> Loaded = new(() =>
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Embedded.Text("units.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var parts = line.Split(',', 2);
            units[parts[0].Trim()] = parts[1].Trim();
            units.TryAdd(parts[0].Trim().ToLowerInvariant(), parts[1].Trim());
        }

        return units;
    });

    /// <summary>The unit a spelling means, or null when it is not known. Case matters only where it decides (M/m).</summary>
    public static string? Canonical(string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        var trimmed = spelling.Trim();
        return Loaded.Value.GetValueOrDefault(trimmed) ?? Loaded.Value.GetValueOrDefault(trimmed.ToLowerInvariant());
    }
}
