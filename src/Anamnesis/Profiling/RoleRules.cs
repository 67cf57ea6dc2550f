using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>What a column is for, by its name (English, Polish, German) and what the first rows hold.</summary>
static class RoleRules
{
    const int FewValues = 12; // a whole number with at most so many values is a code
    const int FewWords = 60;
    const int FewColumns = 6;
    const double ShortestMoment = 3.5; // letters: 9:09
    const double LongestMoment = 22;
    const double LeastIdentifier = 1_000_000; // no usual measurement is that large
    const double FirstDay = 19_000_101; // days written as one number
    const double LastDay = 21_001_231;

    const double NameAlone = 0.6; // the most a column that holds nothing can earn

    internal static (Role Role, double Confidence, string Reason) Of(ColumnGlimpse seen, string table, int place, int columns)
    {
        var name = NameTokens.Of(seen.Column.Name);
        if (seen.Filled > 0)
        {
            return ByName(name, seen, table, place, columns) ?? IdentifierRules.Of(name, seen, place) ?? Values(seen);
        }

        return ByName(name, seen, table, place, columns) is { } named
            ? (named.Role, Math.Min(NameAlone, named.Confidence), named.Reason + "; it holds nothing")
            : (Role.Other, 0.5, "it holds nothing");
    }

    static (Role Role, double Confidence, string Reason)? ByName(NameTokens name, ColumnGlimpse seen, string table, int place, int columns) =>
        TrialRules.Of(name, seen)
        ?? ConceptRules.Of(name, seen)
        ?? Key(name, seen, NameTokens.Of(table), place, columns)
        ?? Moment(name, seen)
        ?? Named(name, seen, place, columns)
        ?? WordRules.Of(name, seen);

    static (Role, double, string)? Key(NameTokens name, ColumnGlimpse seen, NameTokens table, int place, int columns)
    {
        if (seen.Column.Kind == Kind.Time || seen.Fractions > 0 || name.SaysTime || name.Has("number") && name.Has("episode", "visit"))
        {
            return null;
        }

        var isId = name.Has("id", "nr", "no", "number", "num", "key", "idx", "identifier", "mrn", "pesel") || name.EndsAsKey;
        if (name.Is("rownames", "rowid", "rownum", "rownumber", "index", "lp", "unnamed0", "rn", "sno", "slno", "srno", "serialno", "seqno", "lfdnr", "lfdnummer", "liczbaporzadkowa") || (name.Has("row") && isId))
        {
            return (Role.RowId, 0.95, "a number of the row by its name");
        }

        if ((isId && name.Has("subject", "patient", "person", "pat", "pacjent", "pacjenta", "patienten", "participant", "member", "study", "seqn"))
            || name.Is("patient", "subject", "person", "pid", "mrn", "pesel", "pacjent", "patientid", "seqn", "patid", "ptno", "patno", "patientno", "subjno", "subjectid", "casenumber", "ptid", "usubjid", "subjid", "patnr", "patientennr", "patientennummer", "patientnr", "idpat", "pacjentid", "nrhistoriichoroby", "numerhistoriichoroby", "nhsnumber", "pseudonym", "pseudoid", "uniquepid")
            || (name.Has("hospital", "record", "chart") && name.Has("number", "no", "nr")))
        {
            return (Role.Patient, 0.95, "the person by its name");
        }

        return Visit(name, isId) ?? Numbered(name, isId, seen, table, place, columns);
    }

    static (Role, double, string)? Visit(NameTokens name, bool isId)
    {
        if (name.Is("hadmid", "encounter", "encounterid", "visitoccurrenceid", "stayid", "icustayid", "admissionid", "visitid", "fallnummer", "pobyt", "idpobytu", "episodeid", "hospitalizationid", "fallid", "csn", "fallnr", "aufnahmenummer", "aufnahmenr", "nrpobytu", "numerpobytu", "idhospitalizacji", "nrhospitalizacji", "nrwizyty", "numerwizyty", "idwizyty", "kontnr", "kontaktnr", "besuchsnr")
            || (isId && name.Contains("stayid", "encounterid", "admissionid", "visitid", "hadmid"))
            || (isId && name.Has("encounter", "stay", "visit", "admission", "adm", "pobyt", "pobytu", "hospitalizacji", "aufenthalt", "hadm", "icustay", "episode")))
        {
            return (Role.Stay, 0.93, "the stay or visit by its name");
        }

        return name.Is("caseid", "casenr", "nrprzypadku") ? (Role.Stay, 0.6, "a case: a stay where hospitals count cases, a person elsewhere") : null;
    }

