using System.Globalization;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using static Anamnesis.Reports.HtmlReport;

namespace Anamnesis.Reports;

/// <summary>The findings of the HTML report, each with its picture, causes, signs and page.</summary>
static class HtmlFindings
{
    const int MostFindings = 200; // shown whole; the rest in a table, so that the size is bounded by columns
    const int MostOpen = 25; // shown open; those after them open at a click
    const double Worth = 0.03; // probability below which a cause is not printed

    internal static void Write(StringBuilder html, Examination examination, Rendering rendering)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section><h2 id=\"findings\">Findings ({examination.Diagnoses.Count})</h2>");
        foreach (var (diagnosis, place) in examination.Diagnoses.Take(MostFindings).Select((diagnosis, place) => (diagnosis, place)))
        {
            var id = diagnosis.Finding.Id;
            var title = $"<h3 id=\"t-{id}\">{E(diagnosis.Finding.Says)}</h3>";
            html.Append(CultureInfo.InvariantCulture, $"<article class=\"{diagnosis.Verdict.ToString().ToLowerInvariant()}\" id=\"f-{id}\" aria-labelledby=\"t-{id}\">")
                .Append(place < MostOpen ? title : $"<details><summary>{title}</summary>");
            Finding(html, diagnosis, examination, rendering);
            html.Append(place < MostOpen ? "</article>" : "</details></article>");
        }

        if (examination.Diagnoses.Count > MostFindings)
        {
            html.Append("<h3>The others</h3>");
            Table(html, "The other findings", [("Finding", false), ("Rows", true), ("Table", false), ("First cause", false)], examination.Diagnoses.Skip(MostFindings).Select(diagnosis => (IReadOnlyList<string>)
                [$"<span id=\"f-{diagnosis.Finding.Id}\">{E(diagnosis.Finding.Says)}</span> <span class=\"soft\">{diagnosis.Finding.Id}</span>", Of(diagnosis), E(diagnosis.Finding.Table), E(Words.Name(diagnosis.Differential[0].Mechanism))]));
        }

        html.Append("</section>");
    }

    static string Of(Diagnosis diagnosis) => string.Create(CultureInfo.InvariantCulture, $"{diagnosis.Finding.Count:N0} of {diagnosis.Finding.Denominator:N0}");

    static void Finding(StringBuilder html, Diagnosis diagnosis, Examination examination, Rendering rendering)
    {
        var finding = diagnosis.Finding;
        var (low, high) = Confidence.Of(finding.Count, finding.Denominator);
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"small soft\">{E(finding.Table)} · {Of(diagnosis)}{(finding.Estimated ? ", estimated" : string.Empty)} · {Words.Share(finding.Share)} (95 % confidence {Words.Share(low)} to {Words.Share(high)}) · {E(finding.Kind)} · {finding.Id}</p>")
            .Append(CultureInfo.InvariantCulture, $"<p>{Mark(diagnosis.Verdict)}{(diagnosis.Absence is { } absence ? $" absent because {E(absence.Replace('-', ' '))}" : string.Empty)}</p>");
        if (Words.Warning(diagnosis) is { } warning)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">{E(warning)}</p>");
        }

        html.Append(Charts.Of(diagnosis, examination.Profile, rendering)).Append("<ol class=\"causes\">");
        foreach (var candidate in diagnosis.Differential.Where((c, place) => place == 0 || c.Probability >= Worth))
        {
            Candidate(html, candidate);
        }

        html.Append("</ol>");
        foreach (var answer in diagnosis.Answers)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"answered\">Answered by {E(answer)}</p>");
        }

        if (diagnosis.Likely is { } likely && Pages.Find(likely.Mechanism) is { } page)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>Why it happens, and how to handle it</summary><p>{E(page.Section("Why"))}</p><p>{E(page.Section("Handling"))}</p><p class=\"soft\">If ignored: {E(page.Section("If ignored"))}</p></details>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<details class=\"query\"><summary>The query that shows the rows</summary><pre tabindex=\"0\">{E(finding.Rows.Text)}</pre></details>");
    }

    static void Candidate(StringBuilder html, Candidate candidate)
    {
        html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"bar\" aria-hidden=\"true\"><i style=\"width:{candidate.Probability * 100:0}%\"></i></span><b>{E(Words.Percent(candidate.Probability))}</b> {E(Words.Name(candidate.Mechanism))}");
        var fired = candidate.Signs.Where(sign => sign.Fires).ToList();
        if (fired.Count > 0)
        {
            html.Append("<ul class=\"signs\">");
            foreach (var sign in fired)
            {
                var against = sign.Strength == Strength.Against;
                html.Append(CultureInfo.InvariantCulture, $"<li class=\"{(against ? "against" : "for")}\"><b>{(against ? "against" : "for")}</b> {E(sign.Says)} <span class=\"weight\">({sign.Weight:+0.0;−0.0})</span></li>");
            }

            html.Append("</ul>");
        }

        if (candidate is { Settles: { } settles, Probability: >= 0.1 })
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"small settles\">What would settle it: {E(settles)}</p>");
        }

        html.Append("</li>");
    }
}
