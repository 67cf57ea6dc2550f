using System.Collections.Frozen;
using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>The clinical variables by every name and code they go by. A name may mean several: RR is a pressure in Polish and a frequency in English.</summary>
static class VariableIndex
{
    const int LeastPrefix = 5; // letters: bilir, trigly
    const int LeastMisspelt = 8;
    const int LongName = 10;

    static readonly Lazy<FrozenDictionary<string, KnownVariable[]>> Names = new(() => Variables.All
        .SelectMany(variable => variable.Names.Append(variable.Name).Append(variable.Id).SelectMany(Spelled).Select(key => (Key: key, Variable: variable)))
        .Where(pair => pair.Key.Length > 0)
        .GroupBy(pair => pair.Key, pair => pair.Variable, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal));

    static readonly Lazy<FrozenDictionary<string, KnownVariable[]>> Codes = new(() => Variables.All
        .SelectMany(variable => variable.Loinc.Concat(variable.Codes).Select(code => (Key: NameTokens.Of(code).Joined, Variable: variable)))
        .GroupBy(pair => pair.Key, pair => pair.Variable, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal));

    internal static IReadOnlyList<KnownVariable> Of(string key) => Names.Value.GetValueOrDefault(key) ?? Codes.Value.GetValueOrDefault(key) ?? [];

    /// <summary>The one variable whose names begin so; none when they are several.</summary>
    internal static IReadOnlyList<KnownVariable> Abbreviated(string key)
    {
        if (key.Length < LeastPrefix)
        {
            return [];
        }

        var begun = Names.Value.Where(pair => pair.Key.StartsWith(key, StringComparison.Ordinal)).SelectMany(pair => pair.Value).Distinct().Take(2).ToList();
        return begun.Count == 1 ? begun : [];
    }

    /// <summary>The one variable with a name one letter away, two in a long one; none when they are several.</summary>
    internal static IReadOnlyList<KnownVariable> Misspelt(string key)
    {
        if (key.Length < LeastMisspelt)
        {
            return [];
        }

        var most = key.Length >= LongName ? 2 : 1;
        var near = Names.Value.Where(pair => pair.Key.Length >= LeastMisspelt && Math.Abs(pair.Key.Length - key.Length) <= most && pair.Key[0] == key[0] && Nearest.Distance(pair.Key, key) <= most)
            .SelectMany(pair => pair.Value).Distinct().Take(2).ToList();
        return near.Count == 1 ? near : [];
    }

    /// <summary>German names stand in the knowledge with ae, oe, ue; written with umlauts they fold to a, o, u.</summary>
    static IEnumerable<string> Spelled(string name)
    {
        var key = NameTokens.Of(name).Joined;
        yield return key;
        yield return key.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);
    }
}
