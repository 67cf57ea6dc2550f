namespace Anamnesis.Simulation;

/// <summary>Laboratory values of a stay or a visit: correlated by the patient's state, moving with treatment, with day-to-day noise.</summary>
/// <remarks>Medians, spreads and effects of drugs: the simulator parameters of <c>docs/clinic.md</c>, in the usual units of this clinic.</remarks>
sealed class Chemistry
{
    internal static readonly IReadOnlyList<LabTest> Tests =
    [
        new("potassium", "mmol/L", 1, 0.055, 3.5, 5.1), new("sodium", "mmol/L", 0, 0.008, 136, 145), new("creatinine", "mg/dL", 2, 0.06, 0.6, 1.2), new("urea", "mg/dL", 0, 0.08, 17, 50),
        new("hb", "g/dL", 1, 0.03, 12, 16, "blood"), new("crp", "mg/L", 1, 0.25, 0, 5), new("ntprobnp", "pg/mL", 0, 0.15, 0, 125, "plasma"), new("troponin", "ng/L", 0, 0.12, 0, 14, "plasma"),
        new("glucose", "mg/dL", 0, 0.15, 70, 99, "plasma"), new("wbc", "10*9/L", 1, 0.08, 4, 10, "blood"),
    ];

    /// <summary>Done for some patients only: the value is of interest, or the profile was ticked; tests of one group come together.</summary>
    internal static readonly IReadOnlyList<(LabTest Test, string Group, double Share)> Occasional =
    [
        (new("ferritin", "ng/mL", 0, 0.08, 30, 300), "iron", 0.11), (new("tsat", "%", 0, 0.08, 20, 45), "iron", 0.11), (new("tsh", "mIU/L", 2, 0.1, 0.4, 4), "thyroid", 0.22), (new("ldl", "mg/dL", 0, 0.06, 0, 100), "lipids", 0.35),
        (new("hba1c", "%", 1, 0.02, 4, 6, "blood"), "sugar", 0.28), (new("alt", "U/L", 0, 0.1, 0, 40), "liver", 0.6), (new("inr", "1", 2, 0.06, 0.9, 1.2, "citrate"), "clotting", 0.5), (new("lactate", "mmol/L", 1, 0.2, 0.5, 2, "arterial blood"), "gases", 0.08),
    ];

    /// <summary>Computed by the laboratory's system from creatinine, age and sex.</summary>
    internal static readonly LabTest Filtration = new("egfr", "mL/min/1.73m2", 0, 0, 60, 120);

    internal static IEnumerable<LabTest> Every => [.. Tests, .. Occasional.Select(one => one.Test), Filtration];

    readonly Dictionary<string, double> _centre;
    readonly double _acute;
    readonly bool _loop;
    readonly double[] _first = new double[10];

