using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Weaker hints in a name: amounts, labels, addresses, kinds of things, parts of a date.</summary>
static class WordRules
{
    internal static (Role Role, double Confidence, string Reason)? Of(NameTokens name, ColumnGlimpse seen)
    {
        var kind = seen.Column.Kind;
        if ((name.Has("birth", "urodzenia", "geburt") && name.Has("year", "month", "day", "date", "rok")) || name.Is("yob", "geburtsjahr", "rokurodzenia"))
        {
            return (Role.Other, 0.8, "part of a date of birth");
        }

        if (kind == Kind.Number && (name.Is("startyear", "yearstart") || name.Is("endyear", "yearend", "stop")))
        {
            return name.Is("startyear", "yearstart") ? (Role.Start, 0.7, "the start of a span, by its name") : (Role.End, 0.7, "the end of a span, by its name");
        }

        if ((kind == Kind.Number || seen.Filled == 0) && (IsAmount(name) || IsCount(name)))
        {
            return (Role.Value, 0.78, "an amount, by its name");
        }

        if (kind is Kind.Text or Kind.Number && name.Has("address", "zip", "zipcode", "postcode", "plz", "street", "phone", "telephone", "fax", "email", "ssn", "passport", "adres", "ulica", "telefon", "adresse", "strasse"))
        {
            return (Role.Other, 0.75, "an address or identity, by its name");
        }

        if (kind == Kind.Text && (seen.Filled == 0 || seen.Distinct >= Math.Max(3, seen.Filled * 0.5)) && IsLabel(name))
        {
            return (Role.Text, 0.6, "words that describe, by its name");
        }

        return (seen.Filled == 0 || name.Joined.EndsWith("place", StringComparison.Ordinal)) && IsKind(name) ? (Role.Category, 0.6, "a kind of thing, by its name") : null;
    }

    static bool IsAmount(NameTokens name) => !name.Has("id", "type", "code", "status", "class", "reason", "payer")
        && (name.Has("amount", "cost", "price", "revenue", "total", "sum", "paid", "payment", "payments", "adjustments", "transfers", "outstanding", "fee", "charge", "coverage", "balance", "quantity", "count", "units", "months", "kwota", "koszt", "ilosc", "liczba", "betrag", "kosten", "anzahl", "menge")
            || name.Joined.StartsWith("outstanding", StringComparison.Ordinal));

    /// <summary>How many: number of nodules, num_procedures.</summary>
    static bool IsCount(NameTokens name) => (name.Has("range", "limit", "norm", "reference") && name.Has("low", "high", "lower", "upper", "min", "max")) || name.Words is ["number" or "num" or "no" or "n", "of", _, ..] || (name.Words is ["number" or "num", _, ..] && !name.Has("id", "code", "type", "class"));

    static bool IsLabel(NameTokens name) => !name.Has("id") && name.Has("text", "note", "notes", "comment", "comments", "narrative", "snippet", "sig", "title", "label", "description", "desc", "diagnosis", "abbreviation", "syntax", "opis", "uwagi", "rozpoznanie", "nazwa", "bemerkung", "befund", "diagnose", "bezeichnung")
        || name.Contains("description", "linenote", "freetext", "freitext");

    static bool IsKind(NameTokens name) => name.Has("type", "class", "category", "status", "reason", "method", "modifier", "modifiers", "suffix", "prefix", "route", "gender", "sex", "race", "flag", "system", "vocabulary", "domain", "term", "is", "state", "country", "county", "stopped")
        || name.Contains("sourcevalue", "status", "category", "modifier", "birthplace") || name.Joined.StartsWith("is", StringComparison.Ordinal);
}
