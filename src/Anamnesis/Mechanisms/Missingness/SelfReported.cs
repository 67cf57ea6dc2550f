using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Missingness;

/// <summary>Questions that people answer about themselves, by the name of the column: nobody orders them.</summary>
static class SelfReported
{
    internal static bool Is(string column)
    {
        var name = NameTokens.Of(column);
        return name.Has(
                "income", "school", "education", "marital", "religion", "race", "ethnicity", "language", "occupation", "job", "employment", "birthplace",
                "alcohol", "drink", "drinks", "diet", "meal", "meals", "calories", "exercise", "questionnaire", "survey", "satisfaction", "qol", "eq5d", "sf36", "phq", "phq9", "gad7", "pat", "breathless", "swelling", "pain", "fatigue", "mood", "sleep",
                "dochod", "wyksztalcenie", "zawod", "wyznanie", "palenie", "papierosy", "dusznosc", "obrzeki", "bol", "zmeczenie", "sen", "nastroj", "ankieta", "kwestionariusz",
                "einkommen", "beruf", "bildung", "familienstand", "konfession", "raucher", "rauchen", "dyspnoe", "atemnot", "oedeme", "schwellung", "schmerz", "muedigkeit", "schlaf", "stimmung", "fragebogen", "ernaehrung")
            || name.Contains("smok", "cigar", "selfreport", "alkohol", "zufrieden", "zadowolen")
            || (name.Has("wt", "weight") && name.Has("loss", "gain", "change"));
    }
}
