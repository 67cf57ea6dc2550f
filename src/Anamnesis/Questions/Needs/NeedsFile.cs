using System.Text.Json.Nodes;
using Anamnesis.Knowledge;
using Anamnesis.Readiness;

namespace Anamnesis.Questions.Needs;

/// <summary>The form of <c>needs.yaml</c>. Every error names the line and the field.</summary>
static class NeedsFile
{
    internal static readonly string[] Screens = ["lawful", "ethical", "acted-on", "tried-without-software", "can-be-stopped"];
    static readonly string[] Tracks = ["patients", "analysis", "equipment", "facility"];
    static readonly string[] Fields = ["id", "track", "short", "population", "problem", "outcome", "scores", "because", "findings", "use", "screen"];

    static readonly Lazy<FileNode> Worked = new(() => FileNode.Parse("knowledge/needs.yaml", Embedded.Text("needs.yaml"))!); // ours, and not empty

    /// <summary>The sixteen that come with the program.</summary>
    internal static IReadOnlyList<Need> Examples => [.. Worked.Value.List("needs").Select(Need)];

    internal static IReadOnlyList<WrongPick> WrongPicks =>
        [.. Worked.Value.List("wrong").Select(node => new WrongPick(node.Need("id"), node.Need("short"), node.Texts("cues"), node.Need("picked"), node.Need("fails"), Scores(node)))];

    internal static IReadOnlyList<Need> Read(string path) => Of(FileNode.Read(path, "Give a file with 'needs:'; 'anamnesis needs rank --example' prints one."), path);

    internal static IReadOnlyList<Need> Parse(string path, string text) => Of(FileNode.Parse(path, text), path);

    internal static string ExampleText => Embedded.Text("needs.yaml");

    static IReadOnlyList<Need> Of(FileNode? read, string path)
    {
        var root = (read ?? throw new AnamnesisException($"'{path}' is empty. Expected 'needs:' with one entry a need; 'anamnesis needs rank --example' prints one.")).Only("needs", "wrong");
        var needs = root.List("needs").Select(Need).ToList();
        return needs.Count == 0 ? throw root.Wrong("there is no need under 'needs:'.")
            : needs.GroupBy(need => need.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice ? throw root.Wrong($"there are two needs '{twice.Key}'. Give each an id of its own.")
            : needs;
    }

    static Need Need(FileNode node)
    {
        node.Only(Fields);
        return new Need
        {
            Id = node.Need("id"),
            Track = node.Word("track", Tracks),
            Short = node.Text("short") ?? node.Need("problem"),
            Population = node.Need("population"),
            Problem = node.Need("problem"),
            Outcome = node.Need("outcome"),
            Scores = Scores(node),
            Because = node.At("because") is { } because ? because.Only([.. Axis.All.Select(axis => axis.Id)]).Pairs.ToDictionary(pair => pair.Key, pair => because.Need(pair.Key), StringComparer.Ordinal) : new(StringComparer.Ordinal),
            Findings = node.Texts("findings"),
            Use = node.Text("use") is null ? null : node.Word("use", [.. Catalog.Of<IUse>().Select(use => use.Id)]),
            Screen = Screens.ToDictionary(screen => screen, screen => node.At("screen")?.Only(Screens) is { } given && given.Text(screen) is not null ? given.Flag(screen) : (bool?)null, StringComparer.Ordinal),
        };
    }

    static Dictionary<string, int> Scores(FileNode node)
    {
        var scores = (node.At("scores") ?? throw node.Wrong("'scores' is missing.")).Only([.. Axis.All.Select(axis => axis.Id)]);
        return Axis.All.ToDictionary(axis => axis.Id, axis => scores.Whole(axis.Id, 0, axis.Most), StringComparer.Ordinal);
    }

    /// <summary>What an examination, as JSON, says about the data for a need.</summary>
    /// <exception cref="AnamnesisException">It cannot be read or is none.</exception>
    internal static Func<Need, NeedReadiness?> Examined(string path)
    {
        const string schema = "anamnesis/examination/1";
        var (findings, uses) = WrittenJson.Read(path, "an examination", "Give what 'anamnesis examine … --json' printed.", read => (string?)read?["schema"] != schema
            ? throw new AnamnesisException($"'{path}' is no examination: expected the form {schema}, as 'anamnesis examine … --json' prints it.")
            : ((read["findings"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(finding => (string?)finding["id"] ?? string.Empty, finding => (string?)finding["says"] ?? string.Empty, StringComparer.Ordinal),
                (read["readiness"] as JsonArray ?? []).OfType<JsonObject>().ToDictionary(use => (string?)use["use"] ?? string.Empty, use => (Level: (int?)use["level"] ?? 0, Says: (string?)use["says"] ?? string.Empty), StringComparer.Ordinal)));
        return need => need.Use is { } use && uses.TryGetValue(use, out var found)
            ? new NeedReadiness(use, found.Level, found.Says, [.. need.Findings.Select(id => (id, findings.GetValueOrDefault(id, "not in this examination")))])
            : null;
    }
}
