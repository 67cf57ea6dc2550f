using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>The clinical variables.</summary>
public static class Variables
{
    static readonly Lazy<IReadOnlyList<KnownVariable>> Loaded = new(() =>
        [.. ((YamlSequenceNode)Embedded.Yaml(Embedded.Text("variables.yaml"))).Children.Select(Read)]);

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<KnownVariable> All => Loaded.Value;

    /// <summary>The variable of that id, or null.</summary>
    public static KnownVariable? Find(string id) => All.FirstOrDefault(variable => variable.Id == id);

    static KnownVariable Read(YamlNode node) => new()
    {
        Id = node.TextAt("id")!, // the file is ours and complete; a test reads it
        Name = node.TextAt("name")!, // as above
        Loinc = node.TextsAt("loinc"),
        Codes = node.TextsAt("codes"),
        Names = [.. ((YamlMappingNode)node.At("names")!).Children.Values.OfType<YamlSequenceNode>() // as above
            .SelectMany(names => names.Children.OfType<YamlScalarNode>().Select(name => name.Value!)).Distinct(StringComparer.OrdinalIgnoreCase)], // as above
        Unit = node.TextAt("unit") ?? string.Empty,
        Factors = node.At("factors") is YamlMappingNode factors
            ? factors.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!) // keys and values of scalars
            : new Dictionary<string, string>(),
        Hard = Range(node, "hard"),
        Extreme = Range(node, "extreme"),
        Usual = Range(node, "usual"),
        Constant = node.TextAt("constant") == "true",
    };

    static (double Low, double High) Range(YamlNode node, string key)
    {
        var ends = node.TextsAt(key);
        return ends.Count == 2
            && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var low)
            && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var high)
                ? (low, high)
                : (double.NegativeInfinity, double.PositiveInfinity);
    }
}
