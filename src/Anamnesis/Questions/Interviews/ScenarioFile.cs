using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Interviews;

/// <summary>The form of a scenario. Every error names the line and the field.</summary>
static class ScenarioFile
{
    static readonly string[] Kinds = ["data", "need"];
    static readonly string[] Tracks = ["patients", "analysis", "equipment", "facility"];

    internal static Scenario Read(string path) => Of(FileNode.Read(path, "Name a scenario or a file of one."), path);

    internal static Scenario Parse(string path, string text) => Of(FileNode.Parse(path, text), path);

    static Scenario Of(FileNode? read, string path)
    {
        var root = (read ?? throw new AnamnesisException($"'{path}' is empty. Expected a scenario: id, title, kind, brief, persona, topics, facts, beliefs."))
            .Only("id", "title", "kind", "track", "brief", "shown", "persona", "topics", "facts", "beliefs", "gap", "synonyms", "replies", "misheard");
        var kind = root.Word("kind", Kinds);
        var scenario = new Scenario
        {
            Id = root.Need("id"),
            Title = root.Need("title"),
            Kind = kind,
            Track = kind == "need" ? root.Word("track", Tracks) : null,
            Brief = root.Need("brief"),
            Shown = root.Texts("shown"),
            Persona = Persona(root.At("persona") ?? throw root.Wrong("'persona' is missing.")),
            Topics = [.. (root.At("topics") ?? throw root.Wrong("'topics' is missing.")).Pairs.Select(pair => Topic(pair.Key, pair.Value))],
            Facts = [.. root.List("facts").Select(Fact)],
            Beliefs = [.. root.List("beliefs").Select(Belief)],
            Gap = [.. root.List("gap").Select(Part)],
            Synonyms = Words(root, "synonyms"),
            Misheard = Words(root, "misheard"),
            Replies = root.At("replies") is { } replies ? replies.Pairs.ToDictionary(pair => pair.Key, pair => Replies(replies, pair.Key), StringComparer.Ordinal) : new(StringComparer.Ordinal),
        };
        Whole(scenario, root);
        return scenario;
    }

    static Persona Persona(FileNode node)
    {
        node.Only("name", "role", "about", "minutes", "patience", "trust", "agreeable", "talkative");
        return new Persona(node.Need("name"), node.Word("role", [.. Respondents.All.Select(role => role.Id)]), node.Need("about"))
        {
            Minutes = node.Number("minutes", 1, 120, 15),
            Patience = node.Number("patience", 1, 100, 60),
            Trust = node.Number("trust", 1, 100, 45),
            Agreeable = node.Number("agreeable", 0, 1, 0.7),
            Talkative = node.Number("talkative", 0, 1, 0.5),
        };
    }

    static Topic Topic(string id, FileNode node)
    {
        node.Only("name", "words", "yes-no");
        return new Topic(id, node.Need("name"), node.Need("words"), node.Need("yes-no"));
    }

    static Fact Fact(FileNode node)
    {
        node.Only("id", "topic", "level", "prior", "key", "requires", "text", "hook", "gist", "ask");
        return new Fact(node.Need("id"), node.Need("topic"), node.Whole("level", 1, 5), node.Number("prior", 0.001, 0.999))
        {
            Key = node.Flag("key"),
            Requires = node.Text("requires"),
            Text = node.Need("text"),
            Hook = node.Text("hook"),
            Gist = node.Need("gist"),
            Ask = node.Need("ask"),
        };
    }

    static Belief Belief(FileNode node)
    {
        node.Only("id", "cues", "agrees", "truth");
        return new Belief(node.Need("id"), node.Texts("cues") is { Count: > 0 } cues ? cues : throw node.Wrong("'cues' is missing."), node.Need("agrees"), node.Need("truth"));
    }

    static GapPart Part(FileNode node)
    {
        node.Only("says", "words", "points");
        return new GapPart(node.Need("says"), node.Need("words"), node.Number("points", 0.1, 100));
    }

    static Dictionary<string, string> Words(FileNode root, string key) =>
        root.At(key) is { } map ? map.Pairs.ToDictionary(pair => pair.Key, pair => map.Need(pair.Key), StringComparer.Ordinal) : new(StringComparer.Ordinal);

    static IReadOnlyList<string> Replies(FileNode replies, string rule) => Phrases.Knows(rule) ? replies.Texts(rule)
        : throw replies.Wrong(rule, $"there is no rule '{rule}'. Nearest: {string.Join(", ", Nearest.To(rule, Phrases.Rules))}.");

    /// <summary>What refers to something else has to find it.</summary>
    static void Whole(Scenario scenario, FileNode root)
    {
        if (scenario.Facts.Count == 0)
        {
            throw root.Wrong("'facts' is missing: a person who knows nothing cannot be interviewed.");
        }

        foreach (var (fact, node) in scenario.Facts.Zip(root.List("facts")))
        {
            if (scenario.Topic(fact.Topic) is null)
            {
                throw node.Wrong("topic", $"topic '{fact.Topic}' of fact {fact.Id} is not known. Nearest: {string.Join(", ", Nearest.To(fact.Topic, scenario.Topics.Select(topic => topic.Id)))}.");
            }

            if (scenario.Facts.Count(other => other.Id == fact.Id) > 1)
            {
                throw node.Wrong("id", $"there are two facts '{fact.Id}'. Give each an id of its own.");
            }

            if (Reaches(scenario, fact) is false)
            {
                throw node.Wrong("requires", $"requires '{fact.Requires}' of fact {fact.Id} leads to no fact that can be told first.");
            }
        }
    }

    /// <summary>Whether the chain of what has to be known before ends.</summary>
    static bool Reaches(Scenario scenario, Fact fact)
    {
        var at = fact;
        for (var steps = 0; at is not null && steps <= scenario.Facts.Count; steps++)
        {
            if (at.Requires is null)
            {
                return true;
            }

            at = scenario.Fact(at.Requires);
        }

        return false;
    }
}
