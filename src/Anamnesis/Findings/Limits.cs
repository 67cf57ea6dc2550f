using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What a recognised variable may be, in the unit of its column.</summary>
/// <param name="Known">The variable.</param>
/// <param name="Hard">Outside is not compatible with a living adult or the instrument.</param>
/// <param name="Extreme">Outside needs corroboration.</param>
/// <param name="Usual">What nearly everybody shows.</param>
sealed record Limits(KnownVariable Known, (double Low, double High) Hard, (double Low, double High) Extreme, (double Low, double High) Usual)
{
    /// <summary>How sure a recognition must be before its limits count.</summary>
    internal const double Sure = 0.8;

    const double LeastPossible = 0.95; // of the values within the hard limits, else it is a population or a unit that the limits do not know
    const double LeastWithin = 0.75; // of the values in the extreme range, else it is another unit or another thing

    /// <summary>The limits of a surely recognised variable; null when it is not sure, or most values say that it is another unit or thing.</summary>
    internal static Limits? Of(VariableProfile profile)
    {
        if (IsAgeInYears(profile) && Variables.Find("age") is { } age)
        {
            return new Limits(age, age.Hard, (0, age.Extreme.High), age.Usual); // children have an age, too
        }

        if (profile.Variable.Known is not { } id || profile.Variable.KnownConfidence < Sure || Variables.Find(id) is not { } known)
        {
            return null;
        }

        var numbers = profile.Numbers.CountOf(0) > 0 && known.Extreme.Low > 0 ? profile.Numbers.Where(value => value != 0) : profile.Numbers;
        return Units(profile.Variable.Unit, known)
            .Select(unit => In(known, unit))
            .Where(limits => numbers.CountWithin(limits.Hard.Low, limits.Hard.High) >= LeastPossible * numbers.Total
                && numbers.CountWithin(limits.Extreme.Low, limits.Extreme.High) >= LeastWithin * numbers.Total
                && numbers.Quantile(0.5) >= limits.Usual.Low / 1.5 && numbers.Quantile(0.5) <= limits.Usual.High * 1.5)
            .MaxBy(limits => numbers.CountWithin(limits.Extreme.Low, limits.Extreme.High)); // where two units fit, the one that makes least of it odd
    }

    static bool IsAgeInYears(VariableProfile profile) =>
        (profile.Variable.Known == "age" || Words.Any(profile.Variable.Label, ["age", "wiek", "alter"]))
        && profile.Numbers.Quantile(0.98) is > 4 and <= 105 && profile.Numbers.Quantile(0.02) >= 0;

    static IEnumerable<string?> Units(string? stated, KnownVariable known)
    {
        var canonical = stated is null ? null : Knowledge.Units.Canonical(stated) ?? stated;
        if (canonical is not null && canonical != known.Unit && known.Factors.Keys.FirstOrDefault(unit => unit == canonical || Knowledge.Units.Canonical(unit) == canonical) is { } other)
        {
            return [other];
        }

        // a volume or a rate of infusion is no concentration; a unit that nobody knows says nothing
        var another = canonical is not null && Knowledge.Units.Canonical(stated!) is not null && canonical != (Knowledge.Units.Canonical(known.Unit) ?? known.Unit); // canonical is null without a stated unit
        return another || (stated is not null && IsPerTime(stated) && !IsPerTime(known.Unit)) ? [] : [null, .. known.Factors.Keys];
    }

    static bool IsPerTime(string unit) => unit.Contains('/', StringComparison.Ordinal) && Words.Of(unit[unit.IndexOf('/', StringComparison.Ordinal)..]).Any(word => word is "h" or "hr" or "hour" or "hours" or "min" or "minute" or "day" or "d" or "s" or "sec");

    static Limits In(KnownVariable known, string? unit)
    {
        if (unit is null || known.Conversion(unit) is not { } convert)
        {
            return new Limits(known, known.Hard, known.Extreme, known.Usual);
        }

        // every conversion is linear and rising: two points give the way back
        var (zero, one) = (convert(0), convert(1));
        double Back(double value) => (value - zero) / (one - zero);
        return new Limits(
            known,
            (Back(known.Hard.Low), Back(known.Hard.High)),
            (Back(known.Extreme.Low), Back(known.Extreme.High)),
            (Back(known.Usual.Low), Back(known.Usual.High)));
    }
}
