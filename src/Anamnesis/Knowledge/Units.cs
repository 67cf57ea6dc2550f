using System.Collections.Frozen;

namespace Anamnesis.Knowledge;

/// <summary>Spellings of units.</summary>
public static class Units
{
    // as the end of a name these words are minimum, a preposition, or a substance rather than a unit
    static readonly FrozenSet<string> NotAtTheEnd = new[] { "min", "pg", "g", "h", "l", "y", "k" }.ToFrozenSet(StringComparer.Ordinal);

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

    static readonly Lazy<FrozenDictionary<string, string>> Written = new(() => Loaded.Value
        .Select(pair => (Letters: Letters(pair.Key), Unit: pair.Value))
        .Where(pair => pair.Letters.Length > 0 && !NotAtTheEnd.Contains(pair.Letters))
        .DistinctBy(pair => pair.Letters)
        .ToFrozenDictionary(pair => pair.Letters, pair => pair.Unit, StringComparer.Ordinal));

    /// <summary>The unit a spelling means, or null when it is not known. Case matters only where it decides (M/m).</summary>
    public static string? Canonical(string spelling)
    {
        ArgumentNullException.ThrowIfNull(spelling);
        var trimmed = spelling.Trim();
        return Loaded.Value.GetValueOrDefault(trimmed) ?? Loaded.Value.GetValueOrDefault(trimmed.ToLowerInvariant());
    }

    /// <summary>The unit that letters and digits alone mean at the end of a name, as in <c>creatinine_mg_dl</c>; null when they mean none.</summary>
    internal static string? AtTheEnd(string letters) => Written.Value.GetValueOrDefault(letters);

    /// <summary>True when two spellings mean the same unit.</summary>
    internal static bool Same(string left, string right) => left == right || (Canonical(left) ?? left) == (Canonical(right) ?? right);

    static string Letters(string spelling) => string.Concat(spelling.ToLowerInvariant().Select(letter => letter == 'µ' ? 'u' : letter).Where(char.IsAsciiLetterOrDigit));
}
