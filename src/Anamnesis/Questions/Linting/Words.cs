using System.Text.RegularExpressions;
using Anamnesis.Knowledge;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Questions.Linting;

/// <summary>Words that patterns share, <c>knowledge/questions/words.yaml</c>.</summary>
static partial class Words
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(2); // texts are cut before; a pattern never needs this

    static readonly IReadOnlyDictionary<string, string> Known = ((YamlMappingNode)Embedded.Yaml(Embedded.Text("questions/words.yaml"))).Children
        .ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!, StringComparer.Ordinal); // the file is ours: text to text

    /// <summary>A pattern over plain text, with the shared words in the places of their <c>@names</c>.</summary>
    internal static Regex Pattern(string pattern) => Regex(Expanded(pattern));

    internal static Regex Regex(string expanded) => new(expanded, RegexOptions.CultureInvariant, Longest);

    /// <summary>A pattern with the words of its names.</summary>
    internal static string Expanded(string pattern) => Name().Replace(pattern, name => $"(?:{Known[name.Groups["name"].Value]})");

    [GeneratedRegex("@(?<name>[a-z-]+)")]
    private static partial Regex Name();
}
