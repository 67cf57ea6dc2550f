namespace Anamnesis.Simulation.Care;

/// <summary>Notes on admission and on the ward, discharge letters, notes of visits: in the language of the writer.</summary>
static class Notes
{
    internal static void Append(int seed, Stay stay, Chemistry chemistry, TruthTables tables)
    {
        var draw = Draw.For(seed, "notes", stay.Id);
        var polish = Roster.Polish(Sites.Find(stay.Site), stay.Person, stay.Id);
        var facts = NoteFacts.Of(seed, stay, chemistry, Drugs(seed, stay.Person, stay.Admitted, polish));
        var author = Roster.Physician(stay.Site, draw.Whole(1, 9));
        var written = stay.Admitted.AddMinutes(Math.Floor(45 + (200 * draw.Uniform()))).AddSeconds(draw.Whole(1, 59));
        Row(stay, author, "admission", polish, written, written.AddMinutes(draw.Whole(5, 400)), polish ? PolishNotes.Admission(facts, ref draw) : EnglishNotes.Admission(facts, ref draw), tables);
        for (var day = 2; day < Math.Min(stay.Days, 6); day += 2)
        {
            var moment = stay.Admitted.Date.AddDays(day).AddMinutes(Math.Floor(570 + (150 * draw.Uniform()))).AddSeconds(draw.Whole(1, 59));
            if (moment < stay.Discharged)
            {
                Row(stay, author, "progress", polish, moment, moment.AddMinutes(draw.Whole(1, 90)), polish ? PolishNotes.Progress(facts, day, ref draw) : EnglishNotes.Progress(facts, day, ref draw), tables);
            }
        }

        var died = stay.Death is { } death && death <= stay.Discharged;
        var letter = stay.Discharged.AddMinutes(draw.Chance(0.6) ? -draw.Whole(5, 120) : draw.Whole(600, 9000));
        Row(stay, author, "discharge letter", polish, letter, letter.AddMinutes(draw.Whole(30, 3000)), polish ? PolishNotes.Letter(facts, stay.Days, died, ref draw) : EnglishNotes.Letter(facts, stay.Days, died, ref draw), tables);
    }

    internal static void Visit(int seed, Person person, Visit visit, (bool Own, string Clinician, double Systolic, double Weight, string Grade) seen, TruthTables tables)
    {
        var draw = Draw.For(seed, "visit note", visit.Id);
        var polish = Roster.Polish(Sites.Find(person.Site), person, visit.Id);
        var facts = new NoteFacts(person, Math.Floor(person.AgeYears(visit.Came)), "planned", visit.Congestion, seen.Systolic, 72, seen.Weight, seen.Grade, 4.4, 1.1, Drugs(seed, person, visit.Came, polish));
        var written = visit.Came.AddSeconds(900 + Math.Floor(1200 * draw.Uniform()));
        tables.Row("notes").AppendValue((long?)null).AppendValue(visit.Id).AppendValue(person.Id).AppendValue(person.Site).AppendValue((string?)null).AppendValue(seen.Clinician)
            .AppendValue(seen.Own ? "outpatient" : "referral letter").AppendValue(polish ? "pl" : "en").AppendValue(written).AppendValue(written)
            .AppendValue(polish ? PolishNotes.Visit(facts, seen.Own, ref draw) : EnglishNotes.Visit(facts, seen.Own, ref draw)).EndRow();
    }

    /// <summary>As it stands in a letter: name, dose, 1-0-1.</summary>
    static string Drugs(int seed, Person person, DateTime moment, bool polish) => string.Join("; ", Treatment.At(seed, person, moment).Select(drug =>
    {
        var dose = DrugRows.Dose(person, drug).ToString(EnglishNotes.Culture);
        return $"{drug.Name} {(polish ? dose.Replace('.', ',') : dose)} mg {DrugRows.Frequency(drug)}";
    }));

    static void Row(Stay stay, string author, string kind, bool polish, DateTime written, DateTime signed, string text, TruthTables tables) =>
        tables.Row("notes").AppendValue(stay.Id).AppendValue((long?)null).AppendValue(stay.Person.Id).AppendValue(stay.Site).AppendValue(stay.Ward).AppendValue(author).AppendValue(kind)
            .AppendValue(polish ? "pl" : "en").AppendValue(written).AppendValue(signed).AppendValue(text).EndRow();
}
