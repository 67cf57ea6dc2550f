using YamlDotNet.RepresentationModel;

namespace Anamnesis.Knowledge;

/// <summary>The page of a mechanism: its words, <c>knowledge/mechanisms/&lt;id&gt;.md</c>.</summary>
public sealed record Page
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>The mechanism in plain words.</summary>
    public required string Name { get; init; }

    /// <summary>missingness, values, times, identity, coding, signal, selection or deidentification.</summary>
    public required string Family { get; init; }

    /// <summary>Steps of the process at which it arises.</summary>
    public required IReadOnlyList<string> ArisesAt { get; init; }

    /// <summary>What it means for us: reality, artefact, error, deid or unclear.</summary>
    public required string Verdict { get; init; }

    /// <summary>Which kind of absent it makes: not-indicated, not-done, not-recorded, not-delivered, or null.</summary>
    public string? Absence { get; init; }

    /// <summary>What it is mistaken for.</summary>
    public required IReadOnlyList<Rival> Rivals { get; init; }

    /// <summary>The weakest severity, in [0, 1], at which it shows in a clinic of a thousand patients or more; what is weaker need not be found.</summary>
    public double Detectable { get; init; } = 0.3;

    /// <summary>The same where it acts at one of three sites alone; above 1 where it does not show there at all.</summary>
    public double DetectableAtOneSite { get; init; } = 0.3;

    /// <summary>Who can tell: an id of <c>knowledge/respondents.yaml</c>.</summary>
    public required string Respondent { get; init; }

    /// <summary>The fact that would settle it.</summary>
    public required string Settles { get; init; }

    /// <summary>The question, with the blank <c>{what}</c>.</summary>
    public required string Question { get; init; }

    /// <summary>The question about the exception, or null.</summary>
    public string? Exception { get; init; }

    /// <summary>Keys of <c>knowledge/references.yaml</c>.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The sections of the text, in order: title and Markdown.</summary>
    public required IReadOnlyList<(string Title, string Text)> Sections { get; init; }

    /// <summary>The text of a section, empty when there is none.</summary>
    public string Section(string title) => Sections.FirstOrDefault(section => section.Title == title).Text ?? string.Empty;

    /// <summary>Reads a page.</summary>
    /// <exception cref="InvalidOperationException">The front matter lacks a key.</exception>
    internal static Page Parse(string markdown)
    {
        var parts = markdown.Split("---\n", 3, StringSplitOptions.None);
        var front = (YamlMappingNode)Embedded.Yaml(parts[1]);
        return new Page
        {
            Id = Need(front, "id"),
            Name = Need(front, "name"),
            Family = Need(front, "family"),
            ArisesAt = front.TextsAt("arises-at"),
            Verdict = Need(front, "verdict"),
            Absence = front.TextAt("absence"),
            Rivals = [.. front.ListAt("rivals").Select(rival => new Rival(Need(rival, "id"), Need(rival, "tells-apart")))],
            Detectable = double.Parse(front.TextAt("detectable") ?? "0.3", System.Globalization.CultureInfo.InvariantCulture),
            DetectableAtOneSite = double.Parse(front.TextAt("detectable-at-one-site") ?? front.TextAt("detectable") ?? "0.3", System.Globalization.CultureInfo.InvariantCulture),
            Respondent = Need(front, "respondent"),
            Settles = Need(front, "settles"),
            Question = Need(front, "question"),
            Exception = front.TextAt("exception"),
            References = front.TextsAt("references"),
            Sections = [.. parts[2].Split("## ", StringSplitOptions.RemoveEmptyEntries).Where(text => text.Contains('\n', StringComparison.Ordinal) && text.Trim().Length > 0)
                .Select(text => (text[..text.IndexOf('\n', StringComparison.Ordinal)].Trim(), text[text.IndexOf('\n', StringComparison.Ordinal)..].Trim()))],
        };
    }

    static string Need(YamlNode front, string key) =>
        front.TextAt(key) ?? throw new InvalidOperationException($"A page lacks '{key}': {front.TextAt("id")}.");
}
