using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>Finds the clinical variable behind a name and values.</summary>
static class VariableNames
{
    const double Sure = 0.92;
    const double Likely = 0.82;
    const double ShortName = 0.75; // one or two letters are traps: K, Na, T, HF, AS
    const double DoesNotFit = 0.35; // what is left of the confidence when no unit makes the values fit

    static readonly string[] Together = ["patient", "body", "serum", "baseline", "admission"];

    static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "serum", "plasma", "blood", "first", "last", "mean", "avg", "max", "min", "adm", "admission", "baseline", "base", "value", "val", "result", "level", "lab", "body", "total",
        "mgdl", "mmoll", "gdl", "mmhg", "kg", "cm", "pct", "percent", "current", "measured", "resting", "rest", "in", "at", "the", "of", "start", "end", "day", "visit", "final", "mass", "volume", "patient", "subject", "pat",
    };

    static readonly Lazy<Dictionary<string, KnownVariable>> Index = new(() =>
    {
        var index = new Dictionary<string, KnownVariable>(StringComparer.Ordinal);
        foreach (var variable in Variables.All)
        {
            index.TryAdd(NameTokens.Of(variable.Id).Joined, variable);
            foreach (var name in variable.Names.Append(variable.Name).Concat(variable.Loinc))
            {
                index.TryAdd(NameTokens.Of(name).Joined, variable);
            }
        }

        // German names stand in the knowledge with ae, oe, ue; written with umlauts they fold to a, o, u
        foreach (var (name, variable) in index.ToList())
        {
            index.TryAdd(name.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal), variable);
        }

        return index;
    });

    /// <summary>The variable, how sure, and the unit in which the values fit; null when the name says nothing.</summary>
    internal static (KnownVariable Variable, double Confidence, string? Unit, string Reason)? Find(string name, double low, double middle, double high, string? unit)
    {
        if (ByName(NameTokens.Of(name)) is not { } named)
        {
            return null;
        }

        var (variable, confidence) = named;
        if (double.IsNaN(middle))
        {
            return (variable, confidence * DoesNotFit, unit, $"the name means {variable.Name}, but there are no numbers");
        }

        var canonical = unit is null ? null : Units.Canonical(unit);
        foreach (var (candidate, scale) in Scales(variable))
        {
            if (Fits(variable, low * scale, middle * scale, high * scale) && (canonical is null || canonical == candidate || candidate == variable.Unit))
            {
                return (variable, confidence, canonical ?? candidate, $"the name means {variable.Name} and the values fit in {candidate}");
            }
        }

        return (variable, confidence * DoesNotFit, unit, $"the name means {variable.Name}, but the values fit in no unit of it");
    }

    static (KnownVariable Variable, double Confidence)? ByName(NameTokens name)
    {
        if (Index.Value.TryGetValue(name.Joined, out var exact))
        {
            return (exact, name.Joined.Length <= 2 ? ShortName : Sure);
        }

        // written together: patientweight, bodyheight
        var ahead = Together.FirstOrDefault(word => name.Words is [var only] && only.Length >= word.Length + 4 && only.StartsWith(word, StringComparison.Ordinal));
        if (ahead is not null && Index.Value.TryGetValue(name.Joined[ahead.Length..], out var rest))
        {
            return (rest, Likely);
        }

        var core = name.Words.Where(word => !Around.Contains(word) && !word.All(char.IsDigit)).ToList();
        var joined = string.Concat(core);
        if (joined.Length == 0 || core.Count == name.Words.Count)
        {
            return null;
        }

        // a difference or ratio of two such values is another thing
        var numbers = name.Words.Count(word => word.All(char.IsDigit));
        return numbers < 2 && Index.Value.TryGetValue(joined, out var close) ? (close, joined.Length <= 2 ? ShortName - 0.1 : Likely) : null;
    }

    static IEnumerable<(string Unit, double Scale)> Scales(KnownVariable variable)
    {
        yield return (variable.Unit, 1);
        foreach (var unit in variable.Factors.Keys)
        {
            if (variable.Factor(unit) is { } factor)
            {
                yield return (unit, factor);
            }
        }
    }

    static bool Fits(KnownVariable variable, double low, double middle, double high) =>
        middle >= variable.Usual.Low * 0.7 && middle <= variable.Usual.High * 1.2 && high <= Math.Max(variable.Extreme.High, variable.Hard.High) && low >= Math.Min(0, variable.Hard.Low);
}
