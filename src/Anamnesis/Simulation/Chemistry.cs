namespace Anamnesis.Simulation;

/// <summary>Laboratory values of a stay: correlated by the patient's state, with day-to-day noise.</summary>
/// <remarks>Centres and spreads are modelling defaults in the usual units.</remarks>
sealed class Chemistry
{
    internal static readonly (string Test, string Unit, int Decimals)[] Tests =
    [
        ("potassium", "mmol/L", 1), ("sodium", "mmol/L", 0), ("creatinine", "mg/dL", 2), ("urea", "mg/dL", 0), ("hb", "g/dL", 1), ("crp", "mg/L", 1), ("ntprobnp", "pg/mL", 0), ("troponin", "ng/L", 0),
        ("glucose", "mg/dL", 0), ("wbc", "10*9/L", 1),
    ];

    readonly Dictionary<string, double> _centre;

    internal Chemistry(int seed, Stay stay)
    {
        var draw = Draw.For(seed, "chemistry", stay.Id);
        var (ill, kidney) = (stay.Acute, stay.Person.Kidney ? 1.0 : 0.0);
        var renal = 0.35 * kidney + 0.1 * ill;
        _centre = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["potassium"] = 4.25 + (0.2 * kidney) + draw.Normal(0, 0.28),
            ["sodium"] = 139.5 - (1.1 * Math.Max(0, ill)) + draw.Normal(0, 2.3),
            ["creatinine"] = Math.Exp(0.02 + renal + draw.Normal(0, 0.2)),
            ["urea"] = Math.Exp(3.7 + (1.1 * renal) + draw.Normal(0, 0.25)),
            ["hb"] = Math.Clamp((stay.Person.Female ? 12.4 : 13.5) - (0.5 * kidney) - (0.2 * ill) + draw.Normal(0, 1.3), 7, 18),
            ["crp"] = Math.Exp(2 + (0.45 * ill) + draw.Normal(0, 0.7)),
            ["ntprobnp"] = Math.Exp(7.6 + (0.55 * ill) + (0.5 * kidney) + (stay.Person.Reduced ? 0.3 : 0) + draw.Normal(0, 0.55)),
            ["troponin"] = Math.Exp(3.6 + (0.4 * ill) + (0.4 * kidney) + draw.Normal(0, 0.5)),
            ["glucose"] = Math.Exp(4.8 + draw.Normal(0, 0.2)),
            ["wbc"] = Math.Exp(2.05 + (0.08 * ill) + draw.Normal(0, 0.2)),
            ["ferritin"] = Math.Exp(4.9 + draw.Normal(0, 0.8)),
            ["tsat"] = Math.Clamp(21 + draw.Normal(0, 7.5), 4, 60),
        };
    }

    /// <summary>The value at a time of the stay, rounded as the laboratory reports it.</summary>
    internal double At(string test, ref Draw draw, int decimals)
    {
        var spread = test switch { "sodium" => 0.008, "potassium" => 0.055, "hb" => 0.03, "creatinine" => 0.06, "crp" => 0.25, "ntprobnp" => 0.15, "troponin" => 0.12, "glucose" => 0.15, _ => 0.08 };
        var value = _centre[test] * Math.Exp(draw.Normal(0, spread));
        return Math.Max(Math.Pow(10, -decimals), Math.Round(value, decimals));
    }
}
