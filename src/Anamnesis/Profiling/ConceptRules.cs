using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Columns that hold codes of a vocabulary, by their name; a code is no key and no measurement, however it is written.</summary>
static class ConceptRules
{
    internal static (Role Role, double Confidence, string Reason)? Of(NameTokens name, ColumnGlimpse seen)
    {
        var isConcept = name.Has("concept") && name.Has("id");
        if (isConcept && name.Has("unit", "units"))
        {
            return (Role.Unit, 0.8, "codes of units, by its name");
        }

        if (isConcept && !name.Is("conceptid", "measurementconceptid", "observationconceptid"))
        {
            return (Role.Category, 0.8, "codes of a vocabulary, by its name");
        }

        if (name.Has("value", "val") && !name.Has("source", "unit", "uom", "concept", "id") && seen.Column.Kind is Kind.Number or Kind.Time or Kind.Text && !name.Is("value"))
        {
            return (Role.Value, 0.75, "a value, by its name");
        }

        if (name.Is("valuesourcevalue"))
        {
            return (Role.Value, 0.7, "the value as it stood in the source, by its name");
        }

        if (name.Has("source") && name.Words[^1] == "value" && !name.Has("unit", "units", "site", "location", "measurement", "observation", "person", "provider", "dose"))
        {
            return (Role.Category, 0.7, "words or codes as they stood in the source, by its name");
        }

        return name.Is("value") && seen.Column.Kind == Kind.Time ? (Role.Value, 0.7, "the value, by its name; here a time")
            : seen.Fractions == 0 && IsCode(name) && seen.Column.Kind is Kind.Number or Kind.Text ? (Role.Category, 0.75, "codes, by its name")
            : null;
    }

    static bool IsCode(NameTokens name) =>
        !name.Is("itemcode", "testcode", "loinccode", "itemid")
        && (name.Has("code", "codes", "cd", "kod", "schluessel", "icd", "atc", "ndc", "gsn", "snomed", "rxnorm", "cpt", "drg", "ops", "diagnosis", "diagnose", "rozpoznanie")
            || (name.Joined.Length > 4 && name.Joined.EndsWith("code", StringComparison.Ordinal))
            || (name.Joined.Length > 6 && name.Joined.EndsWith("itemid", StringComparison.Ordinal)))
        && !name.Has("text", "description", "desc", "label", "name", "title", "number", "count", "source");
}