    static (Role, double, string)? Numbered(NameTokens name, bool isId, ColumnGlimpse seen, NameTokens table, int place, int columns)
    {
        if (isId && name.Contains("patientid", "patientenid", "subjectid", "personid", "pacjentid", "participantid"))
        {
            return (Role.Patient, 0.9, "the person by its name");
        }

        if (name.Is("recordid") && (!seen.IsUnique || columns > FewColumns))
        {
            return (Role.Patient, 0.65, "a record: of a person where many things stand beside it or it recurs");
        }

        if (name.Is("id", "uuid"))
        {
            return table.Contains("patient", "person", "pacjen", "subject") ? (Role.Patient, 0.9, "the key of a table of persons")
                : table.Contains("encounter", "stay", "visit", "admission") ? (Role.Stay, 0.88, "the key of a table of stays")
                : seen.IsUnique && place > 0 ? (Role.Patient, 0.6, "an id, most likely of the person")
                : seen.IsUnique && seen.Column.Kind == Kind.Text ? (Role.RowId, 0.7, "a key of the row")
                : (Role.Patient, 0.7, "an id that recurs or counts persons");
        }

        if (seen is { IsUnique: true, Column.Kind: Kind.Number } && place == 0 && name.Is("no", "nr", "obs", "number"))
        {
            return (Role.RowId, 0.6, "a number of its own for every row");
        }

        return isId && name.Words.Count >= 2 && (seen.IsUnique || seen.Filled == 0) && place == 0 && !name.Has("item", "code") ? (Role.RowId, 0.8, "a unique key in the first column") : null;
    }

    /// <summary>A time by its type, or by its name where the values are texts that could not be read, days written as one number, or minutes since a start.</summary>
    static (Role Role, double Confidence, string Reason)? Moment(NameTokens name, ColumnGlimpse seen)
    {
        if (seen.Column.Kind == Kind.Time || (seen.Filled == 0 && name.SaysTime))
        {
            return Time(name);
        }

        var unread = name.SaysTime && seen is { Column.Kind: Kind.Text, Blanks: 0, Distinct: > FewValues, Length: >= ShortestMoment and <= LongestMoment };
        var number = seen is { Column.Kind: Kind.Number, Fractions: 0 } && ((name.SaysTime && seen is { Low: >= FirstDay, High: <= LastDay }) || (name.Joined.Length > 6 && name.Joined.EndsWith("offset", StringComparison.Ordinal)));
        return unread || number ? Time(name) is var (role, confidence, reason) ? (role, Math.Min(confidence, NameAlone), reason + ", though not written as one") : null : null;
    }

    static (Role Role, double Confidence, string Reason) Time(NameTokens name) =>
        name.SaysBirth ? (Role.Other, 0.9, "a date of birth")
        : name.Contains("death", "died", "zgon", "todes", "verstorb", "deceased") || name.Has("tod", "dod", "dth") || name.IsTimeOf("sterbe", "tod") ? (Role.Outcome, 0.88, "a date of death")
        : name.Is("entry", "entrydate", "dateofentry") ? (Role.Start, 0.6, "an entry, of a person into a study more often than of a value into a computer")
        : name.Words is ["do", not ("kiedy" or "dnia" or "daty"), ..] ? (Role.Taken, 0.6, "the date of something, as registers shorten it")
        : name.Contains("store", "record", "enter", "entry", "creat", "insert", "update", "zapis", "erfass", "modified", "loaded", "order", "request", "zlec", "comment", "billed", "reserv", "anford", "auftrag", "eingang", "eingabe", "received", "receipt", "register", "rejestr", "wprowadz", "dokument", "podpis", "kodowan", "uploaded", "przesl", "wpis") || name.Has("signed", "coded") || name.IsTimeOf("erf", "anf", "auftr", "sig", "kod", "reg", "ueb", "doku") ? (Role.Recorded, 0.82, "when it was entered or ordered, by its name")
        : name.Contains("result", "verif", "validat", "issued", "known", "availab", "report", "befund", "wynik", "acknowledge", "outcome", "release", "publish", "freigabe", "autoryz", "zatwierdz", "vidier", "ergebnis") || name.IsTimeOf("bef", "val", "freig", "vid") ? (Role.Known, 0.8, "when it was available, by its name")
        : name.Contains("start", "begin", "admit", "admission", "intime", "from", "poczat", "przyje", "aufnahme", "begin", "regtime", "onset", "entry", "callouttime") || name.Has("przyj", "od") || name.IsTimeOf("aufn", "von", "beg") ? (Role.Start, 0.88, "the start of a span, by its name")
        : name.Has("end", "ende") || name.Joined.StartsWith("end", StringComparison.Ordinal) || name.Contains("stop", "disch", "outtime", "wypis", "entlass", "resolution", "koniec", "todate", "until", "odstaw") || name.Has("wyp") || name.Words is ["do"] or [.., "do"] || name.IsTimeOf("entl", "bis", "abs") ? (Role.End, 0.88, "the end of a span, by its name")
        : name.Contains("chart", "collect", "taken", "measur", "obs", "perform", "sampl", "specimen", "draw", "pobr", "entnahme", "test", "badan", "datum", "done", "event", "exam", "procedure", "service", "transfertime", "abnahme", "mess", "pomiar", "wykonan", "untersuch", "visit", "wizyt", "confirm", "diagnos") || name.IsTimeOf("abn", "unt", "kont") ? (Role.Taken, 0.85, "when it happened, by its name")
        : name.Has("date", "time", "datetime", "data", "czas", "day", "zeit") || name.Contains("date", "time") ? (Role.Taken, 0.7, "a time without a further hint")
        : (Role.Taken, 0.5, "times, and no hint which");

