namespace Anamnesis.Simulation.Care;

/// <summary>Visits outside hospital: a little more than half in the hospital's own clinic with forms and laboratory, the others in a general practice on paper.</summary>
static class Visits
{
    const double Own = 0.55;

    internal static void Append(int seed, Person person, Visit visit, TruthTables tables)
    {
        var draw = Draw.For(seed, "visit", visit.Id);
        var own = draw.Chance(Own);
        var ill = visit.Congestion;
        var clinician = own ? Roster.Physician(person.Site, draw.Whole(1, 9)) : $"GP-{person.Id % 37:00}";
        var systolic = Math.Round(Math.Max(80, draw.Normal(126 - (4 * ill), 16)));
        var weight = Math.Round(person.Weight + (2 * ill) + (own ? 0 : 1.2) + draw.Normal(0, 0.5), 1); // in the practice with clothes
        var grade = Math.Clamp((int)Math.Round(1.1 + (0.35 * person.Severity) + (0.8 * ill) + draw.Normal(0, 0.5)), 0, 3);
        tables.Row("visits").AppendValue(visit.Id).AppendValue(person.Id).AppendValue(person.Site).AppendValue(own ? "outpatient clinic" : "general practice").AppendValue(own ? "form" : "paper").AppendValue(clinician)
            .AppendValue(ill > 0.6 ? "worse" : "planned").AppendValue(visit.Came).AppendValue(visit.Came.AddSeconds(240 + Math.Floor(1200 * draw.Uniform())))
            .AppendValue(systolic).AppendValue(Math.Round((systolic * 0.55) + draw.Normal(8, 5))).AppendValue(Math.Round(Math.Max(42, draw.Normal(72 + (3 * ill) + (person.Fibrillation ? 8 : 0), 10))))
            .AppendValue(weight).AppendValue(Grades[grade]).EndRow();
        if (own)
        {
            Examined(seed, person, visit, tables, ref draw);
        }

        var edition = Sites.Find(person.Site).Edition;
        Coding.Row(null, visit.Id, person.Id, person.Site, Coding.Spelled(own ? person.Preserved ? "heart-failure-diastolic" : "heart-failure-systolic" : "heart-failure-unspecified", edition, grade + 1), edition, 1, "principal", "certain", clinician, visit.Came, tables);
        Notes.Visit(seed, person, visit, (own, clinician, systolic, weight, Grades[grade]), tables);
    }

    static readonly string[] Grades = ["I", "II", "III", "IV"];

    static void Examined(int seed, Person person, Visit visit, TruthTables tables, ref Draw draw)
    {
        if (draw.Chance(0.4))
        {
            Ecgs.Row(null, person, person.Site, visit.Came.AddMinutes(-12), 0, tables, ref draw);
        }

        if (!draw.Chance(0.6 + (0.2 * Math.Min(1, Math.Max(0, visit.Congestion)))))
        {
            return;
        }

        var chemistry = new Chemistry(seed, visit.Id, person, visit.Congestion - 0.5, emergency: false, visit.Came);
        var collected = visit.Came.AddSeconds(600 + Math.Floor(1800 * draw.Uniform()));
        var sample = new LabSample(null, person.Id, Sites.Find(person.Site), visit.Came.AddSeconds(120), collected);
        var peptide = draw.Chance(0.5);
        for (var place = 0; place < 7; place++)
        {
            var test = Chemistry.Tests[place];
            if (test.Name == "crp" || (test.Name == "ntprobnp" && !peptide))
            {
                continue;
            }

            sample.Append(test, chemistry.First(place), tables, ref draw);
        }
    }
}
