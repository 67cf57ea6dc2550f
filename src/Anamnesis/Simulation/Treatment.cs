namespace Anamnesis.Simulation;

/// <summary>What a patient is treated with at a time: by guideline of the era, kind of heart failure and the patient's own threshold.</summary>
/// <remarks>Shares of 2012 and 2023 are those of the registries, in between they move in a straight line; ARNI from 2016, SGLT2 inhibitors from 2020.</remarks>
static class Treatment
{
    internal static readonly IReadOnlyList<Drug> Drugs =
    [
        new("ramipril", "C09AA05", [2.5, 5, 10], 1), new("sacubitril/valsartan", "C09DX04", [50, 100, 200], 2), new("bisoprolol", "C07AB07", [2.5, 5, 10], 1), new("spironolactone", "C03DA01", [25, 50], 1),
        new("dapagliflozin", "A10BK01", [10], 1), new("furosemide", "C03CA01", [20, 40, 80], 2), new("apixaban", "B01AF02", [2.5, 5], 2), new("warfarin", "B01AA03", [3, 5], 1),
        new("atorvastatin", "C10AA05", [20, 40, 80], 1), new("acetylsalicylic acid", "B01AC06", [75], 1), new("metformin", "A10BA02", [500, 850, 1000], 2), new("tiotropium", "R03BB04", [0.018], 1),
    ];

    /// <summary>The drugs at that moment; the same patient keeps a drug once the era has brought it.</summary>
    internal static IEnumerable<Drug> At(int seed, Person person, DateTime moment)
    {
        for (var place = 0; place < Drugs.Count; place++)
        {
            var drug = Drugs[place];
            if (person.Thresholds(seed)[place] < Share(drug.Name, person, moment.Year + (moment.DayOfYear / 366.0)))
            {
                yield return drug;
            }
        }
    }

    internal static bool Takes(int seed, Person person, DateTime moment, string drug) => At(seed, person, moment).Any(one => one.Name == drug);

    static double Share(string drug, Person person, double year) => drug switch
    {
        "ramipril" => person.Reduced ? Ramp(year, 2016, 2023, 0.9, 0.53) : 0.7,
        "sacubitril/valsartan" => person.Reduced ? Ramp(year, 2016, 2023, 0, 0.35) : 0,
        "bisoprolol" => person.Preserved ? 0.72 : 0.92,
        "spironolactone" => person.Reduced ? Ramp(year, 2012, 2023, 0.67, 0.72) : 0.38,
        "dapagliflozin" => Ramp(year, 2020, 2025, 0, person.Reduced ? 0.8 : 0.6),
        "furosemide" => Ramp(year, 2012, 2023, 0.83, person.Reduced ? 0.75 : 0.68),
        "apixaban" => person.Fibrillation ? Ramp(year, 2012, 2022, 0.1, 0.72) : 0,
        "warfarin" => person.Fibrillation ? Ramp(year, 2012, 2022, 0.65, 0.1) : 0.01,
        "atorvastatin" => person.Infarction ? 0.85 : 0.35,
        "acetylsalicylic acid" => person.Infarction ? 0.7 : 0.15,
        "metformin" => person.Diabetes ? 0.6 : 0,
        _ => person.Copd ? 0.6 : 0,
    };

    static double Ramp(double year, double from, double to, double before, double after) => before + ((after - before) * Math.Clamp((year - from) / (to - from), 0, 1));
}
