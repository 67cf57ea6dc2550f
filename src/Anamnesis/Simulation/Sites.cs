namespace Anamnesis.Simulation;

/// <summary>The three hospitals of the clinic: one of a university, two of districts.</summary>
static class Sites
{
    internal static readonly IReadOnlyList<Site> All =
    [
        new("North", ["N-cardiology", "N-internal"], "N-intensive", 0.3, 0.4, 0.15, Polish: 0.9),
        new("River", ["R-cardiology", "R-heart-failure"], "R-intensive", 0.4, 0.6, 0.24, Polish: 0.5),
        new("South", ["S-cardiology", "S-internal"], null, 0.3, 0.4, 0.15, Polish: 0.7),
    ];

    internal static Site Find(string name) => All.Single(site => site.Name == name);

    internal static Site At(double u) => u < All[0].Share ? All[0] : u < All[0].Share + All[1].Share ? All[1] : All[2];
}
