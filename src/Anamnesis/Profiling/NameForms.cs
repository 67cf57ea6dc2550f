using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Anamnesis.Knowledge;

namespace Anamnesis.Profiling;

/// <summary>The ways a name can be read, surest first: as it stands, without its unit, without words about specimen, moment or kind of value.</summary>
static partial class NameForms
{
    const double Sure = 0.92;
    const double Likely = 0.82;
    const double Short = 0.75; // one or two letters are traps: K, Na, T, HF, AS
    const int MostUnitWords = 5; // ml min 1 73 m 2 is the longest but one

    // words that say where, when or how, never what; what is not listed stays part of the name: urine, direct, free, ionised, change
    static readonly FrozenSet<string> Around = new[]
    {
        "serum", "ser", "plasma", "blood", "whole", "venous", "arterial", "art", "capillary", "poc", "bedside", "noninvasive", "invasive",
        "first", "last", "mean", "avg", "average", "median", "max", "min", "maximum", "minimum", "highest", "lowest", "worst", "initial", "current", "final",
        "adm", "admission", "admit", "discharge", "disch", "baseline", "base", "screening", "enrollment", "visit", "day", "week", "month", "start", "end", "preop", "postop", "intraop", "op", "pre", "post", "intra", "inclusion", "randomisation", "randomization", "intake", "arrival",
        "value", "val", "result", "level", "lvl", "lab", "labs", "vital", "vitals", "measured", "measurement", "reading", "concentration", "conc", "count", "number", "calc", "calculated", "calculation", "total", "tot",
        "body", "patient", "subject", "pat", "pt", "resting", "rest", "in", "at", "the", "of", "or", "on", "as", "by", "for", "mass", "volume", "pct", "percent", "percentage",
        "fasting", "random", "bl", "dx", "diagnosis", "method", "simpson", "biplane", "biplan", "teichholz", "bazett", "feu", "ddu", "ifcc", "ngsp", "dcct", "jaffe", "enzymatic", "automated", "manual", "assay", "coagulation",
        "surowica", "surowicy", "krew", "krwi", "osocze", "osoczu", "wartosc", "wynik", "poziom", "stezenie", "calkowity", "calkowita", "ilosciowe", "ilosciowo", "metoda", "wg", "badanie", "oznaczenie", "przyjecie", "przyjeciu", "wypis", "wypisie", "przy", "w", "we", "pacjenta", "pierwszy", "ostatni", "sredni", "srednia",
        "blut", "vollblut", "methode", "nach", "wert", "spiegel", "konzentration", "gesamt", "aufnahme", "entlassung", "bei", "im", "erster", "letzter", "mittlerer", "patienten", "arteriell", "venoes", "venos", "kapillaer", "kapillar",
    }.ToFrozenSet(StringComparer.Ordinal);

    static readonly string[] WrittenTogether = ["patient", "body", "discharge", "serum", "plasma", "blood", "baseline", "admission", "resting", "total", "mean", "ser", "tot", "avg", "max", "min", "base"];

    internal static IEnumerable<NameForm> Of(string name)
    {
        var whole = NameTokens.Of(name);
        yield return new NameForm(whole.Joined, whole.Joined.Length <= 2 ? Short : Sure, IsWord: whole.Words.Count == 1);
        if (whole.Joined is [.., _, >= '0' and <= '9', >= '0' and <= '9'] twice && !twice.All(char.IsDigit))
        {
            yield return new NameForm(twice[..^1], Likely); // paco2 of day 1
        }

        foreach (var (words, unit, sure) in Bare(name, whole))
        {
            var joined = string.Concat(words);
            if (unit is not null || joined.Length < whole.Joined.Length)
            {
                yield return new NameForm(joined, joined.Length <= 2 ? Short : sure, unit, IsWord: words.Count == 1);
            }

            var kept = Core(words);
            var core = string.Concat(kept);
            if (core.Length > 0 && core.Length < joined.Length && !IsTrap(core, words))
            {
                yield return new NameForm(core, core.Length <= 2 ? Short - 0.1 : Likely, unit, IsWord: kept.Count == 1);
            }
        }

        if (whole.Words is [var only])
        {
            var ahead = WrittenTogether.FirstOrDefault(word => only.StartsWith(word, StringComparison.Ordinal) && only.Length >= word.Length + 3);
            if (ahead is not null)
            {
                yield return new NameForm(only[ahead.Length..], Likely, MustFit: true, IsWord: true);
            }
        }
    }

