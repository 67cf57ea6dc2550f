namespace Anamnesis.Simulation.Care;

/// <summary>Notes and letters in English, with the abbreviations, negations and relatives that a search for words stumbles over.</summary>
static class EnglishNotes
{
    static readonly string[] Denied = ["Denies fever, no chest pain at rest.", "No syncope, no palpitations.", "Denies cough. No signs of infection."];
    static readonly string[] Family = ["Father MI at 52.", "Mother with diabetes.", "FH: brother died suddenly at 44.", "No family history of cardiomyopathy.", ""];
    static readonly string[] Lungs = ["Crackles at both bases.", "Chest clear.", "Reduced breath sounds right base, no wheeze."];
    static readonly string[] Same = ["Feels better, slept flat.", "Unchanged. Continue.", "As yesterday, diuresis good.", "Less breathless, no new complaints."];

    internal static string Admission(NoteFacts facts, ref Draw draw) => string.Create(Culture, $"""
        {facts.AgeYears:0} y/o {(facts.Person.Female ? "F" : "M")}, {Complaint(facts)}. PMH: {History(facts.Person)}. {draw.One(Denied)} {draw.One(Family)}
        O/E: BP {facts.Systolic:0}/{Math.Round(facts.Systolic * 0.58):0}, HR {facts.Pulse:0}, wt {facts.Weight:0.0} kg. {draw.One(Lungs)} {(facts.Acute > 0 ? "Ankle oedema ++." : "No oedema.")} JVP {(facts.Acute > 0.5 ? "raised" : "not raised")}.
        K {facts.Potassium:0.0}, creat {facts.Creatinine:0.00}. Imp: {(facts.Acute > 0 ? "decompensated HF" : "HF, stable")}, NYHA {facts.Grade}. R/O ACS, PE unlikely. Home meds: {facts.Drugs}.
        """);

    internal static string Progress(NoteFacts facts, int day, ref Draw draw) => string.Create(Culture, $"Day {day}. {draw.One(Same)} BP {Math.Round(facts.Systolic - (3 * day)):0}/{Math.Round((facts.Systolic * 0.58) - day):0}, HR {Math.Round(facts.Pulse - day):0}, wt {facts.Weight - (0.6 * day):0.0}. NYHA {facts.Grade}. Plan: continue diuretics, check K tomorrow.");

    internal static string Letter(NoteFacts facts, int days, bool died, ref Draw draw) => string.Create(Culture, $"""
        Diagnosis: heart failure with LVEF {facts.Person.Ejection:0} %, {History(facts.Person)}. Admitted with {Complaint(facts)}, {days} days.
        Course: {(facts.Acute > 0 ? $"i.v. diuretics, weight {facts.Weight:0.0} -> {facts.Weight - Math.Max(0.4, 1.5 * facts.Acute):0.0} kg" : "uneventful")}. {draw.One(Denied)} {draw.One(Family)} {(died ? "The patient died despite treatment." : $"Discharged home, NYHA {(facts.Grade == "IV" ? "III" : "II")}.")}
        K {facts.Potassium:0.0}, creatinine {facts.Creatinine:0.00} mg/dL. Rx: {facts.Drugs}. Control in 2-4 weeks. No evidence of ischaemia.
        """);

    internal static string Visit(NoteFacts facts, bool own, ref Draw draw) => own
        ? string.Create(Culture, $"{draw.One(Same)} NYHA {facts.Grade}, BP {facts.Systolic:0}/{Math.Round((facts.Systolic * 0.55) + 8):0}, wt {facts.Weight:0.0}. EF {facts.Person.Ejection:0} % last echo. Rx unchanged: {facts.Drugs}.")
        : string.Create(Culture, $"Breathless on stairs? BP about {10 * Math.Round(facts.Systolic / 10):0}. Susp. HF, pls assess. No angina. Meds as last year.");

    static string Complaint(NoteFacts facts) => facts.Complaint switch
    {
        "planned" => "admitted electively for optimisation",
        "chest pain" => "chest pain since this morning",
        "oedema" => "swollen legs and weight gain for 2 weeks",
        _ => facts.Acute > 1 ? "SOB at rest, orthopnoea" : "SOB on exertion for 10 days",
    };

    static string History(Person person)
    {
        var known = ((bool There, string Text)[])[(true, "HF"), (person.Infarction, "s/p MI"), (person.Fibrillation, "AF"), (person.Hypertension, "HTN"), (person.Diabetes, "T2DM"), (person.Kidney, "CKD"), (person.Copd, "COPD"), (person.Device, "device")];
        return string.Join(", ", known.Where(one => one.There).Select(one => one.Text)) + (person.Diabetes ? string.Empty : ", no DM");
    }

    internal static readonly System.Globalization.CultureInfo Culture = System.Globalization.CultureInfo.InvariantCulture;
}