    static (Role, double, string)? Named(NameTokens name, ColumnGlimpse seen, int place, int columns) =>
        Outcome(name, seen, place, columns) ?? Measured(name, seen) ?? Place(name, seen) ?? Told(name, seen);

    static (Role, double, string)? Outcome(NameTokens name, ColumnGlimpse seen, int place, int columns)
    {
        var few = seen.Distinct <= FewValues;
        if (seen.Distinct <= FewWords && seen.Distinct > 1 && name.Is("target", "class", "label", "outcome") && (few || seen.Column.Kind == Kind.Text))
        {
            return (Role.Outcome, 0.75, "what a model is to tell, by its name");
        }

        if (few && !name.Has("type", "cause") && (name.Is("died", "death", "dead", "deathevent", "expireflag", "hospitalexpireflag", "mortality", "outcome", "target", "class", "event", "status", "readmitted", "zgon", "tod", "verstorben", "label", "survived", "survival", "died90", "deceased", "output", "fstat", "recur", "relapse", "improved", "cured", "cens", "censor", "censored", "censoring", "exitus", "vitalstatus", "fatal", "zmarl", "gestorben")
            || (name.Has("event") && name.Has("any", "primary", "composite", "endpoint", "cardiac", "adverse")) || name.Is("mace", "recovered") || name.Has("death", "dth", "died", "mortality", "outcome", "dead", "expire", "readmission", "dies", "died", "survives", "survived", "zgon", "verstorben", "recurrence", "relapse") || name.Is("heartdisease", "num") && place >= columns - 2))
        {
            return (Role.Outcome, 0.8, "what later happened, by its name");
        }

        return null;
    }

    static (Role, double, string)? Measured(NameTokens name, ColumnGlimpse seen)
    {
        if (name.Is("itemid", "itemcode", "item", "testname", "test", "parameter", "analyte", "badanie", "parametr", "measurementconceptid", "observationconceptid", "loinc", "loinccode", "labtest", "testcode", "parametername", "untersuchung", "messgroesse", "labid", "vitalid", "labname", "labitem", "vitalname", "measure", "measurename", "measurement", "measurementname", "variablename", "param", "paramcd", "lbtest", "vstest", "observation", "component", "componentname", "badanienazwa", "nazwabadania", "kodbadania", "oznaczenie", "analit", "analyt", "laborparameter", "parameterbezeichnung", "parametercode")
            && (seen.Distinct > 1 || name.Is("itemid", "itemcode", "loinc", "loinccode", "measurementconceptid", "labid", "testcode")))
        {
            return (Role.Item, 0.88, "which thing was measured, by its name");
        }

        if (seen.Column.Kind != Kind.Number && !name.Has("care", "icu", "ward", "nursing", "hospital")
            && (name.Has("unit", "units", "uom", "unitname", "jednostka", "einheit") || name.Joined.EndsWith("uom", StringComparison.Ordinal) || name.Is("unitofmeasure", "resultunits", "unitofmeasurement", "jm", "jedn", "einheiten")))
        {
            return (Role.Unit, 0.9, "a unit, by its name");
        }

        if (name.Is("value", "valuenum", "valueasnumber", "result", "wert", "wartosc", "wynik", "numericvalue", "resultvalue", "messwert", "ergebnis", "labvalue", "labresult", "testresult", "aval", "obsvalue", "ergebniswert", "resultat", "resultnumeric", "wartoscliczbowa", "wynikliczbowy", "wynikbadania"))
        {
            return (Role.Value, 0.9, "the measured value, by its name");
        }

        return null;
    }