    /// <summary>The words without what stands in brackets and without a unit at the end.</summary>
    static IEnumerable<(IReadOnlyList<string> Words, string? Unit, double Sure)> Bare(string name, NameTokens whole)
    {
        var inside = Brackets().Matches(name).Where(bracket => bracket.Index > 0).Select(bracket => bracket.Value.Trim('(', ')', '[', ']', ' ')).ToList();
        var stated = name.EndsWith('%') ? "%" : inside.Select(Units.Canonical).FirstOrDefault(unit => unit is not null);
        if (stated is not null || (inside.Count > 0 && !inside.Exists(IsAnother)))
        {
            yield return (inside.Count > 0 ? NameTokens.Of(Brackets().Replace(name, " ")).Words : whole.Words, stated, stated is null ? Likely : Sure);
        }

        for (var taken = Math.Min(MostUnitWords, whole.Words.Count - 1); taken > 0; taken--)
        {
            if (Units.AtTheEnd(string.Concat(whole.Words.Skip(whole.Words.Count - taken))) is { } unit)
            {
                yield return ([.. whole.Words.SkipLast(taken)], unit, Sure);
            }
        }

        yield return (whole.Words, null, Sure);
    }

    [GeneratedRegex(@"\([^)]*\)?|\[[^\]]*\]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Brackets();

    /// <summary>Words in brackets that make another quantity of what stands before them: the pressure of oxygen, the ratio to creatinine, what is in urine.</summary>
    static bool IsAnother(string inside) => NameTokens.Of(inside) is var words
        && (words.Has("pressure", "urine", "csf", "ascites", "pleural", "fluid", "stool", "dialysate", "mocz", "moczu", "pmr", "urin", "liquor", "stuhl") || (words.Has("ratio") && words.Has("mass")));

    static List<string> Core(IReadOnlyList<string> words)
    {
        var inSerum = words is [.., "i", "s" or "p" or "b"] ? words.Count - 2 : words.Count; // i.S., i.P., i.B. in German laboratories
        List<string> kept = [.. words.Take(inSerum).Where((word, place) => !Around.Contains(word) && !IsMoment(words, place) && !IsPlasma(words, place))];
        var first = kept.FindIndex(word => !word.All(char.IsDigit));
        return first < 0 ? [] : kept[first..(kept.FindLastIndex(word => !word.All(char.IsDigit)) + 1)];
    }

    /// <summary>A day, hour, visit or time point with its number: d1, 24h, v2, t0.</summary>
    static bool IsMoment(IReadOnlyList<string> words, int place)
    {
        bool IsNumber(int at) => at >= 0 && at < words.Count && words[at].All(char.IsDigit);
        return (words[place] is "d" or "h" or "v" or "t" && (IsNumber(place + 1) || (words[place] is "h" or "d" && IsNumber(place - 1))))
            || (IsNumber(place) && place > 0 && words[place - 1] is "d" or "h" or "v" or "t" && words.Count > 2);
    }

    /// <summary>Plasma without its platelets, in which clotting is measured; no platelets are meant.</summary>
    static bool IsPlasma(IReadOnlyList<string> words, int place) =>
        (words[place] == "platelet" && place + 1 < words.Count && words[place + 1] == "poor") || (words[place] == "poor" && place > 0 && words[place - 1] == "platelet");

    /// <summary>True when a letter stays after a digit was taken away, as in T3 or P2, or two numbers say a difference or ratio.</summary>
    static bool IsTrap(string core, IReadOnlyList<string> words)
    {
        var numbers = words.Count(word => word.All(char.IsDigit));
        return numbers > 1 || (numbers == 1 && core.Length == 1);
    }
}
