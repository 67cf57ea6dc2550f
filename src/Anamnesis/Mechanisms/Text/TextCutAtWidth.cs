using Anamnesis.Engines;
using Anamnesis.Findings;

namespace Anamnesis.Mechanisms.Text;

/// <summary>A field holds so many characters and no more.</summary>
sealed class TextCutAtWidth : IMechanism
{
    const double Piled = 5; // different texts at the full width over those at a length before

    /// <summary>Widths that people give to fields.</summary>
    static readonly HashSet<double> Usual = [10, 12, 15, 16, 20, 24, 25, 30, 32, 35, 40, 45, 48, 50, 60, 64, 70, 72, 75, 80, 100, 120, 128, 132, 150, 160, 200, 240, 250, 254, 255, 256, 500, 512, 1000, 1023, 1024, 2000, 2048, 4000, 8000];

    public string Id => "text-cut-at-width";

    public IReadOnlyList<string> Explains => ["cut-text"];

    public IReadOnlyList<Sign> Signs(Case @case)
    {
        var (words, before, width) = (@case.Finding.Facts.GetValueOrDefault("words"), @case.Finding.Facts.GetValueOrDefault("before"), @case.Finding.Number ?? 0);
        var pile = words / Math.Max(1, before);
        return
        [
            Sign.Strong($"{words:0} different texts are {width:0} characters long, and {Says.Number(before)} at each length just below", pile, pile >= Piled),
            Sign.Support($"{words:0} different texts are {width:0} characters long, and none is longer", words, pile < Piled),
            Sign.Support($"{width:0} characters is a width that fields are given", width, Usual.Contains(width)),
        ];
    }

    /// <summary>Severity is the share of echo reports that are longer than the field into which the transfer writes them.</summary>
    public IReadOnlyList<Sql> Distort(Setting setting) =>
    [
        $"""
        UPDATE record.reports SET report_text = substr(report_text, 1, width.characters)
        FROM (SELECT {setting.Once($"SELECT CAST(quantile_cont(length(report_text), {1 - setting.Severity}) AS BIGINT) FROM truth.reports")} AS characters) AS width
        WHERE length(report_text) > width.characters
        """,
    ];
}
