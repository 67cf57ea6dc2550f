namespace Anamnesis.Simulation;

/// <summary>An invented patient with heart failure.</summary>
/// <remarks>Distributions are modelling defaults, chosen to look like a mixed heart-failure ward; they are not measured.</remarks>
sealed record Person(long Id, bool Female, DateTime Born, double Height, double Weight, string City, string Smoker, double Severity, bool Reduced, bool Kidney, bool Device)
{
    static readonly string[] Cities = ["Wrocław", "Leipzig", "Dresden", "Praha", "Legnica", "Opole", "Görlitz", "Wałbrzych"];

    internal static Person Of(int seed, long number)
    {
        var draw = Draw.For(seed, "person", number);
        var female = draw.Chance(0.45);
        var severity = Math.Clamp(draw.Normal(0, 1), -2.5, 2.5);
        var height = Math.Round(draw.Normal(female ? 161 : 174, 6.5));
        var reduced = draw.Chance(female ? 0.4 : 0.6);
        return new Person(
            1_000_000 + (number * 7), female, new DateTime(2020, 1, 1).AddDays(-Math.Round(365.25 * Math.Clamp(draw.Normal(73, 10.5), 28, 97)) - draw.Whole(0, 364)), height,
            Math.Round(Math.Clamp(draw.Normal(27.8, 4.4), 18, 42) * height * height / 10_000, 1), draw.One(Cities), draw.One((string[])["yes", "no", "no", "former", "former"]),
            severity, reduced, draw.Chance(0.35 + (0.1 * severity)), reduced && draw.Chance(0.35));
    }
}
