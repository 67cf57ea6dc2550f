namespace Anamnesis.Simulation.Care;

/// <summary>What the writer of a note knows.</summary>
sealed record NoteFacts(Person Person, double AgeYears, string Complaint, double Acute, double Systolic, double Pulse, double Weight, string Grade, double Potassium, double Creatinine, string Drugs)
{
    internal static NoteFacts Of(int seed, Stay stay, Chemistry chemistry, string drugs)
    {
        var draw = Draw.For(seed, "exam", stay.Id);
        var person = stay.Person;
        return new NoteFacts(
            person,
            Math.Floor(person.AgeYears(stay.Admitted)),
            stay.Complaint,
            stay.Acute,
            Math.Round(Math.Max(74, draw.Normal(132 - (5 * stay.Acute), 16))),
            Math.Round(Math.Max(40, draw.Normal(82 + (5 * stay.Acute) + (person.Fibrillation ? 9 : 0), 11))),
            Math.Round(person.Weight + Math.Max(0, 1.5 * stay.Acute), 1),
            stay.Acute > 1.6 ? "IV" : stay.Acute > 0.2 ? "III" : "II",
            chemistry.First(0),
            chemistry.First(2),
            drugs);
    }
}
