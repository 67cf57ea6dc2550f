using System.CommandLine;
using System.Globalization;
using Anamnesis.Profiling;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis bench recognition</c>: roles and clinical variables of real data sets against labels written by hand.</summary>
static class BenchRecognition
{
    internal const string Labels = "tests/Anamnesis.Tests/Recognition/expected-roles.csv";

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var set = new Option<string?>("--set") { HelpName = "name", Description = "this data set alone" };
        var details = new Option<bool>("--details") { Description = "list every column that was read wrongly or has no label" };
        var command = new Verb(
            "recognition",
            "Compare recognised roles and clinical variables with labels written by hand.",
            [("bench recognition", "a line for each data set"), ("bench recognition --set nhefs --details", "one set, with every column that was read wrongly")],
            "Needs the data sets, which are not part of this program: ANAMNESIS_SHARED names the folder that holds data/.") { set, details };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(set), parsed.GetValue(details), cancellation));
        return command;
    }

    static int Run(Terminal terminal, string? set, bool details, CancellationToken cancellation)
    {
        var data = RealSets.Folder;
        var labels = RealSets.Known(Labels, "labels");

        var accuracy = RecognitionAccuracy.Of(labels, data, set, cancellation);
        foreach (var marks in accuracy.Marks.GroupBy(mark => mark.Label.Set, StringComparer.Ordinal))
        {
            Line(terminal, marks.Key, accuracy with { Marks = [.. marks] });
        }

        Line(terminal, "all", accuracy);
        var headerless = accuracy.Marks.Where(mark => mark.IsHeaderless).ToList();
        terminal.Out.WriteLine($"without a header: {headerless.Count} columns, roles right in {headerless.Count(mark => mark.RoleIsRight)}; variables by values alone are not guessed ({headerless.Count(mark => mark.Label.Variables.Any(variable => variable is not null))} would have one)");
        Confusions(terminal, accuracy);
        if (details)
        {
            Details(terminal, accuracy);
        }

        return ExitCode.Done;
    }

    static void Line(Terminal terminal, string name, RecognitionAccuracy accuracy) => terminal.Out.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-20} {accuracy.Marks.Count,5} columns  roles {accuracy.Roles,6:P1}  (sure of {accuracy.Marks.Count(mark => mark.ClaimsRole),4}, wrong {accuracy.WrongRoles,5:P1})  variables {accuracy.Variables,6:P1} of {accuracy.Marks.Count(mark => mark.Label.HasVariable && !mark.IsHeaderless),3}  (sure of {accuracy.Marks.Count(mark => mark.ClaimsVariable),3}, wrong {accuracy.WrongVariables,5:P1})"));

    static void Confusions(Terminal terminal, RecognitionAccuracy accuracy)
    {
        var confusions = accuracy.Marks.Where(mark => !mark.RoleIsRight).GroupBy(mark => (Is: mark.Label.Roles[0], As: mark.Reading.Role)).OrderByDescending(group => group.Count());
        foreach (var group in confusions)
        {
            terminal.Out.WriteLine($"{group.Count(),4} {Spelled(group.Key.Is)} read as {Spelled(group.Key.As)}");
        }
    }

    static void Details(Terminal terminal, RecognitionAccuracy accuracy)
    {
        foreach (var mark in accuracy.Marks.Where(mark => !mark.RoleIsRight || !mark.VariableIsRight))
        {
            var (label, reading) = (mark.Label, mark.Reading);
            terminal.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{label.Set} {label.Table}.{label.Column}: {string.Join('|', label.Roles.Select(Spelled))} {string.Join('|', label.Variables)} / read {Spelled(reading.Role)} {reading.Confidence:0.00} {reading.Variable} {reading.VariableConfidence:0.00} ({reading.Reason})"));
        }

        foreach (var column in accuracy.Unlabelled)
        {
            terminal.Out.WriteLine($"no label: {column}");
        }

        foreach (var label in accuracy.Unread)
        {
            terminal.Out.WriteLine($"not read: {label.Set},{label.Table},{label.Column}");
        }
    }

    static string Spelled(Role role) => role == Role.RowId ? "row-id" : role.ToString().ToLowerInvariant();
}
