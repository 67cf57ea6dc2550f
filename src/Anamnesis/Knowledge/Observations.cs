using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>What a finding looks like to the person who is asked about it, from <c>knowledge/observations.yaml</c>.</summary>
public static class Observations
{
    static readonly Lazy<IReadOnlyDictionary<string, string>> Loaded = new(() =>
        ((YamlMappingNode)Embedded.Yaml(Embedded.Text("observations.yaml"))).Children
            .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!)); // the file is ours and complete; a test reads it

    /// <summary>The sentence of a kind of finding, with blanks such as <c>{what}</c>; null for an unknown kind.</summary>
    public static string? Find(string kind) => Loaded.Value.GetValueOrDefault(kind);
}
