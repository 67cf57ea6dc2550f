namespace Anamnesis.Simulation;

/// <summary>An invented patient with heart failure, and the neighbours of the disease.</summary>
/// <remarks>Shares and distributions: <c>knowledge/…/simulator</c> parameters with their sources, see <c>docs/clinic.md</c>.</remarks>
sealed record Person(long Id, string Site, bool Female, DateTime Born, double Height, double Weight, string City, string Smoker, double Severity, double Ejection)
{
    static readonly string[] Cities = ["Wrocław", "Leipzig", "Dresden", "Praha", "Legnica", "Opole", "Görlitz", "Wałbrzych"];

    /// <summary>The seed of the clinic.</summary>
    internal int Seed { get; init; }

    /// <summary>Ejection fraction of 40 % or less.</summary>
    internal bool Reduced => Ejection <= 40;

    /// <summary>50 % or more.</summary>
    internal bool Preserved => Ejection >= 50;

    internal bool Infarction { get; init; }

    internal bool Fibrillation { get; init; }

    /// <summary>Chronic kidney disease.</summary>
    internal bool Kidney { get; init; }

    internal bool Diabetes { get; init; }

    internal bool Copd { get; init; }

    internal bool Hypertension { get; init; }

    /// <summary>Left bundle branch block.</summary>
    internal bool BundleBlock { get; init; }

    /// <summary>An implanted defibrillator or pacemaker.</summary>
    internal bool Device { get; init; }

    /// <summary>Sends weight and pressure from home.</summary>
    internal bool Monitored { get; init; }

    /// <summary>How much more often a patient of this kind dies than one whose ejection fraction is in the middle, besides age.</summary>
    internal double Frailty => By(1.15, 1, 0.65);

    internal double AgeYears(DateTime moment) => (moment - Born).TotalDays / 365.25;

    internal static Person Of(ClinicPlan plan, long number)
    {
        var draw = Draw.For(plan.Seed, "person", number);
        var site = Sites.At(draw.Uniform());
        var kind = draw.Uniform();
        var (ejection, men, ageYears) = kind < site.Reduced ? (Math.Clamp(draw.Normal(29, 6.5), 10, 40), 0.72, 69.0)
            : kind < site.Reduced + site.Middle ? (41 + (8 * draw.Uniform()), 0.65, 70.0) : (Math.Clamp(draw.Normal(58, 5.5), 50, 75), 0.5, 74.0);
        var female = !draw.Chance(men);
        var height = Math.Round(draw.Normal(female ? 161 : 174, female ? 6.5 : 7));
        var middle = new DateTime((plan.FirstYear + plan.LastYear + 1) / 2, 1, 1);
        var severity = Math.Clamp(draw.Normal(), -2.5, 2.5);
        var person = new Person(
            1_000_000 + (number * 7), site.Name, female, middle.AddDays(-Math.Round(365.25 * Math.Clamp(draw.Normal(ageYears, 11.5), 24, 98)) - draw.Whole(0, 364)), height,
            Math.Round(Math.Clamp(draw.Normal(27.9, 4.7), 17, 44) * height * height / 10_000, 1), draw.One(Cities), draw.One((string[])["yes", "no", "no", "former", "former"]), severity, Math.Round(ejection))
        { Seed = plan.Seed };
        return person.WithNeighbours(ref draw, middle);
    }

    /// <summary>Shares by kind of heart failure; cited for reduced and preserved ejection fraction, between them for the middle.</summary>
    Person WithNeighbours(ref Draw draw, DateTime middle)
    {
        var old = (AgeYears(middle) - 70) / 10;
        return this with
        {
            Infarction = draw.Chance(By(0.49, 0.36, 0.24)),
            Fibrillation = draw.Chance(Math.Clamp(By(0.32, 0.38, 0.44) + (0.06 * old), 0.05, 0.8)),
            Hypertension = draw.Chance(By(0.56, 0.6, 0.67)),
            BundleBlock = draw.Chance(By(0.24, 0.15, 0.09)),
            Kidney = draw.Chance(Math.Clamp(0.42 + (0.12 * old) + (0.06 * Severity), 0.05, 0.9)),
            Diabetes = draw.Chance(Site == "South" ? 0.28 : 0.36),
            Copd = draw.Chance(Smoker == "no" ? 0.1 : 0.21),
            Device = draw.Chance(By(0.36, 0.12, 0.06)),
            Monitored = draw.Chance(0.08),
        };
    }

    /// <summary>How soon the patient is given each drug, drawn once.</summary>
    internal IReadOnlyList<double> Thresholds(int seed)
    {
        if (_thresholds is null)
        {
            var draw = Draw.For(seed, "treatment", Id);
            var drawn = new double[Treatment.Drugs.Count];
            for (var place = 0; place < drawn.Length; place++)
            {
                drawn[place] = draw.Uniform();
            }

            _thresholds = drawn;
        }

        return _thresholds;
    }

    IReadOnlyList<double>? _thresholds;

    double By(double reduced, double middle, double preserved) => Reduced ? reduced : Preserved ? preserved : middle;
}
