using System.Globalization;
using System.Net;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>The examination as one self-contained HTML file: no network, no script; readable, printable, dark and light.</summary>
sealed class HtmlReport : IReport
{
    const int MostFindings = 200; // shown whole; the rest in a table, so that the size is bounded by columns

    public string Id => "html";

    public string Render(Examination examination, Rendering rendering)
    {
        examination = Discretion.Of(examination, rendering);
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">")
            .Append(CultureInfo.InvariantCulture, $"<title>Anamnesis of {E(examination.Address)}</title><style>{Style()}</style></head><body><a class=\"skip\" href=\"#findings\">Skip to the findings</a><main>")
            .Append(CultureInfo.InvariantCulture, $"<header><h1>Anamnesis of {E(examination.Address)}</h1><p class=\"soft\">Examined {examination.Started:yyyy-MM-dd HH:mm} UTC with {E(examination.Engine)}, version {examination.Version}, in {examination.Took.TotalSeconds:0.0} s.</p><p class=\"small\">{E(Privacy.Sentence(rendering))}</p></header>")
            .Append("<nav aria-label=\"Contents\"><ul><li><a href=\"#findings\">Findings</a></li><li><a href=\"#readiness\">Readiness</a></li><li><a href=\"#questions\">Questions</a></li><li><a href=\"#tables\">Tables</a></li><li><a href=\"#not-checked\">Not checked</a></li></ul></nav>");
        Tiles(html, examination);
        Findings(html, examination, rendering);
        HtmlSections.Readiness(html, examination, rendering);
        HtmlSections.Questions(html, examination);
        HtmlSections.Tables(html, examination);
        html.Append("<h2 id=\"not-checked\">Not checked</h2><ul>").AppendJoin(string.Empty, examination.NotChecked.Select(line => $"<li>{E(line)}</li>")).Append("</ul>");
        return html.Append("</main></body></html>\n").ToString();
    }

    static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("reports/report.css") ?? throw new InvalidOperationException("reports/report.css is not embedded."));
        return reader.ReadToEnd();
    }

    static void Tiles(StringBuilder html, Examination examination)
    {
        var verdicts = examination.Diagnoses.CountBy(d => d.Verdict).ToDictionary();
        html.Append("<div class=\"tiles\">");
        foreach (var (label, value) in ((string, long)[])
            [("rows", examination.Profile.Tables.Sum(t => t.Table.Rows)), ("findings", examination.Diagnoses.Count), ("errors", verdicts.GetValueOrDefault(Verdict.Error)), ("traces of the process", verdicts.GetValueOrDefault(Verdict.Artefact)),
             ("reality: keep", verdicts.GetValueOrDefault(Verdict.Reality)), ("unclear: ask", verdicts.GetValueOrDefault(Verdict.Unclear))])
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"tile\"><b>{value:N0}</b>{label}</div>");
        }

        html.Append("</div>");
    }

    static void Findings(StringBuilder html, Examination examination, Rendering rendering)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"findings\">Findings ({examination.Diagnoses.Count})</h2>");
        foreach (var diagnosis in examination.Diagnoses.Take(MostFindings))
        {
            Finding(html, diagnosis, examination, rendering);
        }

        if (examination.Diagnoses.Count > MostFindings)
        {
            html.Append("<h3>The others</h3><div class=\"scroll\"><table><thead><tr><th>Finding</th><th>Table</th><th>Cause</th></tr></thead><tbody>");
            foreach (var diagnosis in examination.Diagnoses.Skip(MostFindings))
            {
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{E(diagnosis.Finding.Says)}</td><td>{E(diagnosis.Finding.Table)}</td><td>{E(Words.Name(diagnosis.Differential[0].Mechanism))}</td></tr>");
            }

            html.Append("</tbody></table></div>");
        }
    }

    static void Finding(StringBuilder html, Diagnosis diagnosis, Examination examination, Rendering rendering)
    {
        var finding = diagnosis.Finding;
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"{diagnosis.Verdict.ToString().ToLowerInvariant()}\" id=\"f-{finding.Id}\"><h3>{E(finding.Says)}</h3>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"small soft\">{E(finding.Table)} · {finding.Count:N0} of {finding.Denominator:N0}{(finding.Estimated ? " (estimated)" : string.Empty)} · {E(finding.Kind)} · {finding.Id}</p>")
            .Append(CultureInfo.InvariantCulture, $"<p><span class=\"verdict\">{E(Words.Meaning(diagnosis.Verdict))}</span>{(diagnosis.Absence is { } absence ? $" · absent: {E(absence.Replace('-', ' '))}" : string.Empty)}</p>");
        if (Words.Warning(diagnosis) is { } warning)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"warning\">{E(warning)}</p>");
        }

        html.Append(Charts.Of(diagnosis, examination.Profile, rendering)).Append("<ol class=\"causes\">");
        foreach (var candidate in diagnosis.Differential.Where(c => c.Probability >= 0.03))
        {
            Candidate(html, candidate);
        }

        html.Append("</ol>");
        foreach (var answer in diagnosis.Answers)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>Answered by {E(answer)}</p>");
        }

        if (diagnosis.Likely is { } likely && Pages.Find(likely.Mechanism) is { } page)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>Why it happens, and how to handle it</summary><p>{E(page.Section("Why"))}</p><p>{E(page.Section("Handling"))}</p><p class=\"soft\">If ignored: {E(page.Section("If ignored"))}</p></details>");
        }

        html.Append(CultureInfo.InvariantCulture, $"<details><summary>The query that shows the rows</summary><pre>{E(finding.Rows.Text)}</pre></details></article>");
    }

    static void Candidate(StringBuilder html, Candidate candidate)
    {
        html.Append(CultureInfo.InvariantCulture, $"<li><span class=\"bar\" aria-hidden=\"true\"><i style=\"width:{candidate.Probability * 100:0}%\"></i></span><b>{Words.Percent(candidate.Probability)}</b> {E(Words.Name(candidate.Mechanism))}");
        if (candidate.Signs.Any(sign => sign.Fires))
        {
            html.Append("<ul class=\"signs\">");
            foreach (var sign in candidate.Signs.Where(sign => sign.Fires))
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{(sign.Strength == Strength.Against ? "against" : "for")} ({sign.Weight:+0.0;−0.0}): {E(sign.Says)}</li>");
            }

            html.Append("</ul>");
        }

        if (candidate is { Settles: { } settles, Probability: >= 0.1 })
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"small soft\">What would settle it: {E(settles)}</div>");
        }

        html.Append("</li>");
    }

    internal static string E(string text) => WebUtility.HtmlEncode(text);
}
