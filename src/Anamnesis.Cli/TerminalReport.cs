using Anamnesis.Examinations;
using Anamnesis.Reports;
using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary>An examination in the terminal.</summary>
static class TerminalReport
{
    internal static void Print(IAnsiConsole console, Examination examination, Rendering rendering)
    {
        foreach (var diagnosis in examination.Diagnoses)
        {
            console.MarkupLineInterpolated($"[bold]{diagnosis.Finding.Kind}[/] {diagnosis.Finding.Table}: {diagnosis.Finding.Says}");
        }

        console.MarkupLineInterpolated($"[grey]{Privacy.Sentence(rendering)}[/]");
    }
}
