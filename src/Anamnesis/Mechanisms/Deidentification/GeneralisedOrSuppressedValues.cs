using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Deidentification;

/// <summary>Rounded, emptied, redacted or noised for privacy.</summary>
sealed class GeneralisedOrSuppressedValues : IMechanism
{
    public string Id => "generalised-or-suppressed-values";

    public IReadOnlyList<string> Explains => ["coarse-grid", "redacted-text", "empty", "last-digits", "off-grid"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var grid = finding.Facts.GetValueOrDefault("grid");
        var all = finding.Kind == "last-digits" && finding.Facts.GetValueOrDefault("all") == 1;
        var names = finding.Columns.Count > 0 ? finding.Columns : [.. @case.Table.Table.Columns.Select(column => column.Name)];
        var person = finding.Kind == "empty" ? names.Count(IsOfPerson) : 0;
        var text = finding.Kind == "empty" && finding.Columns.Count == 0 && (names.Any(IsFreeText) || NameTokens.Of(finding.Table).Contains("note", "letter", "text"));
        var byEye = Values.TerminalDigitPreference.IsReadByEye(@case);
        var coarse = finding.Kind == "off-grid" && finding.Facts.GetValueOrDefault("coarse") == 1;
        var run = coarse ? Missingness.UnbrokenRun.Of(@case) : null;
        return
        [
            Sign.Strong($"all values without exception are multiples of {Says.Number(grid)}: devices and most people are not so consistent", grid, grid > 0 && !byEye),
            Sign.Support($"all values without exception are multiples of {Says.Number(grid)}, as one observer alone might read them", grid, grid > 0 && byEye),
            Sign.Strong("all values without exception are round, as a program rounds", null, all),
            Sign.Strong($"{Says.Share(finding.Share)} of the texts have marks where something was taken out", finding.Share, finding.Kind == "redacted-text"),
            Sign.Strong($"{person} of the empty columns would tell who somebody is", person, person > 0 && finding.Columns.Count > 0 && 2 * person >= names.Count),
            Sign.Strong("a table of free text was handed over without its rows", null, text),
            Sign.Strong($"the coarse values stand together in the numbering of the table ({(run is { } r ? Says.Share(r) : "none")} of the rows between the first and the last): another delivery, made coarser", run, Missingness.UnbrokenRun.Is(run)),
            Sign.Against("coarse and fine values stand among each other, in no part of their own", run, finding.Kind == "off-grid" && !Missingness.UnbrokenRun.Is(run)),
            Sign.Against("nothing empty here would tell who somebody is", person, finding.Kind == "empty" && !text && (finding.Columns.Count == 0 || 2 * person < names.Count)),
            Sign.Against("some values are not round: people round, programs do not forget", finding.Share, finding.Kind == "last-digits" && !all),
        ];
    }

    static bool IsOfPerson(string column) => NameTokens.Of(column) is var name
        && (name.Has("name", "surname", "firstname", "lastname", "address", "street", "phone", "email", "ssn", "pesel", "passport", "drivers", "zip", "postcode", "nazwisko", "imie", "adres", "telefon", "vorname", "strasse", "plz")
            || name.Contains("firstname", "lastname", "nachname"));

    static bool IsFreeText(string column) => NameTokens.Of(column).Has("text", "note", "notes", "letter", "comment", "narrative", "freetext", "tresc", "befund");

    /// <summary>Heights on a grid of five centimetres, and words taken out of reports that a program took for names.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"UPDATE record.patients SET height = round(height / 5) * 5",
        $"""
        UPDATE record.reports SET report_text = replace(replace(replace(report_text, 'here', '[** Hospital **]'), 'Mitral', '[** Name **]'), 'mitral', '[** Name **]')
        FROM {setting.Draws("reports")} AS d WHERE d.row_id = reports.row_id AND d.u1 < {setting.Severity}
        """,
    ];
}
