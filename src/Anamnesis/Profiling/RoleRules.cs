using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>What a column is for, by its name (English, Polish, German) and what the first rows hold.</summary>
static class RoleRules
{
    const int FewValues = 12; // a whole number with at most so many values is a code
    const int FewWords = 60;

    internal static (Role Role, double Confidence, string Reason) Of(ColumnGlimpse seen, string table, int place, int columns)
    {
        var name = NameTokens.Of(seen.Column.Name);
        return Key(name, seen, NameTokens.Of(table), place)
            ?? (seen.Column.Kind == Kind.Time ? Time(name) : null)
            ?? Named(name, seen, place, columns)
            ?? Values(seen);
    }

    static (Role, double, string)? Key(NameTokens name, ColumnGlimpse seen, NameTokens table, int place)
    {
        if (seen.Column.Kind == Kind.Time || seen.Fractions > 0)
        {
            return null;
        }

        var isId = name.Has("id", "nr", "no", "number", "num", "key", "idx", "identifier", "mrn", "pesel") || name.Joined.EndsWith("id", StringComparison.Ordinal);
        if (name.Is("rownames", "rowid", "rownum", "rownumber", "index", "lp", "unnamed0", "rn") || (name.Has("row") && isId))
        {
            return (Role.RowId, 0.95, "a number of the row by its name");
        }

        if ((isId && name.Has("subject", "patient", "person", "pat", "pacjent", "pacjenta", "patienten", "participant", "member", "study", "seqn"))
            || name.Is("patient", "subject", "person", "pid", "mrn", "pesel", "pacjent", "patientid", "seqn", "patid", "subjectid", "casenumber", "ptid", "usubjid"))
        {
            return (Role.Patient, 0.95, "the person by its name");
        }

        if (name.Is("hadmid", "encounter", "encounterid", "visitoccurrenceid", "stayid", "icustayid", "admissionid", "visitid", "caseid", "fallnummer", "pobyt", "idpobytu", "episodeid", "hospitalizationid", "fallid", "csn")
            || (isId && name.Has("encounter", "stay", "visit", "admission", "pobyt", "pobytu", "hospitalizacji", "aufenthalt", "hadm", "icustay", "episode")))
        {
            return (Role.Stay, 0.93, "the stay or visit by its name");
        }

        if (name.Is("id", "uuid"))
        {
            return table.Contains("patient", "person", "pacjen", "subject") ? (Role.Patient, 0.9, "the key of a table of persons")
                : table.Contains("encounter", "stay", "visit", "admission") ? (Role.Stay, 0.88, "the key of a table of stays")
                : seen.IsUnique && place > 0 ? (Role.Patient, 0.6, "an id, most likely of the person")
                : seen.IsUnique && seen.Column.Kind == Kind.Text ? (Role.RowId, 0.7, "a key of the row")
                : (Role.Patient, 0.7, "an id that recurs or counts persons");
        }

        return isId && name.Words.Count >= 2 && seen.IsUnique && place == 0 && !name.Has("item", "code") ? (Role.RowId, 0.8, "a unique key in the first column") : null;
    }

    static (Role, double, string)? Time(NameTokens name) =>
        name.Contains("birth", "dob", "urodz", "geburt") ? (Role.Other, 0.9, "a date of birth")
        : name.Contains("death", "dod", "died", "zgon", "tod", "deceased") || name.Joined.StartsWith("dod", StringComparison.Ordinal) ? (Role.Outcome, 0.88, "a date of death")
        : name.Contains("store", "record", "enter", "entry", "creat", "insert", "update", "zapis", "erfass", "modified", "loaded", "order", "request", "zlec") ? (Role.Recorded, 0.82, "when it was entered or ordered, by its name")
        : name.Contains("result", "verif", "valid", "issued", "known", "availab", "report", "befund", "wynik", "acknowledge", "outcome") ? (Role.Known, 0.8, "when it was available, by its name")
        : name.Contains("start", "begin", "admit", "admission", "intime", "from", "poczat", "przyje", "aufnahme", "begin", "regtime", "onset", "entry", "callouttime") ? (Role.Start, 0.88, "the start of a span, by its name")
        : name.Contains("end", "stop", "disch", "outtime", "wypis", "entlass", "resolution", "koniec") ? (Role.End, 0.88, "the end of a span, by its name")
        : name.Contains("chart", "collect", "taken", "measur", "obs", "perform", "sampl", "draw", "pobr", "entnahme", "test", "badan", "datum", "done", "event", "exam", "procedure", "service", "transfertime") ? (Role.Taken, 0.85, "when it happened, by its name")
        : name.Has("date", "time", "datetime", "data", "czas", "day", "zeit") || name.Contains("date", "time") ? (Role.Taken, 0.7, "a time without a further hint")
        : (Role.Taken, 0.5, "times, and no hint which");

