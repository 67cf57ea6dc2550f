using System.Globalization;
using System.Net;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>The examination as one self-contained HTML file: no network, no script; readable, printable, dark and light.</summary>
/// <remarks>It is well-formed XML after its first line, so that any parser reads it.</remarks>
sealed class HtmlReport : IReport
{
    public string Id => "html";

    public string Render(Examination examination, Rendering rendering)
    {
        examination = Discretion.Of(examination, rendering);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><meta name=\"color-scheme\" content=\"light dark\"/>")
            .Append(CultureInfo.InvariantCulture, $"<title>Anamnesis of {E(examination.Address)}</title><style>{Style()}</style></head><body><a class=\"skip\" href=\"#findings\">Skip to the findings</a>")
            .Append(CultureInfo.InvariantCulture, $"<header><h1>Anamnesis of {E(examination.Address)}</h1><p class=\"soft\">Examined {examination.Started:yyyy-MM-dd HH:mm} UTC with {E(examination.Engine)}, version {E(examination.Version)}, in {examination.Took.TotalSeconds:0.0} s.</p><p class=\"small\">{E(Privacy.Sentence(rendering))}</p>")
            .Append("<nav aria-label=\"Contents\"><ul><li><a href=\"#short\">In short</a></li><li><a href=\"#readiness\">Ready for what?</a></li><li><a href=\"#findings\">Findings</a></li><li><a href=\"#questions\">Questions</a></li><li><a href=\"#tables\">Tables</a></li><li><a href=\"#not-checked\">Not checked</a></li></ul></nav></header><main>");
        HtmlSummary.Write(html, examination);
        HtmlSections.Readiness(html, examination, rendering);
        HtmlFindings.Write(html, examination, rendering);
        HtmlSections.Questions(html, examination);
        HtmlSections.Tables(html, examination);
        html.Append("<section><h2 id=\"not-checked\">Not checked</h2>").Append(examination.NotChecked.Count == 0 ? "<p>Nothing was left out.</p>" : "<ul>")
            .AppendJoin(string.Empty, examination.NotChecked.Select(line => $"<li>{E(line)}</li>")).Append(examination.NotChecked.Count == 0 ? string.Empty : "</ul>");
        return html.Append("</section></main></body></html>\n").ToString();
    }

    internal static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("reports/report.css") ?? throw new InvalidOperationException("reports/report.css is not embedded."));
        return reader.ReadToEnd();
    }

    /// <summary>A text as it may stand in HTML; control characters become blanks.</summary>
    internal static string E(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\ufffe' or '\uffff' ? ' ' : letter)));

    /// <summary>A table that scrolls by itself where it is too wide, reachable by keyboard.</summary>
    internal static void Table(StringBuilder html, string name, IReadOnlyList<(string Title, bool Number)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{E(name)}\"><table><thead><tr>")
            .AppendJoin(string.Empty, columns.Select(column => $"<th scope=\"col\"{(column.Number ? " class=\"n\"" : string.Empty)}>{column.Title}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            html.Append("<tr>").AppendJoin(string.Empty, row.Select((cell, place) => $"<td{(columns[place].Number ? " class=\"n\"" : string.Empty)}>{cell}</td>")).Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    /// <summary>A verdict as a mark that colour alone does not tell.</summary>
    internal static string Mark(Verdict verdict) => $"<span class=\"verdict {verdict.ToString().ToLowerInvariant()}\">{E(Words.Meaning(verdict))}</span>";
}
