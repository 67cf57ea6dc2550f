using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>What readiness is about: dimensions with the mechanisms that touch them, uses with the levels that they need; <c>knowledge/readiness.yaml</c>.</summary>
public static class ReadinessTable
{
    static readonly Lazy<YamlNode> Loaded = new(() => Embedded.Yaml(Embedded.Text("readiness.yaml")));

    /// <summary>Ids of the mechanisms that touch a dimension; empty when it is not in the table.</summary>
    public static IReadOnlyList<string> Mechanisms(string dimension) => Find("dimensions", dimension)?.TextsAt("mechanisms") ?? [];

    /// <summary>The least level of every dimension that a use needs; empty when it is not in the table.</summary>
    public static IReadOnlyList<(string Dimension, int Least)> Gates(string use) =>
    [
        .. (Find("uses", use)?.ListAt("gates") ?? []).Select(gate => (gate.TextAt("dimension")!, int.Parse(gate.TextAt("level")!, CultureInfo.InvariantCulture))), // the table is ours; a law reads it whole
    ];

    static YamlNode? Find(string list, string id) => Loaded.Value.ListAt(list).FirstOrDefault(node => node.TextAt("id") == id);
}