    internal Chemistry(int seed, long key, Person person, double acute, bool emergency, DateTime moment)
    {
        var draw = Draw.For(seed, "chemistry", key);
        var own = Draw.For(seed, "constitution", person.Id);
        var drugs = Treatment.At(seed, person, moment).Select(drug => drug.Name).ToHashSet(StringComparer.Ordinal);
        (_acute, _loop) = (acute, drugs.Contains("furosemide"));
        var old = (person.AgeYears(moment) - 70) / 12;
        var kidney = (0.45 * old) + (person.Kidney ? 0.9 : -0.4) + (0.6 * own.Normal(0, 1));
        var sick = (emergency ? 0.35 : -0.4) + (0.55 * acute);
        double Of(double mean, double deviation) => mean + (deviation * ((0.8 * own.Normal(0, 1)) + (0.5 * draw.Normal(0, 1))));
        double Log(double median, double spread) => Of(Math.Log(median), spread);
        _centre = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["potassium"] = Math.Clamp(Of(4.25 + (0.12 * kidney) + (drugs.Contains("spironolactone") ? 0.15 : 0) - (_loop ? 0.1 : 0), 0.33), 2.9, 6.1),
            ["sodium"] = Math.Clamp(Of(138.9 - (1 * sick), 2.6), 124, 149),
            ["creatinine"] = Math.Exp(Log(1.12, 0.16) + (0.22 * kidney) + (0.06 * sick)),
            ["urea"] = Math.Exp(Log(46, 0.22) + (0.28 * kidney) + (0.1 * sick)),
            ["hb"] = Math.Clamp(Of((person.Female ? 12.5 : 13.6) - (0.4 * kidney) - (0.25 * sick), 1.35), 7, 18.5),
            ["crp"] = Math.Exp(Log(6, 0.75) + (0.4 * sick) + (0.1 * acute)),
            ["ntprobnp"] = Math.Exp(Log(2100, 0.55) + (0.6 * sick) + (0.35 * kidney) + (0.16 * old) + (person.Preserved ? -0.55 : person.Reduced ? 0.5 : 0) - (drugs.Contains("sacubitril/valsartan") ? 0.29 : 0) + (person.Fibrillation ? 0.15 : 0)),
            ["troponin"] = Math.Exp(Log(26, 0.42) + (0.35 * sick) + (0.3 * kidney) + (0.15 * old)),
            ["glucose"] = Math.Exp(Log(person.Diabetes ? 158 : 112, 0.17)),
            ["wbc"] = Math.Exp(Log(7.9, 0.2) + (0.06 * sick)),
            ["ferritin"] = Math.Exp(Log(105, 0.85)),
            ["tsat"] = Math.Clamp(Of(21, 7.5), 4, 60),
            ["tsh"] = Math.Exp(Log(1.7, 0.5)),
            ["ldl"] = Math.Clamp(Of(drugs.Contains("atorvastatin") ? 82 : 118, 26), 25, 230),
            ["hba1c"] = Math.Clamp(Of(person.Diabetes ? 7.3 : 5.7, person.Diabetes ? 1 : 0.3), 4.3, 12),
            ["alt"] = Math.Exp(Log(23, 0.45) + (0.1 * sick)),
            ["inr"] = drugs.Contains("warfarin") ? Math.Clamp(Of(2.4, 0.6), 1, 5) : Math.Clamp(Of(1.08, 0.08), 0.9, 1.5),
            ["lactate"] = Math.Exp(Log(1.4, 0.3) + (0.25 * Math.Max(0, acute))),
        };
        for (var place = 0; place < _first.Length; place++)
        {
            _first[place] = At(place < 8 ? Tests[place] : Occasional[place - 8].Test, 0, ref draw);
        }
    }

    /// <summary>The first values of the stay: eight usual tests, ferritin and transferrin saturation.</summary>
    internal double First(int place) => _first[place];

    /// <summary>Estimated filtration by CKD-EPI 2021.</summary>
    /// <seealso href="https://doi.org/10.1056/NEJMoa2102953">Inker 2021</seealso>
    internal static double FiltrationOf(double creatinine, Person person, DateTime moment)
    {
        var (k, a, sex) = person.Female ? (0.7, -0.241, 1.012) : (0.9, -0.302, 1);
        return Math.Round(142 * Math.Pow(Math.Min(creatinine / k, 1), a) * Math.Pow(Math.Max(creatinine / k, 1), -1.2) * Math.Pow(0.9938, person.AgeYears(moment)) * sex);
    }

    /// <summary>The value on a day of the stay, rounded as the laboratory reports it: natriuretic peptide falls with congestion, diuresis costs potassium and lifts creatinine.</summary>
    internal double At(LabTest test, int day, ref Draw draw)
    {
        var wet = Math.Max(0, _acute);
        var drift = test.Name switch
        {
            "ntprobnp" => -0.1 * Math.Min(day, 6) * Math.Min(1.2, 0.5 + wet),
            "creatinine" => 0.035 * wet * Math.Max(0, 3 - Math.Abs(day - 3)),
            "potassium" => _loop ? -0.018 * wet * Math.Max(0, 3 - Math.Abs(day - 3)) : 0,
            "crp" => -0.08 * Math.Min(day, 6),
            _ => 0,
        };
        var value = _centre[test.Name] * Math.Exp(drift + draw.Normal(0, test.Spread));
        return Math.Max(Math.Pow(10, -test.Decimals), Math.Round(value, test.Decimals));
    }
}