    static (Role, double, string)? Named(NameTokens name, ColumnGlimpse seen, int place, int columns)
    {
        var few = seen.Distinct <= FewValues;
        if (few && (name.Is("died", "death", "dead", "deathevent", "expireflag", "hospitalexpireflag", "mortality", "outcome", "target", "class", "event", "status", "readmitted", "zgon", "tod", "verstorben", "label", "survived", "survival", "died90", "deceased", "output", "fstat", "recur", "relapse", "improved", "cured")
            || name.Has("death", "died", "mortality", "outcome", "dead", "expire", "target", "readmission") || name.Is("heartdisease", "num") && place >= columns - 2))
        {
            return (Role.Outcome, 0.8, "what later happened, by its name");
        }

        if (name.Is("itemid", "itemcode", "item", "testname", "test", "parameter", "analyte", "badanie", "parametr", "measurementconceptid", "observationconceptid", "loinc", "loinccode", "labtest", "testcode", "parametername", "untersuchung", "messgroesse")
            && seen.Distinct > 1)
        {
            return (Role.Item, 0.88, "which thing was measured, by its name");
        }

        if (name.Is("valueuom", "unit", "units", "uom", "jednostka", "einheit", "unitsourcevalue", "resultunit", "amountuom", "rateuom", "doseunitrx", "unitofmeasure") && seen.Column.Kind != Kind.Number)
        {
            return (Role.Unit, 0.92, "a unit, by its name");
        }

        if (name.Is("value", "valuenum", "valueasnumber", "result", "wert", "wartosc", "wynik", "numericvalue", "resultvalue", "messwert", "ergebnis", "labvalue"))
        {
            return (Role.Value, 0.9, "the measured value, by its name");
        }

        if (!name.Has("id") && name.Has("site", "ward", "hospital", "clinic", "department", "dept", "careunit", "oddzial", "station", "dbsource", "center", "centre", "institution", "facility", "szpital", "klinik", "location", "abteilung", "service", "wardid") && seen.Distinct <= 500
            || name.Is("firstcareunit", "lastcareunit", "currcareunit", "prevcareunit", "costcenter", "clinicname", "careunit", "inst", "dbsource", "currservice", "prevservice", "firstwardid", "lastwardid", "currwardid", "prevwardid", "callinwardid"))
        {
            return (Role.Site, 0.8, "a place or source of care, by its name");
        }

        if (name.Has("nurse", "user", "cgid", "caregiver", "reader", "operator", "physician", "doctor", "provider", "clinician", "lekarz", "pielegniarka", "arzt", "observer", "practitioner"))
        {
            return (Role.User, 0.8, "who did or entered it, by its name");
        }

        return seen.Column.Kind == Kind.Text && name.Has("text", "note", "notes", "comment", "comments", "description", "opis", "uwagi", "bemerkung", "befund", "freitext", "narrative") && seen.Distinct > 20
            ? (Role.Text, 0.8, "free text, by its name")
            : null;
    }

    static (Role, double, string) Values(ColumnGlimpse seen) => seen.Column.Kind switch
    {
        _ when seen.Filled == 0 => (Role.Other, 0.5, "it holds nothing"),
        Kind.Number when seen.Fractions > 0 => (Role.Value, 0.85, "numbers with fractions"),
        Kind.Number when seen.Distinct <= FewValues => (Role.Category, 0.85, $"whole numbers with {seen.Distinct} values"),
        Kind.Number => (Role.Value, 0.75, "whole numbers with many values"),
        Kind.Truth => (Role.Category, 0.95, "true or false"),
        Kind.Text when seen.Distinct <= FewWords && seen.Distinct < Math.Max(3, seen.Filled * 0.5) => (Role.Category, 0.88, $"{seen.Distinct} words that recur"),
        Kind.Text when seen.Blanks > 0.3 && seen.Length > 25 => (Role.Text, 0.75, "long texts that rarely recur"),
        Kind.Text when seen.Distinct < seen.Filled * 0.5 => (Role.Category, 0.65, "words or codes that recur"),
        Kind.Text => (Role.Other, 0.5, "texts that hardly recur"),
        _ => (Role.Other, 0.5, "no rule applies"),
    };
}
