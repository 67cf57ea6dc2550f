namespace Anamnesis.Simulation.Care;

/// <summary>Drugs ordered and given: those of the home list, a loop diuretic into the vein while wet, and the list at discharge.</summary>
static class DrugRows
{
    static readonly Drug Intravenous = new("furosemide", "C03CA01", [20, 40, 80], 2);
    static readonly Drug Heparin = new("enoxaparin", "B01AB05", [40], 1);

    internal static void Append(int seed, Stay stay, TruthTables tables)
    {
        var draw = Draw.For(seed, "drugs", stay.Id);
        var ordered = stay.Admitted.AddSeconds(3600 + Math.Floor(7200 * draw.Uniform()));
        var prescriber = Roster.Physician(stay.Site, draw.Whole(1, 9));
        var home = Treatment.At(seed, stay.Person, stay.Admitted).ToList();
        var place = 0L;
        foreach (var drug in home)
        {
            if (stay.Emergency && drug.Name == "furosemide")
            {
                continue; // the vein instead
            }

            Given(stay, drug, Order(stay, drug, "home", "oral", ordered, stay.Discharged, ++place, prescriber, tables), ordered, stay.Discharged, tables, ref draw);
        }

        if (stay.Emergency)
        {
            var stopped = stay.Admitted.AddHours(40 + Math.Floor(60 * draw.Uniform()));
            stopped = stopped < stay.Discharged ? stopped : stay.Discharged;
            Given(stay, Intravenous, Order(stay, Intravenous, "ward", "intravenous", ordered, stopped, ++place, prescriber, tables), ordered, stopped, tables, ref draw);
        }

        if (!stay.Person.Fibrillation)
        {
            Given(stay, Heparin, Order(stay, Heparin, "ward", "subcutaneous", ordered, stay.Discharged, ++place, prescriber, tables), ordered, stay.Discharged, tables, ref draw);
        }

        if (stay.Death is not { } death || death > stay.Discharged)
        {
            foreach (var drug in Treatment.At(seed, stay.Person, stay.Discharged))
            {
                Order(stay, drug, "discharge", "oral", stay.Discharged, null, ++place, prescriber, tables);
            }
        }
    }

    /// <summary>The dose of a patient: one of the usual, the same for years.</summary>
    internal static double Dose(Person person, Drug drug) => drug.Doses[(int)((person.Id + drug.Name.Length) % drug.Doses.Count)];

    internal static string Frequency(Drug drug) => drug.Daily == 2 ? "1-0-1" : drug.Name is "atorvastatin" or "enoxaparin" ? "0-0-1" : "1-0-0";

    static long Order(Stay stay, Drug drug, string source, string route, DateTime ordered, DateTime? stopped, long place, string prescriber, TruthTables tables)
    {
        var id = (stay.Id * 100) + place;
        tables.Row("drug_orders").AppendValue(id).AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(stay.Ward).AppendValue(prescriber).AppendValue(source)
            .AppendValue(ordered.AddSeconds(place * 40)).AppendValue(stopped).AppendValue(drug.Name).AppendValue(drug.Atc).AppendValue(Dose(stay.Person, drug)).AppendValue("mg").AppendValue(route).AppendValue(Frequency(drug)).EndRow();
        return id;
    }

    /// <summary>A row a dose, for the days that are charted.</summary>
    static void Given(Stay stay, Drug drug, long order, DateTime from, DateTime to, TruthTables tables, ref Draw draw)
    {
        var dose = Dose(stay.Person, drug);
        var (morning, evening) = (Frequency(drug)[0] == '1', Frequency(drug)[^1] == '1');
        for (var (day, last) = (stay.Admitted.Date, stay.Admitted.Date.AddDays(StayTruth.Charted(stay, wide: true))); day < last; day = day.AddDays(1))
        {
            for (var round = 0; round < 2; round++)
            {
                var scheduled = day.AddHours(round == 0 ? 8 : 20);
                if (!(round == 0 ? morning : evening) || scheduled <= from || scheduled >= to)
                {
                    continue;
                }

                var given = scheduled.AddSeconds(Math.Floor((draw.Uniform() + draw.Uniform()) * 2400) - 600);
                tables.Row("drug_given").AppendValue(order).AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Ward).AppendValue(Roster.Nurse(stay.Ward, given, (int)(order % 14)))
                    .AppendValue(drug.Name).AppendValue(dose).AppendValue(scheduled).AppendValue(given).AppendValue(draw.Chance(0.97) ? "given" : draw.Chance(0.5) ? "refused" : "omitted").EndRow();
            }
        }
    }
}
