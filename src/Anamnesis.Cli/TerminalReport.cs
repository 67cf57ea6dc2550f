using System.Globalization;
using Anamnesis.Examinations;
using Anamnesis.Knowledge;
using Anamnesis.Mechanisms;
using Anamnesis.Profiling;
using Anamnesis.Readiness;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary>An examination in the terminal: what it is, what it is ready for, what stands out, whom to ask, and where to go next.</summary>
static class TerminalReport
{
    const int MostTables = 6;
    const int MostFindings = 12;
    const int MostQuestions = 6;
    const int MostCauses = 3;
    const int LeastTogether = 3; // findings that share a cause

    internal static void Print(Terminal terminal, Examination examination, Rendering rendering)
    {
        examination = Discretion.Of(examination, rendering);
        var page = new TerminalPage(terminal);
        Head(page, examination);
        Tables(page, examination.Profile);
        NotRead(page, [.. examination.NotChecked.Take(examination.NotRead)]);
        Readiness(page, examination, rendering);
        Findings(page, examination);
        Questions(page, examination);
        End(page, examination, rendering);
    }

    static void Head(TerminalPage page, Examination examination)
    {
        var tables = examination.Profile.Tables;
        page.Say($"Anamnesis of {examination.Address}", "bold");
        page.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{Some(tables.Count, "table")}, {Some(tables.Sum(table => table.Table.Rows), "row")}, examined in {examination.Took.TotalSeconds:0.0} s by {examination.Engine}."));
        page.Say(Verdicts(examination));
        if (tables.Sum(table => table.Table.RejectedRows) is > 0 and var rejected)
        {
            page.Say($"{Some(rejected, "line")} could not be read as {(rejected == 1 ? "a row and was" : "rows and were")} kept aside.", "yellow");
        }
    }

    static string Verdicts(Examination examination)
    {
        var verdicts = examination.Diagnoses.CountBy(diagnosis => diagnosis.Verdict).ToDictionary();
        var counts = ((Verdict Verdict, string One, string Many)[])
            [(Verdict.Error, "is an error", "are errors"), (Verdict.Artefact, "is a trace of the process", "are traces of the process"), (Verdict.Reality, "is reality", "are reality"),
             (Verdict.Deid, "comes from de-identification", "come from de-identification"), (Verdict.Unclear, "is unclear", "are unclear")];
        var said = counts.Where(count => verdicts.ContainsKey(count.Verdict)).Select(count => $"{verdicts[count.Verdict]} {(verdicts[count.Verdict] == 1 ? count.One : count.Many)}").ToList();
        return said.Count == 0 ? "Nothing odd was found." : $"Of {Some(examination.Diagnoses.Count, "finding")} {string.Join(", ", said)}.";
    }

    static void Tables(TerminalPage page, Profile profile)
    {
        page.Title("What it is");
        var largest = profile.Tables.OrderByDescending(table => table.Table.Rows).ThenBy(table => table.Table.Name, StringComparer.Ordinal).Take(MostTables).ToList();
        page.Terms(largest.Select(table => (table.Table.Name, Of(table))));
        if (profile.Tables.Count > largest.Count)
        {
            page.Say($"… and {Some(profile.Tables.Count - largest.Count, "smaller table")}.", "grey", "  ");
        }
    }

    static void NotRead(TerminalPage page, IReadOnlyList<string> sentences)
    {
        const int Most = 3;
        foreach (var sentence in sentences.Take(Most))
        {
            page.Say($"Not read: {sentence}", "yellow", "  ");
        }

        if (sentences.Count > Most)
        {
            page.Say($"… and {Some(sentences.Count - Most, "more file")}, named in the report.", "yellow", "  ");
        }
    }

    static string Of(TableProfile table)
    {
        var reading = table.Reading;
        var patient = reading.Of(Role.Patient) is { } id ? $" of {Some(table.Patients, "patient")} ({id.Name})" : ", no patient id recognised";
        var clock = reading.Clock is { } time ? $", dated by {time.Name}" : ", undated";
        var variables = reading.Columns.Count(column => column.Variable is not null) + reading.Items.Count(item => item.Variable is not null);
        return $"{reading.Layout.ToString().ToLowerInvariant()}, {Some(table.Table.Rows, "row")}{patient}{clock}, {(variables == 0 ? "no clinical variable recognised" : Some(variables, "clinical variable"))}";
    }

