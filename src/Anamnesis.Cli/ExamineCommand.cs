using System.CommandLine;
using Anamnesis.Examinations;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis examine</c>.</summary>
static class ExamineCommand
{
    static readonly (string Line, string Says)[] Examples =
    [
        ("examine demo", "a small simulated heart clinic, to see what an examination is"),
        ("examine ./extract --for prediction --html report.html", "all tables of a folder as one data set, judged for a risk score, with an HTML report"),
        ("examine labs.parquet --json > labs.json", "for programs; progress goes to the error stream"),
        ("examine a.csv b.csv --json --out results", "several data sets, one file each"),
        ("examine ./extract --fail-on error --fail-on level:2", "in a pipeline: exit code 1 when a finding is an error or a level is below 2"),
    ];

    static readonly string[] Notes =
    [
        "Beside the data may lie anamnesis.yaml (what columns are: 'anamnesis init' writes it) and answers.yaml (what people said about a finding; the README shows one); both are read if they are there. A database has no folder: --beside names one.",
        "Nothing leaves this machine and the data are never changed. A file is read whole, a database in a read-only session.",
        "Exit codes: 0 examined, 1 a --fail-on condition is met, 2 something you can mend, 70 a bug, 130 interrupted (no half-written report is left).",
        "Next: 'anamnesis rows <finding-id> <address>' shows the rows behind a finding, 'anamnesis mechanisms <id>' the page of a cause.",
    ];

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var addresses = new Argument<string[]>("address")
        {
            Description = "demo; a file, a folder or an archive of tables (CSV, TSV, ARFF, Parquet; .zip, .gz, .zst); clinic:?seed=1&patients=2000; "
                + "or postgres://user@host/database",
            Arity = ArgumentArity.OneOrMore,
        };
        var use = new Option<string?>("--for") { HelpName = "use", Description = $"the use in mind, its gates in full: {string.Join(", ", ExamineRun.Uses)}" };
        var json = new Option<bool>("--json") { Description = "print JSON (schema anamnesis/examination/1)" };
        var output = new Option<string?>("--out") { HelpName = "folder", Description = "with --json: one file an address, <folder>.json or <folder>__<file>.json" };
        var html = new Option<string?>("--html") { HelpName = "file", Description = "write one self-contained HTML file with charts" };
        var markdown = new Option<string?>("--markdown") { HelpName = "file", Description = "write Markdown, to standard output when the file is -" };
        var exact = new Option<bool>("--exact") { Description = "read every row, also where a sample of patients would do" };
        var values = new Option<bool>("--show-values") { Description = "show values of patients and small cells; treat such a report like the data" };
        var failOn = new Option<string[]>("--fail-on") { HelpName = "what", Description = "exit with 1 on a finding with this verdict (error, artefact, unclear), or when the use is below a level (level:3)" };
        var spill = new Option<string?>("--spill") { HelpName = "folder", Description = "where to put what does not fit into memory" };
        var beside = BesideFolder.Option();
        use.CompletionSources.Add([.. ExamineRun.Uses]);
        var command = new Verb("examine", "Examine data: what is odd, why it probably is so, what it is ready for, and whom to ask what.", Examples, Notes)
        {
            addresses, use, json, output, html, markdown, exact, values, failOn, spill, beside,
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
                new ExaminationOptions { Exact = parsed.GetValue(exact), Cancellation = cancellation, Spill = parsed.GetValue(spill), Beside = BesideFolder.Of(parsed.GetValue(beside)) }),
            terminal));
        return command;
    }
}
