namespace Anamnesis.Simulation.Care;

/// <summary>What was done for a patient beyond vital signs, laboratory and echo: wards, visits, ECG, drugs, codes, documents, telemonitoring, registry.</summary>
static class CareTruth
{
    internal static void InHospital(int seed, Stay stay, Chemistry chemistry, TruthTables tables)
    {
        Transfers.Append(seed, stay, tables);
        Ecgs.Append(seed, stay, tables);
        DrugRows.Append(seed, stay, tables);
        Coding.Append(seed, stay, tables);
        Notes.Append(seed, stay, chemistry, tables);
    }

    internal static void Outside(int seed, Course course, TruthTables tables)
    {
        foreach (var visit in course.Visits)
        {
            Visits.Append(seed, course.Person, visit, tables);
        }

        Telemonitoring.Append(seed, course, tables);
        Registry.Append(seed, course, tables);
    }
}
