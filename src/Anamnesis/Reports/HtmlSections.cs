using System.Globalization;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;

namespace Anamnesis.Reports;

/// <summary>The parts of the HTML report after the findings.</summary>
static class HtmlSections
{
    const int MostQuestions = 7; // a page

    internal static void Readiness(StringBuilder html, Examination examination, Rendering rendering)
    {
        html.Append("<h2 id=\"readiness\">Ready for what?</h2><p class=\"soft\">The level for a use is the least of its gates, never an average. What could not be assessed caps it at 2.</p>");
        foreach (var fitness in examination.Readiness.Where(fitness => rendering.Use is null || fitness.Use == rendering.Use))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{HtmlReport.E(fitness.Use)}: level {fitness.Level} of 4, {Words.Level(fitness.Level)}</h3><p>{HtmlReport.E(fitness.Says)}</p><details><summary>Gates</summary><div class=\"scroll\"><table><thead><tr><th>Dimension</th><th class=\"n\">Level</th><th>Measured</th></tr></thead><tbody>");
            foreach (var gate in fitness.Gates)
            {
                var because = string.Join(" ", gate.Because.Take(6).Select(id => $"<a href=\"#f-{id}\">{id}</a>"));
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{gate.Dimension}</td><td class=\"n\">{(gate.Level == 0 ? "–" : gate.Level.ToString(CultureInfo.InvariantCulture))}</td><td>{HtmlReport.E(gate.Says)}{(gate.NotAssessed is { } why ? $" Not assessed: {HtmlReport.E(why)}." : string.Empty)} {because}</td></tr>");
            }

            html.Append("</tbody></table></div></details>");
        }
    }

    internal static void Questions(StringBuilder html, Examination examination)
    {
        html.Append("<h2 id=\"questions\">What to ask, and whom</h2>");
        foreach (var role in examination.Questions.GroupBy(question => question.Role))
        {
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet\"><h3>For the {HtmlReport.E(Respondents.Find(role.Key)?.Name ?? role.Key)}</h3><ol>");
            foreach (var question in role.Take(MostQuestions))
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{HtmlReport.E(question.Evidence)} <b>{HtmlReport.E(question.Text)}</b><div class=\"answer\"></div><span class=\"small soft\">☐ I don't know. Who would know? ______________________</span></li>");
            }

            html.Append("</ol>");
            if (role.Count() > MostQuestions)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">{role.Count() - MostQuestions} more wait until these are answered.</p>");
            }

            html.Append("</section>");
        }
    }

    internal static void Tables(StringBuilder html, Examination examination)
    {
        html.Append("<h2 id=\"tables\">Tables</h2>");
        foreach (var table in examination.Profile.Tables)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{HtmlReport.E(table.Table.Name)}: {table.Table.Rows:N0} rows, {table.Reading.Layout.ToString().ToLowerInvariant()}{(table.Table.RejectedRows > 0 ? $", {table.Table.RejectedRows:N0} lines kept aside" : string.Empty)}</summary><div class=\"scroll\"><table><thead><tr><th>Column</th><th>Role</th><th>Variable</th><th>Unit</th><th class=\"n\">Empty</th><th>Why so</th></tr></thead><tbody>");
            foreach (var column in table.Reading.Columns)
            {
                var profile = table.Column(column.Column.Name);
                var empty = profile is null || profile.Rows == 0 ? string.Empty : Words.Percent((double)profile.Missing / profile.Rows);
                html.Append(CultureInfo.InvariantCulture, $"<tr><td>{HtmlReport.E(column.Column.Name)}</td><td>{column.Role.ToString().ToLowerInvariant()} ({column.Confidence:0.0})</td><td>{HtmlReport.E(column.VariableConfidence >= 0.5 ? column.Variable ?? string.Empty : string.Empty)}</td><td>{HtmlReport.E(column.Unit ?? string.Empty)}</td><td class=\"n\">{empty}</td><td class=\"small soft\">{HtmlReport.E(column.Reason)}</td></tr>");
            }

            html.Append("</tbody></table></div></details>");
        }
    }
}
