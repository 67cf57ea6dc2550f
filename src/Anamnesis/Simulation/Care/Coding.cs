using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Care;

/// <summary>The coding office: diagnoses and procedures weeks after discharge, in the edition of that hospital.</summary>
static class Coding
{
    static readonly (string Name, string Icd9, string Ops)[] Procedures =
    [
        ("coronary angiography", "88.56", "1-275.0"), ("defibrillator implanted", "37.94", "5-377.50"), ("cardioversion", "99.61", "8-640.0"), ("non-invasive ventilation", "93.90", "8-706"),
    ];

    internal static void Append(int seed, Stay stay, TruthTables tables)
    {
        var draw = Draw.For(seed, "coding", stay.Id);
        var site = Sites.Find(stay.Site);
        var edition = site.Edition;
        var day = stay.Discharged.AddDays(Math.Floor(Math.Exp(draw.Normal(2.95, 0.75)))).Date;
        var coded = day.AddDays(day.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 }).AddMinutes(Math.Floor(480 + (420 * draw.Uniform()))); // the office is closed at weekends
        var coder = $"{stay.Site[..1]}-coder-{draw.Whole(1, 3)}";
        foreach (var (place, concept) in Concepts(stay, ref draw).Take(12).Index())
        {
            Row(stay.Id, null, stay.Person.Id, stay.Site, Spelled(concept, edition, Grade(stay)), edition, place + 1, place == 0 ? "principal" : "secondary", "certain", coder, coded, tables);
        }

        Done(stay, edition, coded, tables, ref draw);
    }

    /// <summary>A diagnosis that somebody entered.</summary>
    internal static void Row(long? stay, long? visit, long patient, string site, string code, string edition, long position, string kind, string certainty, string coder, DateTime coded, TruthTables tables) =>
        tables.Row("diagnoses").AppendValue(stay).AppendValue(visit).AppendValue(patient).AppendValue(site).AppendValue(code).AppendValue(edition).AppendValue(position).AppendValue(kind)
            .AppendValue(certainty).AppendValue(coder).AppendValue(coded).EndRow();

    /// <summary>The code of a concept in an edition; the German one tells left heart failure by NYHA class.</summary>
    internal static string Spelled(string concept, string edition, int grade) => edition switch
    {
        Sites.Icd10Gm when concept == "heart-failure-systolic" => Left[grade - 1],
        Sites.Icd10Gm => Codes.Of(concept).Icd10Gm,
        _ => Codes.Of(concept).Icd10,
    };

    static readonly string[] Left = ["I50.11", "I50.12", "I50.13", "I50.14"];

    static int Grade(Stay stay) => Math.Clamp(1 + (int)Math.Round(1.5 + (0.7 * stay.Acute)), 1, 4);

    static List<string> Concepts(Stay stay, ref Draw draw)
    {
        var person = stay.Person;
        List<string> found = [];
        if (stay.Complaint == "chest pain")
        {
            found.Add("infarction-acute");
        }

        found.Add(person.Preserved ? "heart-failure-diastolic" : person.Reduced || draw.Chance(0.6) ? "heart-failure-systolic" : "heart-failure-unspecified");
        foreach (var (there, concept) in ((bool, string)[])
            [
                (stay.Intensive && stay.Acute > 1.5, "shock"), (person.Fibrillation, "fibrillation"), (person.Infarction, "infarction-old"), (person.Infarction, "coronary-disease"), (person.Kidney, "kidney-disease"),
                (person.Diabetes, "diabetes"), (person.Copd, "copd"), (person.Hypertension, "hypertension"), (person.BundleBlock, "bundle-block"), (person.Device, "device"), (stay.Acute > 1.2, "kidney-acute"),
            ])
        {
            if (there)
            {
                found.Add(concept);
            }
        }

        return found;
    }

    static void Done(Stay stay, string edition, DateTime coded, TruthTables tables, ref Draw draw)
    {
        foreach (var (place, (name, icd9, ops)) in Procedures.Index())
        {
            var share = place switch { 0 => stay.Complaint == "chest pain" ? 0.9 : 0.12, 1 => stay.Person.Device && !stay.Emergency ? 0.25 : 0, 2 => stay.Person.Fibrillation ? 0.1 : 0, _ => stay.Intensive ? 0.4 : 0.01 };
            if (draw.Chance(share))
            {
                var done = stay.Admitted.AddMinutes(Math.Floor(90 + (2000 * draw.Uniform())));
                tables.Row("procedures").AppendValue(stay.Id).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(edition == Sites.Icd10Gm ? ops : icd9).AppendValue(edition == Sites.Icd10Gm ? "OPS" : "ICD-9 procedures")
                    .AppendValue(name).AppendValue(Roster.Physician(stay.Site, draw.Whole(1, 9))).AppendValue(done < stay.Discharged ? done : stay.Discharged).AppendValue(coded).EndRow();
            }
        }
    }
}
