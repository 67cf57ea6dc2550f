namespace Anamnesis.Simulation.Care;

/// <summary>The registry of deaths: a certificate on paper, entered days later.</summary>
static class Registry
{
    internal static void Append(int seed, Course course, TruthTables tables)
    {
        if (course.Died is not { } died)
        {
            return;
        }

        var draw = Draw.For(seed, "registry", course.Person.Id);
        var inside = course.Stays.Any(stay => died >= stay.Admitted && died <= stay.Discharged);
        var elsewhere = draw.Uniform();
        var place = inside ? "hospital" : elsewhere < 0.3 ? "other hospital" : elsewhere < 0.36 ? "hospice" : "home";
        var cause = draw.Chance(0.55) ? "I50.9" : course.Person.Infarction ? "I25.9" : course.Person.Copd && draw.Chance(0.4) ? "J44.9" : "I46.9";
        tables.Row("deaths").AppendValue(course.Person.Id).AppendValue(DateOnly.FromDateTime(died)).AppendValue(place).AppendValue(cause).AppendValue(Sites.Icd10)
            .AppendValue(inside ? "hospital physician" : "general practitioner").AppendValue(DateOnly.FromDateTime(died.AddDays(draw.Whole(1, 9)))).EndRow();
    }
}
