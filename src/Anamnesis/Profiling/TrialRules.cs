using System.Text.RegularExpressions;
using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Columns of tables of clinical trials as CDISC names them: two letters of the domain and what it is, such as <c>AESTDTC</c> and <c>EXDY</c>.</summary>
/// <remarks>Source: the naming rules of variables in the CDISC Study Data Tabulation Model, from memory.</remarks>
static partial class TrialRules
{
    internal static (Role Role, double Confidence, string Reason)? Of(NameTokens name, ColumnGlimpse seen)
    {
        if (seen.Column.Kind != Kind.Text && Counts(name))
        {
            return (Role.Other, 0.85, "a day of the study, or the number of a visit or record, as CDISC names it");
        }

        if (seen.Column.Kind == Kind.Time && IsReference(name))
        {
            return (Role.Other, 0.85, "a date of the person and not of the row, as CDISC names it");
        }

        return Part().Match(name.Joined) is not { Success: true } part ? null : part.Groups["what"].Value switch
        {
            "testcd" => seen.Distinct > 1 ? (Role.Item, 0.88, "which thing was measured, as CDISC names it") : null,
            "orres" or "stresn" => (Role.Value, 0.9, "the measured value, as CDISC names it"),
            "orresu" or "stresu" when seen.Column.Kind != Kind.Number => (Role.Unit, 0.9, "a unit, as CDISC names it"),
            "stdtc" => (Role.Start, 0.88, "the start of a span, as CDISC names it"),
            "endtc" => (Role.End, 0.88, "the end of a span, as CDISC names it"),
            _ => null,
        };
    }

    /// <summary>A day of the study, or the number of a visit or of a record within the person: counted on, never measured.</summary>
    internal static bool Counts(NameTokens name) => name.Is("visitnum", "visitdy", "avisitn", "ady", "dthady") || (Counted().IsMatch(name.Joined) && !name.Is("body", "lady", "tidy"));

    /// <summary>A date of the person and not of the row: when the study, or its treatment, began and ended for this person. What is done may lie before or after it.</summary>
    internal static bool IsReference(NameTokens name) => Reference().IsMatch(name.Joined);

    /// <summary>Whether a reference date is where a span of the person begins or where it ends; null when neither is said.</summary>
    internal static bool? IsEnd(NameTokens name) => IsReference(name) && Edge().Match(name.Joined) is { Success: true } edge ? edge.Value[0] == 'e' : null;

    /// <summary>The name of a reference date without what tells its start from its end.</summary>
    internal static string Span(NameTokens name) => Edge().Replace(name.Joined, string.Empty);

    [GeneratedRegex("(?<=^rfx?)(st|en)(?=dtc$)|(?<=^(trt|(tr|ap|ph)[0-9]+))[se](?=dtm?$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Edge();

    [GeneratedRegex("^(rf[a-z]{1,4}dtc?|(trt|(tr|ap|ph)[0-9]+)[se]dtm?|(rand|enrl|eos|eot|dcs|dct|lstalv)dtm?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex("^([a-z]{2}((st|en)?dy|seq)|a((st|en)dy|seq))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();

    [GeneratedRegex("^(rf|[a-z]{2})x?(?<what>testcd|orresu?|stres[nu]|(st|en)dtc)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
