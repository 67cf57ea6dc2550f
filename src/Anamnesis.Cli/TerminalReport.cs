using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Reports;
using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary>An examination in the terminal: what matters most first, the rest counted.</summary>
static class TerminalReport
{
    const int MostFindings = 12;
    const int MostQuestions = 8;

    internal static void Print(IAnsiConsole console, Examination examination, Rendering rendering)
    {
        examination = Discretion.Of(examination, rendering);
        var tables = examination.Profile.Tables;
        console.MarkupLineInterpolated($"[bold]Anamnesis of {examination.Address}[/]");
        console.MarkupLineInterpolated(
            $"{tables.Count} {(tables.Count == 1 ? "table" : "tables")}, {tables.Sum(table => table.Table.Rows):N0} rows, {examination.Diagnoses.Count} findings in {examination.Took.TotalSeconds:0.0} s ({examination.Engine})");
        if (tables.Sum(table => table.Table.RejectedRows) is > 0 and var rejected)
        {
            console.MarkupLineInterpolated($"[yellow]{rejected:N0} lines could not be read as rows and were kept aside.[/]");
        }

        console.WriteLine();
        foreach (var diagnosis in examination.Diagnoses.Take(MostFindings))
        {
            Finding(console, diagnosis);
        }

        if (examination.Diagnoses.Count > MostFindings)
        {
            console.MarkupLineInterpolated($"[grey]… and {examination.Diagnoses.Count - MostFindings} more; --html, --markdown - or --json show all.[/]");
            console.WriteLine();
        }

        CommonCauses(console, examination);
        Readiness(console, examination, rendering);
        Questions(console, examination);
        console.MarkupLineInterpolated($"[grey]{Privacy.Sentence(rendering)}[/]");
    }

    static void Finding(IAnsiConsole console, Diagnosis diagnosis)
    {
        var finding = diagnosis.Finding;
        console.MarkupLineInterpolated($"[bold]{finding.Says}[/]");
        console.MarkupLineInterpolated($"  [grey]{finding.Id} · {finding.Kind} · {finding.Table} · {finding.Count:N0} of {finding.Denominator:N0}{(finding.Estimated ? " (estimated)" : string.Empty)}[/]");
        foreach (var candidate in diagnosis.Differential.Where(c => c.Probability >= 0.1).Take(3))
        {
            console.MarkupLineInterpolated($"  {Words.Percent(candidate.Probability),6}  {Words.Name(candidate.Mechanism)}");
        }

        if (diagnosis.Likely?.Signs.FirstOrDefault(sign => sign.Fires && sign.Strength != Strength.Against) is { } sign)
        {
            console.MarkupLineInterpolated($"  [grey]because {sign.Says}[/]");
        }

        console.MarkupLine($"  [{Colour(diagnosis.Verdict)}]{Markup.Escape(Words.Meaning(diagnosis.Verdict))}[/]{(Words.Warning(diagnosis) is { } warning ? $" [bold]{Markup.Escape(warning)}[/]" : string.Empty)}");
        foreach (var answer in diagnosis.Answers)
        {
            console.MarkupLineInterpolated($"  [green]answered by {answer}[/]");
        }

        console.WriteLine();
    }

    static string Colour(Verdict verdict) => verdict switch { Verdict.Reality => "green", Verdict.Error => "red", Verdict.Unclear => "yellow", Verdict.Deid => "blue", _ => "magenta" };

    static void CommonCauses(IAnsiConsole console, Examination examination)
    {
        foreach (var cause in examination.Diagnoses.Where(d => d.Cause is not null).GroupBy(d => d.Cause).Where(group => group.Count() >= 3).Take(5))
        {
            console.MarkupLineInterpolated($"{Words.CommonCause([.. cause])} [grey]{string.Join(", ", cause.Take(4).Select(d => d.Finding.Id))}{(cause.Count() > 4 ? " …" : string.Empty)}[/]");
        }

        console.WriteLine();
    }

    static void Readiness(IAnsiConsole console, Examination examination, Rendering rendering)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Ready for").AddColumn("Level").AddColumn("Why");
        foreach (var fitness in examination.Readiness.Where(fitness => rendering.Use is null || fitness.Use == rendering.Use))
        {
            table.AddRow(Markup.Escape(fitness.Use), $"{fitness.Level} of 4", Markup.Escape(fitness.Says));
        }

        console.Write(table);
        if (rendering.Use is not null)
        {
            foreach (var gate in examination.Readiness.Where(fitness => fitness.Use == rendering.Use).SelectMany(fitness => fitness.Gates))
            {
                console.MarkupLineInterpolated($"  {gate.Dimension}: {(gate.Level == 0 ? "not assessed" : $"level {gate.Level}")}. {gate.Says}");
            }

            console.WriteLine();
        }
    }

    static void Questions(IAnsiConsole console, Examination examination)
    {
        if (examination.Questions.Count == 0)
        {
            return;
        }

        console.MarkupLine("[bold]What to ask, and whom[/]");
        foreach (var question in examination.Questions.Take(MostQuestions))
        {
            console.MarkupLineInterpolated($"  [blue]{Respondents.Find(question.Role)?.Name ?? question.Role}[/]: {question.Text}");
        }

        console.WriteLine();
    }
}