    static (Role, double, string)? Place(NameTokens name, ColumnGlimpse seen)
    {
        if (name.Has("location", "site") && name.Has("admission", "admitted", "discharge", "discharged", "anatomic", "body", "lesion", "tumor", "tumour", "infection", "primary", "biopsy", "injection", "metastasis", "cancer", "wound", "bleeding", "access"))
        {
            return (Role.Category, 0.7, "where from, where to or where in the body, by its name");
        }

        if (name.Contains("caresite", "placeofservice", "departmentid", "wardid", "organization", "organisation") || name.Has("site", "ward", "hospital", "clinic", "department", "dept", "careunit", "oddzial", "station", "dbsource", "center", "centre", "institution", "facility", "szpital", "klinik", "location", "abteilung", "service", "wardid", "placowka", "osrodek", "poradnia", "fachabteilung", "krankenhaus", "klinikum", "standort", "haus", "einrichtung", "praxis", "przychodnia") && seen.Distinct <= 500
            || name.Is("hospitalid", "siteid", "centerid", "unitid", "clinicid", "facilityid") || name.Is("firstcareunit", "lastcareunit", "currcareunit", "prevcareunit", "costcenter", "clinicname", "careunit", "inst", "dbsource", "currservice", "prevservice", "firstwardid", "lastwardid", "currwardid", "prevwardid", "callinwardid"))
        {
            return (Role.Site, 0.8, "a place or source of care, by its name");
        }

        return null;
    }

    static (Role, double, string)? Told(NameTokens name, ColumnGlimpse seen)
    {
        var counts = seen is { Column.Kind: Kind.Number, Low: <= 0 }; // harm to staff, calls by nurses: nobody is number 0
        if (!counts && (name.Has("nurse", "user", "cgid", "caregiver", "reader", "operator", "physician", "doctor", "provider", "clinician", "lekarz", "pielegniarka", "arzt", "observer", "practitioner", "staff", "personel", "wykonujacy", "uzytkownik", "zlecajacy", "pflegekraft", "benutzer", "mitarbeiter", "erfasser", "prescriber", "opisujacy", "opisal", "befunder", "untersucher", "operateur", "verordner") || name.Is("pflege", "verord") || name.Contains("providerid", "physicianid", "caregiverid")))
        {
            return (Role.User, 0.8, "who did or entered it, by its name");
        }

        return seen.Column.Kind == Kind.Text && name.Has("text", "note", "notes", "comment", "comments", "description", "opis", "uwagi", "bemerkung", "befund", "freitext", "narrative") && seen.Distinct > 20 && (seen.Length > 20 || seen.Blanks > 0.3)
            ? (Role.Text, 0.8, "free text, by its name")
            : null;
    }

    static (Role, double, string) Values(ColumnGlimpse seen) => seen.Column.Kind switch
    {
        Kind.Number when seen is { Fractions: 0, Low: >= LeastIdentifier } && seen.Distinct > seen.Filled * 0.3 => (Role.Other, 0.55, "whole numbers as long as identifiers are"),
        Kind.Number when seen.Fractions > 0 => (Role.Value, 0.8, "numbers with fractions"),
        Kind.Number when seen.Distinct >= 3 && seen.Distinct > seen.Filled * 0.35 && seen.Distinct <= FewValues => (Role.Value, 0.55, "whole numbers that hardly recur, but few of them"),
        Kind.Number when seen.Distinct <= FewValues => (Role.Category, 0.8, $"whole numbers with {seen.Distinct} values"),
        Kind.Number => (Role.Value, 0.75, "whole numbers with many values"),
        Kind.Truth => (Role.Category, 0.95, "true or false"),
        Kind.Text when seen.Distinct <= FewWords && seen.Distinct < Math.Max(3, seen.Filled * 0.5) => (Role.Category, 0.8, $"{seen.Distinct} words that recur"),
        Kind.Text when seen.Blanks > 0.3 && seen.Length > 25 => (Role.Text, 0.75, "long texts that rarely recur"),
        Kind.Text when seen.Distinct < seen.Filled * 0.5 => (Role.Category, 0.65, "words or codes that recur"),
        Kind.Text => (Role.Other, 0.5, "texts that hardly recur"),
        _ => (Role.Other, 0.5, "no rule applies"),
    };
}
