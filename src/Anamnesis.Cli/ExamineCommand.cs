using System.CommandLine;
using Anamnesis.Examinations;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis examine</c>.</summary>
static class ExamineCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var addresses = new Argument<string[]>("address")
        {
            Description = "demo, a file, a folder or an archive of tables (CSV, TSV, Parquet), clinic:?seed=1&patients=2000, or postgres://user@host/database",
            Arity = ArgumentArity.OneOrMore,
        };
        var use = new Option<string?>("--for") { Description = "the use in mind: description, prediction, causal, operations, device-signal or patient-app" };
        var json = new Option<bool>("--json") { Description = "print JSON (schema anamnesis/examination/1)" };
        var output = new Option<string?>("--out") { Description = "with --json: write one file per address into this folder" };
        var html = new Option<string?>("--html") { Description = "write one self-contained HTML file" };
        var markdown = new Option<string?>("--markdown") { Description = "write Markdown to a file, or - for standard output" };
        var exact = new Option<bool>("--exact") { Description = "read every row where a sample of patients would do" };
        var values = new Option<bool>("--show-values") { Description = "show values of patients and small cells; treat the report like the data" };
        var failOn = new Option<string[]>("--fail-on") { Description = "exit with 1 on a verdict (error, artefact, unclear) or a level (level:3)" };
        var spill = new Option<string?>("--spill") { Description = "folder for what does not fit into memory" };
        use.CompletionSources.Add([.. ExamineRun.Uses]);
        var command = new Command("examine", "Examine data: findings, ranked causes, readiness, questions")
        {
            addresses, use, json, output, html, markdown, exact, values, failOn, spill,
        };
        command.SetAction(parsed => ExamineRun.All(
            new ExamineChoice(
                parsed.GetValue(addresses)!, // at least one, by arity
                parsed.GetValue(json),
                parsed.GetValue(output),
                parsed.GetValue(html),
                parsed.GetValue(markdown),
                parsed.GetValue(failOn) ?? [],
                new Rendering { ShowValues = parsed.GetValue(values), Use = parsed.GetValue(use) },
                new ExaminationOptions { Exact = parsed.GetValue(exact), Cancellation = cancellation, Spill = parsed.GetValue(spill) }),
            terminal));
        return command;
    }
}