    static void Readiness(TerminalPage page, Examination examination, Rendering rendering)
    {
        var uses = examination.Readiness.Where(fitness => rendering.Use is null || fitness.Use == rendering.Use)
            .OrderBy(fitness => Array.IndexOf(ExamineRun.Uses, fitness.Use)).ToList();
        page.Title("Ready for");
        page.Terms(uses.Select(fitness => (fitness.Use, $"{fitness.Level} of 4, {Why(fitness)}")));
        var open = uses.SelectMany(fitness => fitness.Gates).Where(gate => gate.Level == 0).Select(gate => gate.Dimension).Distinct(StringComparer.Ordinal).ToList();
        if (open.Count > 0)
        {
            page.Say($"Not assessed: {string.Join(", ", open)}. A use that needs one of them is at most at 2.", "grey", "  ");
        }

        if (rendering.Use is not null)
        {
            page.Title($"The gates of {rendering.Use}");
            page.Terms(uses.SelectMany(fitness => fitness.Gates).Select(gate => (gate.Dimension, gate.Level == 0 ? $"not assessed: {gate.NotAssessed}" : $"level {gate.Level}. {gate.Says}")));
        }
    }

    static string Why(Fitness fitness)
    {
        var held = string.Join(", ", fitness.Gates.Where(gate => gate.Level is > 0 and < 3 && gate.Level == fitness.Level).Select(gate => gate.Dimension));
        return fitness.Level switch
        {
            1 when held.Length > 0 => $"unfit until it is cleared up: {held}",
            2 when held.Length > 0 => $"usable with named handling of {held}",
            _ => Words.Level(fitness.Level),
        };
    }

    static void Findings(TerminalPage page, Examination examination)
    {
        page.Title(examination.Diagnoses.Count == 0 ? "What stands out: nothing" : "What stands out, what matters most first");
        foreach (var cause in examination.Diagnoses.Where(d => d.Cause is not null).GroupBy(d => d.Cause).Where(group => group.Count() >= LeastTogether).OrderByDescending(group => group.Count()).Take(MostCauses))
        {
            page.Say($"{Words.CommonCause([.. cause])} ({string.Join(", ", cause.Take(4).Select(d => d.Finding.Id))}{(cause.Count() > 4 ? " …" : string.Empty)})", lead: "  ");
            page.Blank();
        }

        foreach (var (diagnosis, place) in examination.Diagnoses.Take(MostFindings).Select((diagnosis, place) => (diagnosis, place)))
        {
            TerminalFinding.Print(page, diagnosis, place + 1);
        }

        if (examination.Diagnoses.Count > MostFindings)
        {
            page.Blank();
            page.Say($"… and {examination.Diagnoses.Count - MostFindings} more: --html, --markdown - or --json show all.", "grey", "  ");
        }
    }

    static void Questions(TerminalPage page, Examination examination)
    {
        if (examination.Questions.Count == 0)
        {
            return;
        }

        page.Title("What to ask, and whom");
        foreach (var question in examination.Questions.Take(MostQuestions))
        {
            page.Say($"{Respondents.Find(question.Role)?.Name ?? question.Role}: {question.Text} ({question.Findings[0]})", lead: "  - ");
        }

        if (examination.Questions.Count > MostQuestions)
        {
            page.Say($"… and {examination.Questions.Count - MostQuestions} more in the other reports, a sheet for each person.", "grey", "  ");
        }
    }

    static void End(TerminalPage page, Examination examination, Rendering rendering)
    {
        page.Title("Next");
        var address = Typed(examination.Address);
        if (examination.Diagnoses.Count > 0)
        {
            page.Command($"anamnesis rows {examination.Diagnoses[0].Finding.Id} {address}", "the rows behind the first finding");
        }

        page.Command(
            $"anamnesis examine {address} --html report.html",
            $"the whole report with charts{(examination.NotChecked.Count > 0 ? $", and {Some(examination.NotChecked.Count, "thing")} that could not be checked" : string.Empty)}");
        if (Path.Exists(examination.Address) && !examination.Profile.Tables.Any(table => table.Reading.Of(Role.Patient) is not null))
        {
            page.Command($"anamnesis init {address}", "say what the columns are, where names alone did not tell");
        }

        page.Blank();
        page.Say(Privacy.Sentence(rendering), "grey");
    }

    /// <summary>An address as it is typed in a shell.</summary>
    static string Typed(string address) => address.All(letter => char.IsLetterOrDigit(letter) || "./_-:~+,".Contains(letter, StringComparison.Ordinal)) ? address : $"'{address}'";

    static string Some(long count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {thing}{(count == 1 ? string.Empty : "s")}");
}
