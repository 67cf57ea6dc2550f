using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>The files of <c>knowledge/</c>, embedded in the library.</summary>
static class Embedded
{
    internal static string Text(string name)
    {
        using var reader = new StreamReader(
            typeof(Embedded).Assembly.GetManifestResourceStream("knowledge/" + name)
            ?? throw new InvalidOperationException($"knowledge/{name} is not embedded."));
        return reader.ReadToEnd();
    }

    internal static IReadOnlyList<string> Names(string folder) =>
    [
        .. typeof(Embedded).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"knowledge/{folder}/", StringComparison.Ordinal))
            .Select(name => name["knowledge/".Length..])
            .Order(StringComparer.Ordinal),
    ];

    internal static YamlNode Yaml(string text)
    {
        var yaml = new YamlStream();
        using var reader = new StringReader(text);
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    internal static YamlNode? At(this YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    internal static string? TextAt(this YamlNode node, string key) =>
        node.At(key) is YamlScalarNode { Value: { } value } && value is not ("null" or "~" or "") ? value : null;

    internal static IReadOnlyList<string> TextsAt(this YamlNode node, string key) =>
        node.At(key) is YamlSequenceNode list ? [.. list.Children.OfType<YamlScalarNode>().Select(item => item.Value ?? string.Empty)] : [];

    internal static IEnumerable<YamlNode> ListAt(this YamlNode node, string key) => node.At(key) is YamlSequenceNode list ? list.Children : [];
}
