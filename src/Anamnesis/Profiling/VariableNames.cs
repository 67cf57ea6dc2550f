using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>Finds the clinical variable behind a name and values.</summary>
static class VariableNames
{
    const double Twice = 0.9; // two names of one thing, as in ALT_SGPT
    const double Abbreviation = 0.72;
    const double Misspelling = 0.76;
    const double Ambiguous = 0.7; // a name that means several things, told apart by the values alone
    const double OtherUnit = 0.78; // the name or the table states a unit in which the values do not fit
    const double DoesNotFit = 0.35; // what is left of the confidence when no unit makes the values fit

    // names, LOINC codes and item ids of urea nitrogen
    static readonly string[] Nitrogen = ["bun", "nitrogen", "stickstoff", "harnstoffn", "azotmocznika", "30940", "62992", "lbxsbu", "51006", "225624", "3013682", "3004295"];

    const int ShortKey = 2; // letters, which many things go by: the values must not even be rare ones

    const string Stones = "st"; // nobody leaves them unsaid; children weigh as many kilograms

    /// <summary>The variable, how sure, and the unit in which the values fit; null when the name says nothing.</summary>
    internal static (KnownVariable Variable, double Confidence, string? Unit, string Reason)? Find(string name, double low, double middle, double high, string? unit)
    {
        foreach (var form in NameForms.Of(name))
        {
            if (VariableIndex.Of(form.Key) is { Count: > 0 } named && Decided(named, form, low, middle, high, unit) is { } found)
            {
                return found;
            }
        }

        var words = NameTokens.Of(name).Words;
        if (VariableIndex.Twice(words) is { Count: > 0 } twice && Decided(twice, new NameForm(string.Concat(words), Twice, MustFit: true), low, middle, high, unit) is { } both)
        {
            return both;
        }

        if (VariableIndex.Abbreviated(words) is { Count: > 0 } phrase && Decided(phrase, new NameForm(string.Concat(words), Misspelling, MustFit: true), low, middle, high, unit) is { } cut)
        {
            return cut;
        }

        foreach (var form in NameForms.Of(name).Where(form => form.IsWord))
        {
            if (VariableIndex.Abbreviated(form.Key) is { Count: > 0 } begun && Decided(begun, form with { Confidence = Abbreviation, MustFit = true }, low, middle, high, unit) is { } abbreviated)
            {
                return abbreviated;
            }

            if (VariableIndex.Misspelt(form.Key) is { Count: > 0 } near && Decided(near, form with { Confidence = Misspelling, MustFit = true }, low, middle, high, unit) is { } misspelt)
            {
                return misspelt;
            }
        }

        return null;
    }

    static (KnownVariable Variable, double Confidence, string? Unit, string Reason)? Decided(
        IReadOnlyList<KnownVariable> named, NameForm form, double low, double middle, double high, string? unit)
    {
        if (double.IsNaN(middle))
        {
            return form.MustFit ? null : (named[0], form.Confidence * DoesNotFit, unit ?? form.Unit, $"the name means {named[0].Name}, but there are no numbers");
        }

        var stated = (unit is null ? null : Units.Canonical(unit)) ?? form.Unit;
        var fits = named.SelectMany(variable => Scales(variable, form.Key)
            .Where(scale => (scale.Unit != Stones || stated == Stones) && Fits(variable, scale.Convert(low), scale.Convert(middle), scale.Convert(high))
                && (form.Key.Length > ShortKey || IsOrdinary(variable, scale.Convert(low), scale.Convert(high))))
            .Select(scale => (Variable: variable, scale.Unit, Rank: Rank(variable, scale.Unit, stated), Far: Far(variable, scale.Convert(middle))))).ToList();
        if (fits.Count == 0)
        {
            return form.MustFit || form.Key.Length <= ShortKey
                ? null
                : (named[0], form.Confidence * DoesNotFit, unit ?? form.Unit, $"the name means {named[0].Name}, but the values fit in no unit of it");
        }

        var best = fits.OrderBy(fit => fit.Rank).ThenBy(fit => fit.Far).First();
        var rivals = fits.Exists(fit => fit.Variable != best.Variable && fit.Rank == best.Rank);
        var belongs = stated is not null && Scales(best.Variable, form.Key).Any(scale => Units.Same(scale.Unit, stated));
        var sure = rivals ? Math.Min(Ambiguous, form.Confidence)
            : belongs && !Units.Same(best.Unit, stated!) ? Math.Min(OtherUnit, form.Confidence) // stated by the line above
            : form.Confidence;
        return (best.Variable, sure, belongs && Units.Same(best.Unit, stated!) ? stated : best.Unit, $"the name means {best.Variable.Name} and the values fit in {best.Unit}"); // as above
    }

    /// <summary>0 in the unit that is stated, 1 in the variable's own, 2 in another.</summary>
    static int Rank(KnownVariable variable, string unit, string? stated) => stated is not null && Units.Same(unit, stated) ? 0 : unit == variable.Unit ? 1 : 2;

    /// <summary>How far the middle lies from the usual, as a factor; tells a systolic from a diastolic pressure.</summary>
    static double Far(KnownVariable variable, double middle) =>
        Math.Abs(Math.Log(Math.Max(middle, 1e-9) / Math.Sqrt(Math.Max(variable.Usual.Low, variable.Usual.High / 100) * variable.Usual.High)));

    /// <summary>The units of a variable; the nitrogen of urea is another quantity than urea, and its name says which is meant.</summary>
    static IEnumerable<(string Unit, Func<double, double> Convert)> Scales(KnownVariable variable, string key)
    {
        if (variable.Id != "urea" || !Nitrogen.Any(word => key.Contains(word, StringComparison.Ordinal)))
        {
            yield return (variable.Unit, value => value);
        }

        foreach (var unit in variable.Factors.Keys)
        {
            if (variable.Conversion(unit) is { } convert)
            {
                yield return (unit, convert);
            }
        }
    }

    static bool Fits(KnownVariable variable, double low, double middle, double high) =>
        middle >= variable.Usual.Low * 0.7 && middle <= variable.Usual.High * 1.2
        && high <= Math.Max(variable.Extreme.High, variable.Hard.High) && low >= Math.Min(0, variable.Hard.Low);

    /// <summary>Nine values in ten lie within what is seen at all, zeros for nothing apart.</summary>
    static bool IsOrdinary(KnownVariable variable, double low, double high) => high <= variable.Extreme.High && (low >= variable.Extreme.Low || low == 0);
}
