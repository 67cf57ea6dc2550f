using System.Globalization;
using Anamnesis.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Questions;

/// <summary>The form of <c>answers.yaml</c>: a list under <c>answers</c>. Every error names the line and the field.</summary>
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
            return yaml.Documents.Count == 0 ? [] : [.. List(yaml.Documents[0].RootNode, path).Select(node => Answer(node, path))];
        }
        catch (YamlException broken)
        {
            throw new AnamnesisException($"'{path}', line {broken.Start.Line}: this is no YAML: {broken.Message} Mend the line or move the file away.", broken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new AnamnesisException($"'{path}' lies beside the data and cannot be read: {closed.Message} Give the right to read it or move it away.", closed);
        }
    }

    static IEnumerable<YamlNode> List(YamlNode root, string path) => root switch
    {
        YamlMappingNode map when map.Children.TryGetValue("answers", out var list) && list is YamlSequenceNode sequence => sequence.Children,
        YamlMappingNode map when map.Children.TryGetValue("answers", out var none) && none is YamlScalarNode { Value: null or "" or "null" or "~" } => [],
        YamlScalarNode { Value: null or "" } => [],
        _ => throw new AnamnesisException($"'{path}', line {root.Start.Line}: expected a list under 'answers:', as in 'answers: [{{finding: …, says: …, role: …}}]'."),
    };

    static Answer Answer(YamlNode node, string path)
    {
        if (node is not YamlMappingNode map)
        {
            throw Wrong(path, node, $"expected keys such as 'finding: …', found '{node}'.");
        }

        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(key => !Keys.Contains(key.Value)))
        {
            throw Wrong(path, key, $"'{key.Value}' is not known. Did you mean '{Nearest.To(key.Value ?? string.Empty, Keys)[0]}'? Expected: {string.Join(", ", Keys)}.");
        }

        var role = Need(map, "role", path);
        if (Respondents.Find(role.Value!) is null) // needed texts are not empty
        {
            throw Wrong(path, role, $"role '{role.Value}' is not known. Nearest: {string.Join(", ", Nearest.To(role.Value!, Respondents.All.Select(r => r.Id)))}."); // not empty
        }

        return new Answer(
            Need(map, "finding", path).Value!, // needed texts are not empty
            Text(map, "confirms", path) is { } confirms ? Known("confirms", confirms, path) : null,
            [.. Texts(map, "rules-out", path).Select(mechanism => Known("rules-out", mechanism, path))],
            Need(map, "says", path).Value!, // needed texts are not empty
            role.Value!, // needed texts are not empty
            Text(map, "date", path) is { } date ? Day(date, path) : null,
            Text(map, "certainty", path) is { } certainty ? Certainty(certainty, path) : 1,
            Text(map, "document", path)?.Value);
    }

    static string Known(string key, YamlScalarNode mechanism, string path) => Pages.Find(mechanism.Value!) is not null // texts are not empty
        ? mechanism.Value! // texts are not empty
        : throw Wrong(path, mechanism, $"{key}: there is no mechanism '{mechanism.Value}'. Nearest: {string.Join(", ", Nearest.To(mechanism.Value!, Pages.All.Select(page => page.Id)))}."); // texts are not empty

    static DateOnly Day(YamlScalarNode text, string path) =>
        DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Wrong(path, text, $"date '{text.Value}' is no date. Expected the form 2026-11-24.");

    static int Certainty(YamlScalarNode text, string path) =>
        int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var certainty) && certainty <= 3 ? certainty
        : throw Wrong(path, text, $"certainty '{text.Value}' is not known. Expected 0 (a guess), 1, 2 or 3 (documented).");

    static YamlScalarNode Need(YamlMappingNode map, string key, string path) => Text(map, key, path) ?? throw Wrong(path, map, $"'{key}' is missing.");

    /// <summary>The text under a key; null when it is absent or empty.</summary>
    static YamlScalarNode? Text(YamlMappingNode map, string key, string path) => !map.Children.TryGetValue(key, out var node) ? null : node switch
    {
        YamlScalarNode { Value.Length: > 0 } text => text,
        YamlScalarNode => null,
        _ => throw Wrong(path, node, $"{key}: expected one text, found a list or a map."),
    };

    /// <summary>The texts under a key: a list, or one alone.</summary>
    static IEnumerable<YamlScalarNode> Texts(YamlMappingNode map, string key, string path) => !map.Children.TryGetValue(key, out var node) ? [] : node switch
    {
        YamlSequenceNode list when list.Children.All(item => item is YamlScalarNode { Value.Length: > 0 }) => list.Children.Cast<YamlScalarNode>(),
        YamlScalarNode { Value.Length: > 0 } alone => [alone],
        YamlScalarNode => [],
        _ => throw Wrong(path, node, $"{key}: expected a list of texts, as in '{key}: [unit-mixture]'."),
    };

    static AnamnesisException Wrong(string path, YamlNode at, string what) => new($"'{path}', line {at.Start.Line}: {what}");
}
