using System.Globalization;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;

namespace Anamnesis.Reports;

/// <summary>The examination as Markdown.</summary>
sealed class MarkdownReport : IReport
{
    public string Id => "markdown";

    public string Render(Examination examination, Rendering rendering)
    {
        examination = Discretion.Of(examination, rendering);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Anamnesis of {Plain(examination.Address)}\n\n")
            .Append(CultureInfo.InvariantCulture, $"Examined {examination.Started:yyyy-MM-dd HH:mm} UTC with {examination.Engine}, version {examination.Version}, in {examination.Took.TotalSeconds:0.0} s. {Privacy.Sentence(rendering)}\n\n");
        text.Append("## Tables\n\n| table | shape | rows | kept aside | columns |\n|---|---|--:|--:|--:|\n");
        foreach (var table in examination.Profile.Tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Plain(table.Table.Name)} | {table.Reading.Layout.ToString().ToLowerInvariant()} | {table.Table.Rows:N0} | {table.Table.RejectedRows:N0} | {table.Table.Columns.Count} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## Findings ({examination.Diagnoses.Count})\n");
        var causes = examination.Diagnoses.Where(diagnosis => diagnosis.Cause is not null).GroupBy(diagnosis => diagnosis.Cause).OrderByDescending(group => group.Count()).ToList();
        text.Append(causes.Count == 0 ? string.Empty : "\n").AppendJoin(string.Empty, causes.Select(cause => $"- {Plain(Words.CommonCause([.. cause]))} {string.Join(", ", cause.Take(12).Select(d => $"`{d.Finding.Id}`"))}\n"));
        foreach (var diagnosis in examination.Diagnoses)
        {
            Finding(text, diagnosis);
        }

        Readiness(text, examination, rendering);
        text.Append("## Questions\n");
        foreach (var role in examination.Questions.GroupBy(question => question.Role))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### For the {Respondents.Find(role.Key)?.Name ?? role.Key}\n\n");
            foreach (var question in role)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {Plain(question.Evidence)} **{Plain(question.Text)}** *(I don't know. Who would know?)* [{string.Join(", ", question.Findings)}]\n");
            }
        }

        text.Append("\n## Not checked\n\n").AppendJoin('\n', examination.NotChecked.Select(line => "- " + Plain(line))).Append('\n');
        return text.ToString();
    }

    static void Readiness(StringBuilder text, Examination examination, Rendering rendering)
    {
        text.Append("\n## Readiness\n\n");
        foreach (var fitness in examination.Readiness.Where(fitness => rendering.Use is null || fitness.Use == rendering.Use))
        {
            text.Append(CultureInfo.InvariantCulture, $"### {fitness.Use}: level {fitness.Level} ({Words.Level(fitness.Level)})\n\n{fitness.Says}\n\n| dimension | level | measured |\n|---|--:|---|\n");
            foreach (var gate in fitness.Gates)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {gate.Dimension} | {gate.Level} | {Plain(gate.Says)}{(gate.NotAssessed is { } why ? $" Not assessed: {Plain(why)}." : string.Empty)} |\n");
            }

            text.Append('\n');
        }
    }

    static void Finding(StringBuilder text, Diagnosis diagnosis)
    {
        var finding = diagnosis.Finding;
        text.Append(CultureInfo.InvariantCulture, $"\n### {Plain(finding.Says)}\n\n`{finding.Id}` {finding.Kind}, {Plain(finding.Table)}; {finding.Count:N0} of {finding.Denominator:N0}{(finding.Estimated ? ", estimated" : string.Empty)}. {Words.Advice(diagnosis.Verdict)}{(diagnosis.Absence is { } absence ? $" Absent because {absence.Replace('-', ' ')}." : string.Empty)}\n\n");
        if (Words.Warning(diagnosis) is { } warning)
        {
            text.Append(CultureInfo.InvariantCulture, $"> {warning}\n\n");
        }

        foreach (var candidate in diagnosis.Differential.Where(c => c.Probability >= 0.05))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Words.Percent(candidate.Probability)} {Words.Name(candidate.Mechanism)}\n");
            foreach (var sign in candidate.Signs.Where(sign => sign.Fires))
            {
                text.Append(CultureInfo.InvariantCulture, $"  - {(sign.Strength == Strength.Against ? "against" : "for")} ({sign.Weight:+0.0;-0.0}): {Plain(sign.Says)}\n");
            }
        }

        foreach (var answer in diagnosis.Answers)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nAnswered: {Plain(answer)}\n");
        }
    }

    static string Plain(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
