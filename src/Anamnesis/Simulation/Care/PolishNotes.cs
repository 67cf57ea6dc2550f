namespace Anamnesis.Simulation.Care;

/// <summary>Notes and letters in Polish, with decimal commas, abbreviations of the wards and negations in front and behind.</summary>
static class PolishNotes
{
    static readonly string[] Denied = ["Neguje gorączkę, bóle w klp. nie występują.", "Omdleń nie było, kołatań neguje.", "Bez cech infekcji, kaszel neguje."];
    static readonly string[] Family = ["Ojciec zawał w 52 rż.", "Matka - cukrzyca.", "Wywiad rodz.: brat zmarł nagle w 44 rż.", "Wywiad rodz. bez obciążeń.", ""];
    static readonly string[] Lungs = ["Nad płucami trzeszczenia u podstaw.", "Szmer pęch. prawidłowy.", "Ściszenie po str. prawej, świstów brak."];
    static readonly string[] Same = ["Samopoczucie lepsze, śpi na płasko.", "Stan bz., leczenie jw.", "Jak wczoraj, diureza dobra.", "Duszność mniejsza, nowych skarg nie zgłasza."];

    internal static string Admission(NoteFacts facts, ref Draw draw) => Comma($"""
        {(facts.Person.Female ? "Chora" : "Chory")} l. {facts.AgeYears:0}, {Complaint(facts)}. W wywiadzie: {History(facts.Person)}. {draw.One(Denied)} {draw.One(Family)}
        RR {facts.Systolic:0}/{Math.Round(facts.Systolic * 0.58):0} mmHg, AS {facts.Pulse:0}/min, mc. {facts.Weight:0.0} kg. {draw.One(Lungs)} {(facts.Acute > 0 ? "Obrzęki goleni ++." : "Obrzęków brak.")}
        K {facts.Potassium:0.0}, kreat. {facts.Creatinine:0.00}. Rozp.: {(facts.Acute > 0 ? "zaostrzenie NS" : "NS stabilna")}, NYHA {facts.Grade}. OZW do wykluczenia. Leki: {facts.Drugs}.
        """);

    internal static string Progress(NoteFacts facts, int day, ref Draw draw) => Comma($"Doba {day}. {draw.One(Same)} RR {Math.Round(facts.Systolic - (3 * day)):0}/{Math.Round((facts.Systolic * 0.58) - day):0}, AS {Math.Round(facts.Pulse - day):0}, mc. {facts.Weight - (0.6 * day):0.0}. NYHA {facts.Grade}. Dalej diuretyk, jutro K.");

    internal static string Letter(NoteFacts facts, int days, bool died, ref Draw draw) => Comma($"""
        Rozpoznanie: niewydolność serca, FW LK {facts.Person.Ejection:0} %, {History(facts.Person)}. Przyjęcie: {Complaint(facts)}, pobyt {days} dni.
        Przebieg: {(facts.Acute > 0 ? Comma($"diuretyki i.v., mc. {facts.Weight:0.0} -> {facts.Weight - Math.Max(0.4, 1.5 * facts.Acute):0.0} kg") : "bez powikłań")}. {draw.One(Denied)} {draw.One(Family)} {(died ? "Zgon mimo leczenia." : $"Wypis do domu, NYHA {(facts.Grade == "IV" ? "III" : "II")}.")}
        K {facts.Potassium:0.0}, kreatynina {facts.Creatinine:0.00} mg/dl. Zalecono: {facts.Drugs}. Kontrola za 2-4 tyg. Cech niedokrwienia nie stwierdzono.
        """);

    internal static string Visit(NoteFacts facts, bool own, ref Draw draw) => own
        ? Comma($"{draw.One(Same)} NYHA {facts.Grade}, RR {facts.Systolic:0}/{Math.Round((facts.Systolic * 0.55) + 8):0}, mc. {facts.Weight:0.0}. EF {facts.Person.Ejection:0} % z ost. echa. Leki bz.: {facts.Drugs}.")
        : Comma($"Duszność na schodach? RR ok. {10 * Math.Round(facts.Systolic / 10):0}. Podejrz. NS, proszę o konsultację. Dławicy neguje. Leki jw.");

    static string Complaint(NoteFacts facts) => facts.Complaint switch
    {
        "planned" => "przyjęcie planowe, optymalizacja leczenia",
        "chest pain" => "ból w klp. od rana",
        "oedema" => "obrzęki kkd i przyrost mc. od 2 tyg.",
        _ => facts.Acute > 1 ? "duszność spoczynkowa, orthopnoe" : "duszność wysiłkowa od 10 dni",
    };

    static string History(Person person)
    {
        var known = ((bool There, string Text)[])[(true, "NS"), (person.Infarction, "st. po ZMS"), (person.Fibrillation, "FA"), (person.Hypertension, "NT"), (person.Diabetes, "DM2"), (person.Kidney, "PChN"), (person.Copd, "POChP"), (person.Device, "urządzenie")];
        return string.Join(", ", known.Where(one => one.There).Select(one => one.Text)) + (person.Diabetes ? string.Empty : ", cukrzycy brak");
    }

    /// <summary>Numbers with a decimal comma; a comma only between digits.</summary>
    static string Comma(FormattableString text)
    {
        var arguments = text.GetArguments();
        var parts = new object?[arguments.Length];
        for (var place = 0; place < parts.Length; place++)
        {
            parts[place] = arguments[place] is double number ? new CommaNumber(number) : arguments[place];
        }

        return string.Format(EnglishNotes.Culture, text.Format, parts);
    }
}
