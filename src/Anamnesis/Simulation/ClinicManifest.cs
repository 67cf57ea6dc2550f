using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anamnesis.Simulation;

/// <summary><c>manifest.json</c>: what made the folder, and what is in it.</summary>
static class ClinicManifest
{
    internal const string Name = "manifest.json";

    internal const string Schema = "anamnesis/clinic/1";

    const string Label = "Synthetic and deliberately messy. All people, places and events are invented; errors, gaps and oddities were made on purpose. Not for clinical use.";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(string path, ClinicPlan plan, ClinicWriting writing, IReadOnlyList<ClinicFile> files)
    {
        var manifest = new JsonObject
        {
            ["schema"] = Schema,
            ["label"] = Label,
            ["version"] = typeof(ClinicManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0],
            ["seed"] = plan.Seed,
            ["patients"] = plan.Patients,
            ["years"] = $"{plan.FirstYear}-{plan.LastYear}",
            ["style"] = plan.Style.Id,
            ["format"] = writing.Csv ? "csv" : "parquet",
            ["levers"] = Standing(plan),
            ["distortions"] = new JsonArray([.. plan.Process.Select(Distorted)]),
            ["files"] = new JsonArray([.. files.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["rows"] = file.Rows, ["bytes"] = file.Bytes, ["sha256"] = file.Sha256 })]),
        };
        File.WriteAllText(path, manifest.ToJsonString(Indented) + "\n");
    }

    static JsonObject Standing(ClinicPlan plan) => new((plan.Levers?.Standing ?? []).Select(one =>
        KeyValuePair.Create<string, JsonNode?>(one.Lever.Id, new JsonArray([.. one.Settings.Select(setting => (JsonNode)setting.ToString())]))));

    static JsonNode Distorted(Distortion one)
    {
        var node = new JsonObject { ["mechanism"] = one.Mechanism, ["severity"] = one.Severity };
        foreach (var (key, value) in ((string, string?)[])[("site", one.Site), ("ward", one.Ward), ("from", Day(one.From)), ("to", Day(one.To))])
        {
            if (value is not null)
            {
                node[key] = value;
            }
        }

        return node;
    }

    static string? Day(DateTime? moment) => moment?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
