using System.Globalization;
using Anamnesis.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Questions;

/// <summary>The form of <c>answers.yaml</c>: a list under <c>answers</c>.</summary>
static class AnswerFile
{
    static readonly string[] Keys = ["finding", "confirms", "rules-out", "says", "role", "date", "certainty", "document"];

    internal static IReadOnlyList<Answer> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root
                ? []
                : [.. List(root, path).Children.Select(node => Answer(node, path))];
        }
        catch (YamlException broken)
        {
            throw new AnamnesisException($"'{path}', line {broken.Start.Line}: this is no YAML: {broken.Message} Mend the line or move the file away.", broken);
        }
    }

    static YamlSequenceNode List(YamlMappingNode root, string path) =>
        root.Children.TryGetValue(new YamlScalarNode("answers"), out var list) && list is YamlSequenceNode sequence
            ? sequence
            : throw new AnamnesisException($"'{path}': expected a list under 'answers:', as in 'answers: [{{finding: …, says: …, role: …}}]'.");

    static Answer Answer(YamlNode node, string path)
    {
        var line = node.Start.Line;
        if (node is not YamlMappingNode map)
        {
            throw new AnamnesisException($"'{path}', line {line}: expected keys such as 'finding: …', found '{node}'.");
        }

        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? string.Empty).Where(key => !Keys.Contains(key)))
        {
            throw new AnamnesisException($"'{path}', line {line}: '{key}' is not known. Did you mean '{Nearest.To(key, Keys)[0]}'? Expected: {string.Join(", ", Keys)}.");
        }

        var role = Text(map, "role") ?? throw Lacks("role", path, line);
        if (Respondents.Find(role) is null)
        {
            throw new AnamnesisException(
                $"'{path}', line {line}: the role '{role}' is not known. Nearest: {string.Join(", ", Nearest.To(role, Respondents.All.Select(r => r.Id)))}.");
        }

        return new Answer(
            Text(map, "finding") ?? throw Lacks("finding", path, line),
            Known(Text(map, "confirms"), path, line),
            [.. Texts(map, "rules-out").Select(id => Known(id, path, line)!)], // Known gives null only for null
            Text(map, "says") ?? throw Lacks("says", path, line),
            role,
            Day(Text(map, "date"), path, line),
            Certainty(Text(map, "certainty"), path, line),
            Text(map, "document"));
    }

    static string? Known(string? mechanism, string path, long line) => mechanism is null || Pages.Find(mechanism) is not null
        ? mechanism
        : throw new AnamnesisException(
            $"'{path}', line {line}: there is no mechanism '{mechanism}'. Nearest: {string.Join(", ", Nearest.To(mechanism, Pages.All.Select(page => page.Id)))}.");

    static DateOnly? Day(string? text, string path, long line) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new AnamnesisException($"'{path}', line {line}: '{text}' is no date. Expected the form 2026-11-24.");

    static int Certainty(string? text, string path, long line) => text is null ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var certainty) && certainty <= 3 ? certainty
        : throw new AnamnesisException($"'{path}', line {line}: certainty '{text}' is not known. Expected 0 (a guess), 1, 2 or 3 (documented).");

    static AnamnesisException Lacks(string key, string path, long line) => new($"'{path}', line {line}: '{key}' is missing.");

    static string? Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    static IEnumerable<string> Texts(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlSequenceNode list
            ? list.Children.OfType<YamlScalarNode>().Select(item => item.Value).OfType<string>()
            : [];
}
