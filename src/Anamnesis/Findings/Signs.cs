using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Whether a number may be negative, told by its name and its other values.</summary>
static class Signs
{
    static readonly HashSet<string> NeverNegative =
    [
        "amount", "dose", "dosage", "volume", "vol", "count", "counts", "n", "num", "number", "duration", "time", "minutes", "min", "mins", "hours", "hrs", "days", "day", "weeks", "months",
        "years", "tat", "los", "length", "size", "age", "weight", "height", "width", "diameter", "thickness", "bmi", "rate", "cost", "charge", "pulse",
        "wiek", "waga", "wzrost", "dawka", "liczba", "czas", "alter", "gewicht", "dosis", "dauer", "anzahl",
        "nodes", "visits", "pregnancies", "births", "children", "cigarettes", "packs", "rows",
    ];

    static readonly HashSet<string> Signed =
    [
        "loss", "gain", "change", "chg", "diff", "difference", "delta", "balance", "excess", "score", "z", "zscore", "sds", "log", "ln", "resid", "residual", "offset", "relative",
        "shift", "be", "bilans", "bilanz", "temp", "temperature", "lat", "lon", "latitude", "longitude", "axis", "deviation", "slope", "trend", "net", "strain", "coef", "beta",
    ];

    const double Most = 0.12; // more negatives than this are the other half of a signed quantity

    /// <summary>True when negatives are few and the quantity has none by its name, or otherwise piles up at zero.</summary>
    internal static bool NegativeIsImpossible(VariableProfile profile) => ByName(profile) || PilesAtZero(profile);

    /// <summary>True when negatives are few and the quantity has none by its name.</summary>
    internal static bool ByName(VariableProfile profile) =>
        Few(profile) && !IsSigned(profile.Variable.Label) && Words.Any(profile.Variable.Label, NeverNegative);

    /// <summary>True when negatives are few and at least a tenth of the values is exactly zero: a floor that something broke through.</summary>
    internal static bool PilesAtZero(VariableProfile profile) =>
        Few(profile) && !IsSigned(profile.Variable.Label) && profile.Numbers.CountOf(0) >= 0.1 * profile.Numbers.Total
        && profile.Numbers.Mode == 0 && profile.Numbers.Max > 0;

    /// <summary>A change by its name, or a difference of two years or visits, as in <c>price71_82</c>.</summary>
    static bool IsSigned(string label)
    {
        var words = Words.Of(label);
        return words.Any(Signed.Contains) || words.Count(word => word.All(char.IsAsciiDigit)) >= 2;
    }

    static bool Few(VariableProfile profile)
    {
        var negative = profile.Numbers.CountWithin(double.NegativeInfinity, -double.Epsilon);
        return negative > 0 && negative <= Math.Max(1, Most * profile.Numbers.Total);
    }
}
