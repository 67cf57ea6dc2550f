using System.Text.Json;
using System.Text.Json.Nodes;
using Anamnesis.Simulation.Accuracy;

namespace Anamnesis.Cli;

/// <summary>The figures of <c>bench accuracy</c> as <c>anamnesis/accuracy/1</c>: shares in [0, 1], null where there was nothing to share.</summary>
static class AccuracyJson
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static void Print(AccuracyFigures figures, TrialSize size, TextWriter to) => to.WriteLine(new JsonObject
    {
        ["schema"] = "anamnesis/accuracy/1",
        ["clinics"] = figures.Clinics,
        ["cleanClinics"] = figures.CleanClinics,
        ["patients"] = size.Patients,
        ["years"] = $"{size.FirstYear}-{size.LastYear}",
        ["seed"] = size.Seed,
        ["planted"] = figures.Planted,
        ["above"] = figures.Above,
        ["findings"] = figures.Findings,
        ["detected"] = Rounded(figures.Detected),
        ["first"] = Rounded(figures.First),
        ["firstThree"] = Rounded(figures.FirstThree),
        ["wrongFirst"] = Rounded(figures.WrongFirst),
        ["falseFindingsPer100"] = Rounded(figures.FalseFindingsPer100),
        ["verdict"] = Rounded(figures.Verdict),
        ["verdictReality"] = Rounded(figures.VerdictReality),
        ["ece"] = Rounded(figures.Ece),
        ["mechanisms"] = new JsonArray([.. figures.Mechanisms.Select(one => Mechanism(one, figures))]),
        ["weakest"] = new JsonArray([.. AccuracyPage.Least(figures).Select(one => (JsonNode)one.Mechanism)]),
        ["confusion"] = new JsonArray([.. figures.Confusion.Select(one => (JsonNode)new JsonObject { ["truth"] = one.Truth, ["first"] = one.First, ["findings"] = one.Findings })]),
        ["calibration"] = new JsonArray([.. figures.Calibration.Select(bin => (JsonNode)new JsonObject { ["from"] = bin.From, ["findings"] = bin.Findings, ["stated"] = Rounded(bin.Stated), ["right"] = Rounded(bin.Right) })]),
    }.ToJsonString(Indented));

    static JsonNode Mechanism(MechanismFigures one, AccuracyFigures figures) => new JsonObject
    {
        ["mechanism"] = one.Mechanism,
        ["planted"] = one.Planted,
        ["above"] = one.Above,
        ["detected"] = Share(one.Detected, one.Above),
        ["first"] = Share(one.First, one.Detected),
        ["firstThree"] = Share(one.FirstThree, one.Detected),
        ["verdict"] = Share(one.Verdict, one.Detected),
        ["wrongFirst"] = one.WrongFirst,
        ["falseFindingsPer100"] = Rounded(figures.Per100(one.False)),
        ["verdictReality"] = one.IsReality ? Share(one.Verdict, one.Detected) : null,
        ["ece"] = Rounded(one.Stated.Error),
    };

    static JsonNode? Share(int part, int of) => of == 0 ? null : Rounded((double)part / of);

    static JsonNode? Rounded(double? number) => number is { } known ? Math.Round(known, 4) : null;
}
