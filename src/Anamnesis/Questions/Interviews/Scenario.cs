using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>A person who can be interviewed, and everything that person knows: <c>knowledge/scenarios/&lt;id&gt;.yaml</c>.</summary>
sealed record Scenario
{
    /// <summary>Kebab-case; the name of the file.</summary>
    internal required string Id { get; init; }

    /// <summary>What the talk is about, as a question.</summary>
    internal required string Title { get; init; }

    /// <summary><c>data</c> or <c>need</c>.</summary>
    internal required string Kind { get; init; }

    /// <summary>Of a need: patients, analysis, equipment or facility.</summary>
    internal string? Track { get; init; }

    /// <summary>What whoever asks knows before.</summary>
    internal required string Brief { get; init; }

    /// <summary>What lies on the table and may be pointed at.</summary>
    internal required IReadOnlyList<string> Shown { get; init; }

    /// <summary>Whether what is pointed at can be held against what lies on the table; of data that whoever asks has examined, it cannot.</summary>
    internal bool ChecksNumbers { get; init; } = true;

    internal required Persona Persona { get; init; }

    internal required IReadOnlyList<Topic> Topics { get; init; }

    internal required IReadOnlyList<Fact> Facts { get; init; }

    internal required IReadOnlyList<Belief> Beliefs { get; init; }

    /// <summary>Which cause explains how much of what is missing; empty where that is not known.</summary>
    internal IReadOnlyList<GapPart> Gap { get; init; } = [];

    /// <summary>Words that mean another word here, each with what it stands for.</summary>
    internal IReadOnlyDictionary<string, string> Synonyms { get; init; } = new Dictionary<string, string>();

    /// <summary>What this person says by rule; where nothing is given, what everybody says.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Replies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words of another trade, each with how it is misheard.</summary>
    internal IReadOnlyDictionary<string, string> Misheard { get; init; } = new Dictionary<string, string>();

    internal Fact? Fact(string id) => Facts.FirstOrDefault(fact => fact.Id == id);

    /// <summary>The next thing for somebody who knows these: of the topic, then of importance, then near the surface; null when all is known.</summary>
    internal Fact? Next(IReadOnlySet<string> knows, string? topic) => Facts
        .Where(fact => !knows.Contains(fact.Id) && (fact.Requires is null || knows.Contains(fact.Requires)))
        .OrderByDescending(fact => fact.Topic == topic).ThenByDescending(fact => fact.Key).ThenBy(fact => fact.Level).ThenBy(fact => fact.Id, StringComparer.Ordinal).FirstOrDefault();

    internal Topic? Topic(string? id) => Topics.FirstOrDefault(topic => topic.Id == id);

    /// <summary>The role in plain words.</summary>
    internal string Role => Respondents.Find(Persona.Role)?.Name ?? Persona.Role;
}
