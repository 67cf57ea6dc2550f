using System.Globalization;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>The first page of the HTML report: counts, what matters most, and what belongs together.</summary>
static class HtmlSummary
{
    const int Most = 6; // findings that are listed first
    const int MostCauses = 6;

    internal static void Write(StringBuilder html, Examination examination)
    {
        html.Append("<section><h2 id=\"short\">In short</h2>");
        Tiles(html, examination);
        if (examination.Diagnoses.Count == 0)
        {
            html.Append("<p>Nothing odd was found. What was not looked at stands at the end.</p></section>");
            return;
        }

        html.Append("<ol class=\"short\">");
        foreach (var diagnosis in examination.Diagnoses.Take(Most))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#f-{diagnosis.Finding.Id}\">{HtmlReport.E(diagnosis.Finding.Says)}</a> <span class=\"soft\">({HtmlReport.E(diagnosis.Finding.Table)})</span> {HtmlReport.Mark(diagnosis.Verdict)}</li>");
        }

        html.Append("</ol>");
        Causes(html, examination);
        html.Append("<details><summary>How to read this report</summary><p>A finding says what is odd, where, and in how many of how many rows. Below it stand the steps of care or documentation that may have produced it, each with its probability; "
            + "they sum to 100 %, “something else” included. Every sign that was measured for or against is listed; the number in brackets is its weight: how much it raises (+) or lowers (−) the natural logarithm of the odds. "
            + "How much a sign says was given by hand and moved by counts on simulated clinics: for a real hospital it is an order of suspicion. From 50 % on the first cause is called likely, and its meaning becomes the verdict.</p></details></section>");
    }

    static void Tiles(StringBuilder html, Examination examination)
    {
        var verdicts = examination.Diagnoses.CountBy(d => d.Verdict).ToDictionary();
        html.Append("<ul class=\"tiles\">");
        var tiles = ((string Label, long Value)[])
            [("tables", examination.Profile.Tables.Count), ("rows", examination.Profile.Tables.Sum(t => t.Table.Rows)), ("findings", examination.Diagnoses.Count), ("errors: correct or exclude", verdicts.GetValueOrDefault(Verdict.Error)),
             ("traces of the process", verdicts.GetValueOrDefault(Verdict.Artefact)), ("reality: keep", verdicts.GetValueOrDefault(Verdict.Reality)), ("traces of de-identification", verdicts.GetValueOrDefault(Verdict.Deid)), ("unclear: ask", verdicts.GetValueOrDefault(Verdict.Unclear))];
        foreach (var (label, value) in tiles.Where(tile => tile is not { Label: "traces of de-identification", Value: 0 }))
        {
            html.Append(CultureInfo.InvariantCulture, $"<li class=\"tile\"><b>{value:N0}</b>{label}</li>");
        }

        html.Append("</ul>");
    }

    static void Causes(StringBuilder html, Examination examination)
    {
        var causes = examination.Diagnoses.Where(d => d.Cause is not null).GroupBy(d => d.Cause).OrderByDescending(group => group.Count()).Take(MostCauses).ToList();
        if (causes.Count == 0)
        {
            return;
        }

        html.Append("<h3>What belongs together</h3><ul>");
        foreach (var cause in causes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{HtmlReport.E(Words.CommonCause([.. cause]))} ")
                .AppendJoin(' ', cause.Take(12).Select(d => $"<a href=\"#f-{d.Finding.Id}\">{d.Finding.Id}</a>")).Append("</li>");
        }

        html.Append("</ul>");
    }
}
