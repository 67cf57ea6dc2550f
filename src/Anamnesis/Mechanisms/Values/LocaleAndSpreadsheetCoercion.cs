using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Values;

/// <summary>Decimal commas, spreadsheet dates, lost zeros, broken letters.</summary>
sealed class LocaleAndSpreadsheetCoercion : IMechanism
{
    public string Id => "locale-and-spreadsheet-coercion";

    public IReadOnlyList<string> Explains => ["type-mix", "encoding", "off-grid", "spellings", "rejected-rows", "cross-field"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var finding = @case.Finding;
        var facts = finding.Facts;
        var commas = finding.Kind == "type-mix" ? Commas(@case) : null;
        return
        [
            Sign.Strong("numbers or dates are written in the way of another language or program", finding.Count, facts.GetValueOrDefault("form") == 1),
            Sign.Strong($"{(commas is { } share ? Says.Share(share) : "none")} of the unreadable texts are numbers with a comma", commas, commas >= 0.3),
            Sign.Support($"whole numbers end in .0 in {facts.GetValueOrDefault("pointzero"):0} columns: a program without whole numbers wrote the file", facts.GetValueOrDefault("pointzero"), facts.ContainsKey("pointzero")),
            Sign.Against("no number is another one by it", null, facts.ContainsKey("pointzero")),
            Sign.Strong("letters stand as two broken ones, as when UTF-8 is read in another code page", finding.Count, finding.Kind == "encoding" && finding.Columns.Count > 0),
            Sign.Support("words carry blanks at their ends, as fixed-width exports do", finding.Share, finding.Kind == "spellings" && finding.Token == "blank"),
            Sign.Strong("a number is lost between two columns that otherwise agree: the program that copied it could not read it", finding.Count, facts.GetValueOrDefault("lost") == 1),
            Sign.Support("all the lost numbers are written in one way, with a minus sign", finding.Count, facts.GetValueOrDefault("oneform") == 1),
            Sign.Against("both columns are filled, and read as numbers", null, finding.Kind == "cross-field" && !facts.ContainsKey("lost")),
            Sign.Against("the words differ in capitals or punctuation, which people and systems choose", finding.Share, finding.Kind == "spellings" && finding.Token == "case"),
            Sign.Against("the texts are limits or ranges, which people and devices write", facts.GetValueOrDefault("ranges") + facts.GetValueOrDefault("limits"), facts.GetValueOrDefault("ranges") + facts.GetValueOrDefault("limits") > 0.5),
        ];
    }

    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.labs SET result = replace(result, '.', ',') FROM {setting.Draws("labs")} AS d
        WHERE d.row_id = labs.row_id AND position('.' IN result) > 0 AND d.u1 < {setting.Severity * 0.4}
        """,
    ];

    static double? Commas(Case @case) => @case.Variable is { Unreadable.Count: > 0 } variable
        ? (double)variable.Unreadable.Where(text => text.Text.Contains(',', StringComparison.Ordinal) && text.Text.All(letter => char.IsDigit(letter) || letter is ',' or '.' or '-' or ' ')).Sum(text => text.Count)
            / variable.Unreadable.Sum(text => text.Count)
        : null;
}
