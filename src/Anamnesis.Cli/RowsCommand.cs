using System.CommandLine;
using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Findings;
using Anamnesis.Profiling;
using Anamnesis.Sources;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis rows</c>: the rows behind a finding, on purpose, on this machine only.</summary>
static class RowsCommand
{
    static readonly (string Line, string Says)[] Examples =
    [
        ("rows 9291d48c78 demo", "the id stands under every finding of 'anamnesis examine demo'"),
        ("rows 9291d48c78 demo --limit 1000 --csv > rows.csv", "as CSV, to be looked at elsewhere"),
    ];

    static readonly string[] Notes =
    [
        "An id depends on what the finding is about and never on its counts: it stays the same in the next extract. The data are examined again to find the rows.",
        "What is printed are values of patients. Treat them as the law and your ethics board say.",
    ];

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var finding = new Argument<string>("finding-id") { Description = "the id that an examination printed" };
        var address = new Argument<string>("address") { Description = "the address that was examined" };
        var limit = new Option<int>("--limit") { HelpName = "number", Description = "how many rows at most", DefaultValueFactory = _ => 20 };
        var csv = new Option<bool>("--csv") { Description = "print as CSV" };
        var beside = BesideFolder.Option();
        var command = new Verb("rows", "Show the rows behind a finding: values of patients, on purpose, on this machine only.", Examples, Notes) { finding, address, limit, csv, beside };
        command.SetAction(parsed => Show(
            parsed.GetValue(finding)!, // required
            parsed.GetValue(address)!, // required
            parsed.GetValue(limit),
            parsed.GetValue(csv),
            BesideFolder.Of(parsed.GetValue(beside)),
            terminal,
            cancellation));
        return command;
    }

    static int Show(string id, string address, int limit, bool csv, string? beside, Terminal terminal, CancellationToken cancellation)
    {
        if (limit < 1)
        {
            throw new AnamnesisException($"--limit is {limit}. Expected a number of rows from 1 on.");
        }

        using var dataset = Address.Open(address, new Opening { Cancellation = cancellation });
        Examination examination;
        using (var progress = new ProgressLine(terminal, TimeProvider.System))
        {
            examination = Examiner.Examine(dataset, new ExaminationOptions { Cancellation = cancellation, Progress = progress, Beside = beside });
        }

        var finding = examination.Diagnoses.FirstOrDefault(diagnosis => diagnosis.Finding.Id == id)?.Finding
            ?? throw new AnamnesisException(
                $"There is no finding '{id}' in {address}. It has {examination.Diagnoses.Count}: "
                + $"{string.Join(", ", examination.Diagnoses.Take(5).Select(d => $"{d.Finding.Id} ({d.Finding.Kind})"))} … Run 'anamnesis examine {address}' to see them all.");
        List<string> header = [];
        var rows = dataset.Rows($"SELECT shown.* FROM ({finding.Rows}) AS shown LIMIT {limit}", row =>
        {
            if (header.Count == 0)
            {
                header.AddRange(Enumerable.Range(0, row.FieldCount).Select(row.GetName));
            }

            return Enumerable.Range(0, row.FieldCount).Select(place => row.TextAt(place) ?? string.Empty).ToArray();
        });
        if (csv)
        {
            Csv(header, rows, terminal);
        }
        else
        {
            Print(finding, examination.Profile.Table(finding.Table)?.Reading, header, rows, terminal);
        }

        return ExitCode.Done;
    }

    static void Csv(List<string> header, IReadOnlyList<string[]> rows, Terminal terminal)
    {
        foreach (var line in rows.Prepend([.. header]))
        {
            terminal.Out.WriteLine(string.Join(',', line.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        }
    }

    static void Print(Finding finding, TableReading? reading, List<string> header, IReadOnlyList<string[]> rows, Terminal terminal)
    {
        var page = new TerminalPage(terminal);
        page.Say(finding.Says, "bold");
        page.Blank();
        foreach (var line in RowsTable.Lines(header, rows, finding, reading, terminal.Columns))
        {
            terminal.Out.WriteLine(line);
        }

        page.Blank();
        page.Say($"{rows.Count} {(rows.Count == 1 ? "row" : "rows")} shown, values of patients: they stay on this machine.", "grey");
    }
}
