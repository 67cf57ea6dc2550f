using System.Globalization;
using System.Text;
using static Anamnesis.Reports.HtmlReport;

namespace Anamnesis.Reports.Sheets;

/// <summary>Sheets as one HTML file to print: one page for seven questions, with space to write.</summary>
static class SheetHtml
{
    internal const string Invitation = "You know what we cannot see in the data. Short answers are good answers, and so is “I don't know”.";

    const string Print = """
        body > header, main { max-width: 48rem; } .page { break-after: page; } .page:last-child { break-after: auto; } .page li { break-inside: avoid; margin: .9rem 0; } .page figure { max-width: 24rem; margin: .3rem 0; }
        .page svg { min-width: 0; max-height: 7rem; width: auto; } .answer { height: 2.6rem; } @media print { body { font-size: 11px; } @page { size: A4; margin: 14mm; } .answer { height: 3.2rem; } }
        """;

    internal static string Of(IReadOnlyList<Sheet> sheets, Rendering rendering)
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>");
        html.Append(CultureInfo.InvariantCulture, $"<title>Questions{(sheets.Count == 1 ? $" for the {E(sheets[0].Role.Name)}" : string.Empty)}</title><style>{Style()}{Print}</style></head><body><main>");
        foreach (var sheet in sheets)
        {
            foreach (var (place, page) in sheet.Pages.Index())
            {
                Page(html, sheet, place, page, rendering);
            }

            html.Append(sheet.Pages.Count == 0 ? $"<section class=\"page\"><h1>For the {E(sheet.Role.Name)}</h1><p>{E(Nothing(sheet))}</p></section>" : string.Empty);
        }

        return html.Append(sheets.Count == 0 ? "<p>Nothing is left to ask.</p>" : string.Empty).Append("</main></body></html>\n").ToString();
    }

    internal static string Nothing(Sheet sheet) => sheet.Answered == 0 ? "There is nothing to ask this person: no finding depends on what they know." : $"There is nothing left to ask this person; {sheet.Answered} {(sheet.Answered == 1 ? "finding is" : "findings are")} answered already.";

    static void Page(StringBuilder html, Sheet sheet, int place, IReadOnlyList<SheetQuestion> page, Rendering rendering)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section class=\"page\"><h1>For the {E(sheet.Role.Name)}{(sheet.Pages.Count > 1 ? $", page {place + 1} of {sheet.Pages.Count}" : string.Empty)}</h1>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">{E(sheet.Address)}, {sheet.Day:yyyy-MM-dd}. {E(Invitation)}</p><p>Answered by <span class=\"blank\"></span> on <span class=\"blank\"></span></p><ol>");
        foreach (var question in page)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{E(question.Evidence)} <b>{E(question.Text)}</b>{question.Picture}");
            html.Append(question.Places.Count > 0 ? $"<p class=\"small soft\">Seen at: {E(string.Join("; ", question.Places))}.</p>" : string.Empty);
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"answer\"></div><p class=\"small soft\"><span aria-hidden=\"true\">☐</span> I don't know. Who would know? <span class=\"blank\"></span> <span class=\"for-findings\">about {string.Join(", ", question.Findings.Take(4))}</span></p></li>");
        }

        html.Append(CultureInfo.InvariantCulture, $"</ol><p class=\"small soft\">{E(Privacy.Sentence(rendering))}</p></section>");
    }
}
