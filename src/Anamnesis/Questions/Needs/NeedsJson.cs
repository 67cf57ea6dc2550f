using System.Text.Json;
using System.Text.Json.Nodes;

namespace Anamnesis.Questions.Needs;

/// <summary>A ranking as JSON, <c>anamnesis/needs/1</c>.</summary>
static class NeedsJson
{
    internal const string Schema = "anamnesis/needs/1";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Text(IReadOnlyList<RankedNeed> ranking) => new JsonObject
    {
        ["schema"] = Schema,
        ["needs"] = new JsonArray([.. ranking.Select(Need)]),
    }.ToJsonString(Indented);

    static JsonNode Need(RankedNeed ranked) => new JsonObject
    {
        ["id"] = ranked.Need.Id,
        ["track"] = ranked.Need.Track,
        ["statement"] = ranked.Need.Statement,
        ["rank"] = ranked.Rank,
        ["rankWithin"] = new JsonArray(ranked.Best, ranked.Worst),
        ["startNow"] = Math.Round(ranked.Score.StartNow, 1),
        ["benefit"] = Math.Round(ranked.Score.Benefit, 1),
        ["feasible"] = Math.Round(ranked.Score.Feasible, 1),
        ["friction"] = Math.Round(ranked.Score.Friction, 3),
        ["confidence"] = Math.Round(ranked.Score.Confidence, 2),
        ["scores"] = new JsonObject(ranked.Need.Scores.Select(score => KeyValuePair.Create<string, JsonNode?>(score.Key, score.Value))),
        ["candidate"] = ranked.Candidate,
        ["faults"] = new JsonArray([.. ranked.Faults.Select(fault => (JsonNode)fault)]),
        ["regulation"] = Regulation.Hint(ranked.Need.Scores["regulation"]),
        ["resembles"] = new JsonArray([.. ranked.Resembles.Select(pick => (JsonNode)new JsonObject { ["id"] = pick.Id, ["short"] = pick.Short, ["fails"] = pick.Fails })]),
        ["readiness"] = ranked.Readiness is { } ready ? new JsonObject
        {
            ["use"] = ready.Use,
            ["level"] = ready.Level,
            ["says"] = ready.Says,
            ["findings"] = new JsonArray([.. ready.Findings.Select(finding => (JsonNode)new JsonObject { ["id"] = finding.Id, ["says"] = finding.Says })]),
        }
        : null,
    };
}
