using Anamnesis.Knowledge;
using YamlDotNet.RepresentationModel;

namespace Anamnesis.Questions.Linting;

/// <summary>A flaw or a quality of a question: its page, <c>knowledge/flaws/&lt;id&gt;.md</c> or <c>knowledge/qualities/&lt;id&gt;.md</c>.</summary>
public sealed record Criterion
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>In plain words.</summary>
    public required string Name { get; init; }

    /// <summary>Of a flaw: steering, form, abstraction, data or addressee; of a quality: null.</summary>
    public string? Family { get; init; }

    /// <summary>The component of the score that it moves.</summary>
    public required string Component { get; init; }

    /// <summary>Points that it takes (a flaw) or gives (a quality).</summary>
    public required int Points { get; init; }

    /// <summary>The most that a question with this flaw can score; 100 for a quality.</summary>
    public required int Ceiling { get; init; }

    /// <summary>Why it fails, in one sentence for the person who asks; null for a quality.</summary>
    public string? Says { get; init; }

    /// <summary>What the clinician would probably do; null for a quality.</summary>
    public string? Clinician { get; init; }

    /// <summary>A way to ask, with ⟨blanks⟩; null for a quality.</summary>
    public string? Ask { get; init; }

    /// <summary>The sections of the text, in order: title and Markdown.</summary>
    public required IReadOnlyList<(string Title, string Text)> Sections { get; init; }

    /// <summary>Facts of structure that show it, see <see cref="Structure"/>.</summary>
    internal IReadOnlyList<string> Forms { get; init; } = [];

    internal IReadOnlyDictionary<string, IReadOnlyList<Cue>> Cues { get; init; } = new Dictionary<string, IReadOnlyList<Cue>>(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, IReadOnlyList<Cue>> Hints { get; init; } = new Dictionary<string, IReadOnlyList<Cue>>(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, IReadOnlyList<Cue>> Guards { get; init; } = new Dictionary<string, IReadOnlyList<Cue>>(StringComparer.Ordinal);

    /// <summary>The text of a section, empty when there is none.</summary>
    public string Section(string title) => Sections.FirstOrDefault(section => section.Title == title).Text ?? string.Empty;

    internal static Criterion Parse(string markdown)
    {
        var parts = markdown.Split("---\n", 3, StringSplitOptions.None);
        var front = (YamlMappingNode)Embedded.Yaml(parts[1]);
        return new Criterion
        {
            Id = front.TextAt("id")!, // the pages are ours and complete; a law reads them
            Name = front.TextAt("name")!, // as above
            Family = front.TextAt("family"),
            Component = front.TextAt("component")!, // as above
            Points = Number(front, "points", 0),
            Ceiling = Number(front, "ceiling", 100),
            Says = front.TextAt("says"),
            Clinician = front.TextAt("clinician"),
            Ask = front.TextAt("ask"),
            Forms = front.TextsAt("forms"),
            Cues = Each(front, "cues"),
            Hints = Each(front, "hints"),
            Guards = Each(front, "guards"),
            Sections = [.. parts[2].Split("## ", StringSplitOptions.RemoveEmptyEntries).Where(text => text.Contains('\n', StringComparison.Ordinal) && text.Trim().Length > 0)
                .Select(text => (text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim(), text[text.IndexOf('\n', StringComparison.Ordinal)..].Trim()))],
        };
    }

    static Dictionary<string, IReadOnlyList<Cue>> Each(YamlNode front, string key) =>
        Patterns(front, key).ToDictionary(pair => pair.Language, pair => (IReadOnlyList<Cue>)[.. pair.Lines.Select(line => new Cue(line))], StringComparer.Ordinal);

    static int Number(YamlNode front, string key, int otherwise) =>
        front.TextAt(key) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;

    static IEnumerable<(string Language, string[] Lines)> Patterns(YamlNode front, string key) => front.At(key) is YamlMappingNode map
        ? map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value!, ((YamlScalarNode)pair.Value).Value!.Split('\n', StringSplitOptions.RemoveEmptyEntries))) // scalars, see above
        : [];
}
