using Anamnesis.Findings;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Values;

/// <summary>The unit in which the values that lie apart would be ordinary ones.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Share">Share of the values apart that become ordinary.</param>
sealed record Converted(string Unit, double Share)
{
    const double Mostly = 0.8;
    const double Tail = 0.02; // on either side of the ordinary values

    /// <summary>The unit of the variable that explains the values of a condition; null when none does.</summary>
    internal static Converted? Of(Case @case) =>
        @case.Variable is { } variable && @case.Finding.Condition is { } condition && SiteApart.Values(@case.Dataset, variable.Variable, condition) is var (odd, rest) ? Of(variable, odd, rest) : null;

    /// <summary>The same for values that are at hand.</summary>
    internal static Converted? Of(VariableProfile variable, Frequencies odd, Frequencies rest)
    {
        var (low, high) = (rest.Quantile(Tail), rest.Quantile(1 - Tail));
        var apart = odd.Where(value => value < low || value > high);
        if (Variables.Find(variable.Variable.Known ?? string.Empty) is not { } known || apart.Total < 10)
        {
            return null;
        }

        var best = known.Factors.Keys.Select(unit => (Unit: unit, Convert: known.Conversion(unit))).Where(one => one.Convert is not null)
            .Select(one => new Converted(one.Unit, (double)apart.Where(value => one.Convert!(value) is var other && other >= low && other <= high).Total / apart.Total)) // filtered
            .MaxBy(one => one.Share);
        return best?.Share >= Mostly ? best : null;
    }
}
