using System.CommandLine;
using Anamnesis.Examinations;
using Anamnesis.Reports;
using Anamnesis.Reports.Sheets;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis ask sheet</c>: one page of questions for one person.</summary>
static class AskSheetCommand
{
    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var address = new Argument<string>("address") { Description = "what 'examine' takes: a file, a folder, an archive, demo, a database" };
        var to = new Option<string?>("--to") { HelpName = "role", Description = $"for one person alone, e.g. \"ward nurse\"; a sheet for each when left out ({Roles.All})" };
        var html = new Option<string?>("--html") { HelpName = "file", Description = "write HTML to print, one page for seven questions, with small pictures" };
        var markdown = new Option<string?>("--markdown") { HelpName = "file", Description = "write Markdown; printed when nothing else is asked for" };
        var json = new Option<bool>("--json") { Description = "print JSON (schema anamnesis/sheet/1)" };
        var command = new Verb(
            "sheet",
            "From an examination, what to ask whom: a page for each person, what the answer changes most first.",
            [("ask sheet ./extract --to cardiologist --html sheet.html", "one person, to print"), ("ask sheet demo", "everybody who is asked something, as Markdown")],
            "Questions say what was seen, with one number, and never what is suspected. What answers.yaml beside the data has settled is not asked again. 'I don't know, ask …' is a good answer.") { address, to, html, markdown, json };
        command.SetAction(parsed =>
        {
            var role = parsed.GetValue(to) is { } words ? Roles.Understood(words).Id : null;
            foreach (var path in ((string?[])[parsed.GetValue(html), parsed.GetValue(markdown)]).OfType<string>())
            {
                Output.Prepare(path);
            }

            Examination examination;
            using (var progress = new ProgressLine(terminal, TimeProvider.System))
            {
                examination = Examiner.Examine(parsed.GetValue(address)!, new ExaminationOptions { Cancellation = cancellation, Progress = progress }); // required
            }

            Write(terminal, Sheet.Of(examination, new Rendering(), role), (parsed.GetValue(html), parsed.GetValue(markdown), parsed.GetValue(json)));
            return ExitCode.Done;
        });
        return command;
    }

    static void Write(Terminal terminal, IReadOnlyList<Sheet> sheets, (string? Html, string? Markdown, bool Json) asked)
    {
        var rendering = new Rendering();
        if (asked.Html is { } html)
        {
            Output.Write(html, SheetHtml.Of(sheets, rendering));
        }

        if (asked.Markdown is { } markdown)
        {
            Output.Write(markdown, SheetText.Markdown(sheets, rendering));
        }

        if (asked.Json)
        {
            terminal.Out.WriteLine(SheetText.Json(sheets));
        }
        else if (asked is { Html: null, Markdown: null })
        {
            terminal.Out.Write(SheetText.Markdown(sheets, rendering));
        }
        else
        {
            terminal.Out.WriteLine($"Wrote {string.Join(" and ", ((string?[])[asked.Html, asked.Markdown]).OfType<string>())}: {sheets.Sum(sheet => sheet.Pages.Sum(page => page.Count))} questions for {sheets.Count(sheet => sheet.Pages.Count > 0)} {(sheets.Count(sheet => sheet.Pages.Count > 0) == 1 ? "person" : "people")}.");
        }
    }
}
