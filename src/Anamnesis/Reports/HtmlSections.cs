using System.Globalization;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Readiness;
using static Anamnesis.Reports.HtmlReport;

namespace Anamnesis.Reports;

/// <summary>The parts of the HTML report around the findings.</summary>
static class HtmlSections
{
    const int MostQuestions = 7; // a page

    internal static void Readiness(StringBuilder html, Examination examination, Rendering rendering)
    {
        html.Append("<section><h2 id=\"readiness\">Ready for what?</h2><p class=\"soft\">The level for a use is the least of its gates, never an average. What could not be assessed caps it at 2.</p>");
        foreach (var fitness in examination.Readiness.Where(fitness => rendering.Use is null || fitness.Use == rendering.Use))
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"use\"><h3>{E(Words.Use(fitness.Use))}</h3><p><span class=\"level\" aria-hidden=\"true\">{string.Concat(Enumerable.Range(1, 4).Select(level => level <= fitness.Level ? "<i class=\"on\"></i>" : "<i></i>"))}</span> <b>Level {fitness.Level} of 4: {Words.Level(fitness.Level)}.</b> {E(Plain(fitness))}</p><details><summary>Its gates</summary>");
            Table(html, $"Gates of {fitness.Use}", [("Dimension", false), ("Level", true), ("Measured", false)], fitness.Gates.Select(Gate));
            html.Append("</details></div>");
        }

        html.Append("</section>");

        IReadOnlyList<string> Gate(Gate gate)
        {
            var known = examination.Diagnoses.Select(diagnosis => diagnosis.Finding.Id).ToHashSet(StringComparer.Ordinal);
            var because = string.Join(" ", gate.Because.Where(known.Contains).Take(6).Select(id => $"<a href=\"#f-{id}\">{id}</a>"));
            return [E(gate.Dimension.Replace('-', ' ')), gate.Level == 0 ? "–" : $"{gate.Level}", $"{E(gate.Says)}{(gate.NotAssessed is { } why ? $" Not assessed: {E(why)}." : string.Empty)} {because}"];
        }
    }

    /// <summary>What the fitness says beyond its level, with dimensions as words.</summary>
    static string Plain(Fitness fitness) => fitness.Gates.Select(gate => gate.Dimension).Aggregate(fitness.Says, (says, dimension) => says.Replace(dimension, dimension.Replace('-', ' '), StringComparison.Ordinal))
        .Replace("Usable with named handling; ", string.Empty, StringComparison.Ordinal).Replace("Usable with named handling.", string.Empty, StringComparison.Ordinal) is { Length: > 0 } says ? char.ToUpperInvariant(says[0]) + says[1..] : string.Empty;

    internal static void Questions(StringBuilder html, Examination examination)
    {
        html.Append("<section><h2 id=\"questions\">What to ask, and whom</h2>");
        html.Append(examination.Questions.Count == 0 ? "<p>Nothing is left to ask.</p>" : "<p class=\"soft\">One page a person. Write what was said into <code>answers.yaml</code> beside the data; the next report takes it into account and says who said it.</p>");
        foreach (var role in examination.Questions.GroupBy(question => question.Role))
        {
            html.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet\"><h3>For the {E(Respondents.Find(role.Key)?.Name ?? role.Key)}</h3><ol>");
            foreach (var question in role.Take(MostQuestions))
            {
                html.Append(CultureInfo.InvariantCulture, $"<li>{E(question.Evidence)} <b>{E(question.Text)}</b><div class=\"answer\"></div><p class=\"small soft\"><span aria-hidden=\"true\">☐</span> I don't know. Who would know? <span class=\"blank\"></span> <span class=\"for-findings\">about {string.Join(", ", question.Findings.Take(4))}</span></p></li>");
            }

            html.Append("</ol>");
            if (role.Count() > MostQuestions)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">{role.Count() - MostQuestions} more wait until these are answered.</p>");
            }

            html.Append("</section>");
        }

        if (examination.Questions.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>How to write an answer down</summary><pre tabindex=\"0\">answers:\n  - finding: {examination.Questions[0].Findings[0]}\n    says: in the words of the person\n    role: {examination.Questions[0].Role}\n    date: {examination.Started:yyyy-MM-dd}\n    certainty: 2        # 0 a guess, 1, 2, 3 documented\n    confirms: the id of a mechanism, if it does\n    rules-out: [ids of mechanisms]</pre></details>");
        }

        html.Append("</section>");
    }

    internal static void Tables(StringBuilder html, Examination examination)
    {
        html.Append("<section><h2 id=\"tables\">Tables</h2><p class=\"soft\">What every column was taken for. Correct it in <code>anamnesis.yaml</code> (<code>anamnesis init</code> writes it).</p>");
        foreach (var table in examination.Profile.Tables)
        {
            html.Append(CultureInfo.InvariantCulture, $"<details><summary>{E(table.Table.Name)}: {table.Table.Rows:N0} rows, {table.Reading.Layout.ToString().ToLowerInvariant()}{(table.Table.RejectedRows > 0 ? string.Create(CultureInfo.InvariantCulture, $", {table.Table.RejectedRows:N0} lines kept aside") : string.Empty)}</summary>");
            Table(html, $"Columns of {table.Table.Name}", [("Column", false), ("Role", false), ("Variable", false), ("Unit", false), ("Empty", true), ("Why so", false)], table.Reading.Columns.Select(column =>
            {
                var profile = table.Column(column.Column.Name);
                var empty = profile is null || profile.Rows == 0 ? string.Empty : E(Words.Percent((double)profile.Missing / profile.Rows));
                return (IReadOnlyList<string>)[E(column.Column.Name), string.Create(CultureInfo.InvariantCulture, $"{Words.Role(column.Role)} <span class=\"soft\">{column.Confidence:0.0}</span>"), E(column.VariableConfidence >= 0.5 ? column.Variable ?? string.Empty : string.Empty), E(column.Unit ?? string.Empty), empty, $"<span class=\"small soft\">{E(column.Reason)}</span>"];
            }));
            html.Append("</details>");
        }

        html.Append("</section>");
    }
}
