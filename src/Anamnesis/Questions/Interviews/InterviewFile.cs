using System.Text.Json;
using System.Text.Json.Nodes;
using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>A talk with its debrief as JSON, <c>anamnesis/interview/1</c>. What is read back is only who was asked and what was said: the debrief is made anew.</summary>
static class InterviewFile
{
    internal const string Schema = "anamnesis/interview/1";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="debrief">What came of the talk.</param>
    /// <param name="clinic">The folder of the clinic that was asked, or null.</param>
    internal static string Text(Debrief debrief, string? clinic = null)
    {
        var (talk, marks) = (debrief.Talk, debrief.Marks);
        var scenario = talk.Scenario;
        return new JsonObject
        {
            ["schema"] = Schema,
            ["scenario"] = scenario.Id,
            ["clinic"] = clinic,
            ["role"] = scenario.Persona.Role,
            ["kind"] = scenario.Kind,
            ["title"] = scenario.Title,
            ["seed"] = talk.Seed,
            ["model"] = talk.Model,
            ["score"] = marks.Total,
            ["level"] = marks.Level,
            ["gate"] = marks.Gate,
            ["marks"] = new JsonObject
            {
                ["information"] = Rounded(marks.Information),
                ["questions"] = Rounded(marks.Questions),
                ["structure"] = Rounded(marks.Structure),
                ["listening"] = Rounded(marks.Listening),
                ["conclusion"] = Rounded(marks.Conclusion),
                ["bits"] = Rounded(marks.Bits),
                ["ofBits"] = Rounded(marks.OfBits),
            },
            ["ended"] = talk.Broken,
            ["turns"] = Array(debrief.Lessons, Turn),
            ["split"] = debrief.Split is { } split ? Split(split) : null,
            ["notes"] = Array(debrief.Notes, note => JsonValue.Create(note)),
            ["facts"] = Array(scenario.Facts, fact => Fact(fact, debrief)),
            ["byDepth"] = Array(debrief.ByDepth, depth => new JsonObject { ["level"] = depth.Level, ["told"] = depth.Told, ["of"] = depth.Of }),
            ["beliefs"] = Array(talk.Beliefs, id => new JsonObject { ["id"] = id, ["truth"] = scenario.Beliefs.First(belief => belief.Id == id).Truth }),
            ["dropped"] = Array(debrief.Dropped, hook => new JsonObject { ["turn"] = hook.Turn, ["hook"] = hook.Hook }),
            ["checklist"] = Array(debrief.Checklist, item => new JsonObject { ["id"] = item.Id, ["says"] = item.Says, ["done"] = item.Done }),
            ["faults"] = Array(debrief.Faults, fault => new JsonObject { ["id"] = fault.Id, ["says"] = fault.Says }),
        }.ToJsonString(Indented);
    }

    /// <summary>Who was asked, what was said, and what was concluded.</summary>
    /// <exception cref="AnamnesisException">The file cannot be read or is none.</exception>
    internal static (string Scenario, string? Clinic, string? Role, int Seed, Script Script) Read(string path) => WrittenJson.Read(path, "an interview", "Give what 'anamnesis ask interview … --out' wrote.", root =>
        root is JsonObject read && (string?)read["schema"] == Schema && read["turns"] is JsonArray { Count: > 0 } turns
            ? ((string?)read["scenario"] ?? string.Empty, (string?)read["clinic"], (string?)read["role"], (int?)read["seed"] ?? 1,
                new Script([.. turns.Select(turn => (string?)turn?["text"] ?? string.Empty)], [.. (read["notes"] as JsonArray ?? []).Select(note => (string?)note ?? string.Empty)]))
            : throw new AnamnesisException($"'{path}' is no interview: expected the form {Schema} with turns, as 'anamnesis ask interview … --out' writes it."));

    static JsonObject Turn(Lesson lesson)
    {
        var turn = lesson.Turn;
        return new JsonObject
        {
            ["text"] = turn.Text,
            ["score"] = turn.Score,
            ["flaws"] = Array(turn.Linted.Flaws.Select(flaw => flaw.Id).Distinct(StringComparer.Ordinal), id => JsonValue.Create(id)),
            ["rule"] = turn.Rule,
            ["topic"] = turn.Topic,
            ["depth"] = turn.Depth,
            ["reply"] = turn.Reply,
            ["spoken"] = turn.Spoken,
            ["fact"] = turn.Fact?.Id,
            ["credit"] = turn.Credit,
            ["planted"] = Array(turn.Planted, id => JsonValue.Create(id)),
            ["offered"] = turn.Offered,
            ["tookHook"] = turn.TookHook,
            ["trust"] = Rounded(turn.Trust),
            ["patience"] = Rounded(turn.Patience),
            ["minutes"] = turn.Minutes,
            ["stage"] = turn.Stage.ToString().ToLowerInvariant(),
            ["did"] = lesson.Did,
            ["better"] = lesson.Better,
        };
    }

    static JsonObject Split(GapSplit split) => new()
    {
        ["score"] = Math.Round(split.Score, 2),
        ["of"] = split.Of,
        ["parts"] = Array(split.Parts, part => new JsonObject { ["says"] = part.Part.Says, ["truth"] = part.Part.Points, ["given"] = part.Given }),
        ["elsewhere"] = split.Elsewhere,
    };

    static JsonObject Fact(Fact fact, Debrief debrief) => new()
    {
        ["id"] = fact.Id,
        ["level"] = fact.Level,
        ["key"] = fact.Key,
        ["bits"] = Rounded(fact.Bits),
        ["says"] = fact.Gist,
        ["told"] = debrief.Told.Contains(fact.Id),
        ["concluded"] = debrief.Conclusion.Named.Contains(fact.Id),
    };

    static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];

    static double Rounded(double number) => Math.Round(number, 1);
}
