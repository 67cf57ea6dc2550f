using System.CommandLine;
using System.Globalization;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench findings</c>: how many findings on real data sets are false, by the judgement of a person who read each of them.</summary>
static class BenchFindings
{
    const string Judgements = "docs/real-files.csv";

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var details = new Option<bool>("--details") { Description = "list what is false, wrong or not yet read" };
        var command = new Command("findings", "Count how many findings on real data sets a person found false (needs ANAMNESIS_SHARED)") { details };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(details), cancellation));
        return command;
    }

    static int Run(Terminal terminal, bool details, CancellationToken cancellation)
    {
        var data = RealSets.Folder;
        var path = RealSets.Known(Judgements, "judgements");

        terminal.Out.WriteLine("data set              findings   true  trivial  false  unread   likely cause: right  plausible  wrong  unread");
        var all = new List<Seen>();
        foreach (var set in FindingJudgement.Read(path).GroupBy(judgement => judgement.Set, StringComparer.Ordinal))
        {
            var known = set.ToDictionary(judgement => judgement.Finding, StringComparer.Ordinal);
            var seen = Examiner.Examine(Path.Combine(data, set.Key), new ExaminationOptions { Cancellation = cancellation }).Diagnoses
                .Select(diagnosis => new Seen(set.Key, diagnosis, known.GetValueOrDefault(diagnosis.Finding.Id))).ToList();
            Line(terminal, set.Key, seen);
            all.AddRange(seen);
        }

        Line(terminal, "all", all);
        foreach (var one in details ? all.Where(one => one.Judged is "false" or "unread" || one.Cause is "wrong" or "unread") : [])
        {
            terminal.Out.WriteLine($"{one.Judged}, cause {one.Cause ?? "unclear"}: {one.Set} {one.Diagnosis.Finding.Id} {one.Diagnosis.Finding.Table}: {one.Diagnosis.Finding.Says} ({one.Judgement?.Why ?? one.Diagnosis.Likely?.Mechanism})");
        }

        return ExitCode.Done;
    }

    static void Line(Terminal terminal, string name, List<Seen> seen)
    {
        int Judged(string word) => seen.Count(one => one.Judged == word);
        int Caused(string word) => seen.Count(one => one.Cause == word);
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-20} {seen.Count,9} {Judged("true"),6} {Judged("trivial"),8} {Judged("false"),6} {Judged("unread"),7} {Caused("right"),21} {Caused("plausible"),10} {Caused("wrong"),6} {Caused("unread"),7}"));
    }

    /// <summary>A finding of today beside what was thought of it; a likely cause that changed has to be read again.</summary>
    sealed record Seen(string Set, Diagnosis Diagnosis, FindingJudgement? Judgement)
    {
        internal string Judged => Judgement?.Judged ?? "unread";

        internal string? Cause => Diagnosis.Likely is not { } likely ? null : Judgement?.Likely == likely.Mechanism ? Judgement.Cause ?? "unread" : "unread";
    }
}
