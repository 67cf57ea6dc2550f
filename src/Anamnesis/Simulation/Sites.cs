namespace Anamnesis.Simulation;

/// <summary>The three hospitals of the clinic: one of a university, two of districts.</summary>
static class Sites
{
    internal const string Icd10 = "ICD-10";
    internal const string Icd10Gm = "ICD-10-GM";

    static readonly IReadOnlyList<string> Tests = [.. Chemistry.Every.Select(test => test.Name)];

    internal static readonly IReadOnlyList<Site> All =
    [
        new("North", ["N-cardiology", "N-internal"], "N-intensive", 0.3, 0.4, 0.15, Polish: 0.9)
        {
            OnPaper = ["N-internal"],
            Laboratory = new(Tests.ToDictionary(test => test, test => test.ToUpperInvariant()), [(DateTime.MinValue, "N-chem-1"), (new(2019, 6, 1), "N-chem-2")]),
            Edition = Icd10,
            EchoMachines = ["N-echo-A", "N-echo-B"],
        },
        new("River", ["R-cardiology", "R-heart-failure"], "R-intensive", 0.4, 0.6, 0.24, Polish: 0.5)
        {
            OnPaper = [],
            Laboratory = new(Tests.Index().ToDictionary(one => one.Item, one => $"RL{one.Index + 101}"), [(DateTime.MinValue, "R-line-1"), (new(2018, 5, 1), "R-line-2"), (new(2022, 1, 1), "R-line-3")]),
            Edition = Icd10Gm,
            EchoMachines = ["R-echo-A", "R-echo-B", "R-echo-C"],
        },
        new("South", ["S-cardiology", "S-internal"], null, 0.3, 0.4, 0.15, Polish: 0.7)
        {
            OnPaper = ["S-internal"],
            Laboratory = new(Tests.ToDictionary(test => test, test => $"S-{test[..Math.Min(4, test.Length)]}"), [(DateTime.MinValue, "S-chem"), (new(2020, 10, 1), "S-chem-new")]),
            Edition = Icd10,
            EchoMachines = ["S-echo"],
        },
    ];

    internal static Site Find(string name) => All.Single(site => site.Name == name);

    internal static Site At(double u) => u < All[0].Share ? All[0] : u < All[0].Share + All[1].Share ? All[1] : All[2];
}
