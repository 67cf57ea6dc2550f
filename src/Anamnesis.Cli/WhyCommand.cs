using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Anamnesis.Knowledge;
using Anamnesis.Simulation.Reasons;

namespace Anamnesis.Cli;

/// <summary><c>anamnesis why</c>: what was true behind a cell of a simulated record, and what happened to it.</summary>
static class WhyCommand
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Command Of(Terminal terminal, CancellationToken cancellation)
    {
        var clinic = new Argument<string>("clinic") { Description = "the folder that simulate wrote" };
        var table = new Argument<string>("table") { Description = "a table of its record" };
        var row = new Argument<string>("row") { Description = "a row id, else the id of a stay or a patient" };
        var column = new Argument<string>("column") { Description = "a column, or a test where a row is one result" };
        var json = new Option<bool>("--json") { Description = "print JSON" };
        var command = new Verb(
            "why",
            "What was true behind a cell of a simulated record, what happened to it, at which step and by whom, and whether it can be had again.",
            [("why clinic vitals 4711 weight", "a cell, by its row id"), ("why clinic labs 100000700 potassium", "the results of a stay, by its id")],
            "Only for clinics that simulate wrote: their truth is known.") { clinic, table, row, column, json };
        command.SetAction(parsed =>
        {
            using var written = WrittenClinic.Open(parsed.GetValue(clinic)!); // required
            written.Engine.Cancellation = cancellation;
            var reasons = Why.Ask(written, parsed.GetValue(table)!, parsed.GetValue(row)!, parsed.GetValue(column)!); // required
            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(new JsonArray([.. reasons.Select(Json)]).ToJsonString(Indented));
                return ExitCode.Done;
            }

            foreach (var reason in reasons)
            {
                Print(terminal, reason);
            }

            return ExitCode.Done;
        });
        return command;
    }

    static void Print(Terminal terminal, Reason reason)
    {
        terminal.Out.WriteLine($"{reason.Table}, row {reason.Row}, {reason.Column}{(reason.About is null ? string.Empty : $" ({reason.About})")}");
        terminal.Out.WriteLine($"  true      {(reason.IsAdded ? "there is no such row" : reason.True ?? "nothing: it does not apply")}");
        terminal.Out.WriteLine($"  recorded  {(reason.IsGone ? "the row is missing" : reason.Recorded ?? "empty")}");
        if (reason.Steps.Count == 0)
        {
            terminal.Out.WriteLine("  Nothing happened to it on the way into the record.");
        }

        foreach (var step in reason.Steps)
        {
            terminal.Out.WriteLine($"  {step.Mechanism}: {Pages.Find(step.Mechanism)?.Name}");
            terminal.Out.WriteLine($"    at the step {step.Step}, by the {step.Actor}: {(step.Whole ? step.After ?? step.Before : $"{step.Before ?? "empty"} -> {step.After ?? "empty"}")}");
            terminal.Out.WriteLine($"    {step.Class}{(step.Absence is { } absence ? $"; absent because {absence.Replace('-', ' ')}" : string.Empty)}");
            terminal.Out.WriteLine(step.Recoverable ? $"    can be recovered from {step.From}" : $"    cannot be recovered: {step.From}");
            terminal.Out.WriteLine($"    who would know: {Respondents.Find(step.Respondent ?? string.Empty)?.Name ?? step.Respondent}");
        }
    }

    static JsonNode Json(Reason reason) => new JsonObject
    {
        ["table"] = reason.Table,
        ["row"] = reason.Row,
        ["column"] = reason.Column,
        ["about"] = reason.About,
        ["true"] = reason.True,
        ["recorded"] = reason.Recorded,
        ["rowMissing"] = reason.IsGone,
        ["rowAdded"] = reason.IsAdded,
        ["steps"] = new JsonArray([.. reason.Steps.Select(step => (JsonNode)new JsonObject
        {
            ["mechanism"] = step.Mechanism, ["step"] = step.Step, ["actor"] = step.Actor, ["class"] = step.Class, ["before"] = step.Before, ["after"] = step.After,
            ["absence"] = step.Absence, ["recoverable"] = step.Recoverable, ["from"] = step.From, ["respondent"] = step.Respondent,
        })]),
    };
}
