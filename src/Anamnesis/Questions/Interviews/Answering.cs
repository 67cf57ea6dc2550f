namespace Anamnesis.Questions.Interviews;

/// <summary>How the way of asking decides what is answered: the first rule that fits.</summary>
/// <param name="scenario">Who is asked.</param>
/// <param name="seed">Which of several phrases is said.</param>
sealed class Answering(Scenario scenario, int seed)
{
    /// <summary>A question with one of these suggests its answer: it is agreed to, and no fact is told.</summary>
    internal static readonly string[] Steering = ["leading", "self-answered", "social-pressure", "causal-leap"];

    const double Trusting = 55;
    const double Strained = 30;
    const double Shy = 0.3;
    const double Polite = 0.5;
    const int LeastSaid = 2; // words of a fact

    static readonly string[] Foreign = ["jargon", "raw-identifier", "unexplained-acronym", "delegated-analysis"];
    static readonly string[] Courtesy = ["solution-first", "compliment-fishing", "hypothetical-future"];
    static readonly string[] Severe =
    [
        "leading", "blame", "loaded-wording", "social-pressure", "jargon", "raw-identifier", "question-stack", "overlong", "boil-the-ocean", "vague", "negative-wording",
        "hypothetical-future", "solution-first", "unverified-presupposition",
    ];

    internal Given To(Heard heard, IReadOnlyList<Turn> turns, double trust)
    {
        var knows = turns.Select(turn => turn.Fact?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var rule = Rule(heard, turns);
        var given = rule switch
        {
            "teach-back" => TeachBack(heard, turns, knows),
            "misunderstood" => Say(rule, turns) with { Reply = Misheard(heard) ?? Say(rule, turns).Reply, Plants = heard.Any("closed", "forced-choice") ? Ids(heard) : [] },
            "courtesy" => Say(rule, turns) with { Plants = Ids(heard), Reply = heard.Suggests.Count > 0 ? heard.Suggests[0].Agrees : Say(rule, turns).Reply },
            "agrees" => Agree(heard, turns),
            "yes-no" => YesNo(heard, turns, knows),
            "open" => Open(heard, turns, knows, trust),
            _ => Say(rule, turns),
        };
        return given with { Topic = given.Fact?.Topic ?? given.Topic ?? heard.Topic };
    }

    static string Rule(Heard heard, IReadOnlyList<Turn> turns) =>
        !heard.Text.Any(char.IsLetter) || heard.Linted.Language == "none" ? "nothing-said"
        : heard.Linted.Score is null ? "other-language"
        : heard.Any("privacy-risk") ? "privacy"
        : heard.Any("blame") ? "blame"
        : heard.IsSocial ? turns.All(turn => turn.Score is null) ? "greeting" : "thanks"
        : heard.Linted.Shows("states-back") && !heard.Any(Steering) ? "teach-back"
        : heard.AsksWhoElse && !heard.Any(Steering) ? "open"
        : heard.Any(Foreign) ? "misunderstood"
        : heard.Any("wrong-role") ? "wrong-role"
        : heard.Any("wish-list") ? "wish"
        : heard.Any("bare-scale") ? "number"
        : heard.Any(Courtesy) && !heard.Any("leading", "self-answered") ? "courtesy" // what is put into the mouth is agreed to or turned down
        : heard.Any(Steering) ? "agrees"
        : heard.Any("recall-overload", "missing-time-frame") ? "guess"
        : heard.Any("generic-habit") ? "official"
        : heard.Any("closed", "forced-choice") ? "yes-no"
        : heard.Any("no-clear-ask") && !heard.Introduces ? "no-ask"
        : heard.Topic is null ? AskedBack(heard, turns)
        : heard.IsOpen ? "open" : "yes-no";

    /// <summary>A topic that is not recognised is asked back about once; the second time topics are offered.</summary>
    static string AskedBack(Heard heard, IReadOnlyList<Turn> turns) => heard.Introduces || heard.Closes ? "thanks"
        : turns.Count > 0 && turns[^1].Rule is "asks-back" or "offers-topics" ? "offers-topics" : "asks-back";

    Given Say(string rule, IReadOnlyList<Turn> turns) =>
        new(rule, Phrases.Of(scenario, rule, seed, turns.Count).Replace("{topics}", Offered(turns), StringComparison.Ordinal));

    string Offered(IReadOnlyList<Turn> turns)
    {
        var untold = scenario.Topics.Where(topic => topic.Id != "others" && scenario.Facts.Any(fact => fact.Topic == topic.Id && turns.All(turn => turn.Fact != fact))).Take(3).Select(topic => topic.Name).ToList();
        return untold.Count switch { 0 => scenario.Title, 1 => untold[0], _ => $"{string.Join(", ", untold[..^1])} or {untold[^1]}" };
    }

    static IReadOnlyList<string> Ids(Heard heard) => [.. heard.Suggests.Select(belief => belief.Id)];

    string? Misheard(Heard heard) => Stems.Words(heard.Text) is var words
        ? scenario.Misheard.Where(pair => words.Any(word => word.StartsWith(pair.Key, StringComparison.OrdinalIgnoreCase))).Select(pair => pair.Value).FirstOrDefault()
        : null;

    /// <summary>Agreeing is the cheapest reply; who does not like to agree turns it down, without a detail.</summary>
    Given Agree(Heard heard, IReadOnlyList<Turn> turns) =>
        scenario.Persona.Agreeable < Polite ? Say("declines", turns)
        : heard.Suggests.Count > 0 ? new Given("agrees", heard.Suggests[0].Agrees) { Plants = Ids(heard) }
        : Say("agrees", turns);

    Given YesNo(Heard heard, IReadOnlyList<Turn> turns, HashSet<string> knows)
    {
        var topic = scenario.Topic(heard.Topic);
        var surface = topic is null || heard.IsTemplate ? null : Left(topic.Id, knows).FirstOrDefault(fact => fact.Level == 1);
        var word = topic?.YesNo ?? Say("yes-no", turns).Reply;
        return new Given("yes-no", surface is null ? word : $"{word} {surface.Text}") { Fact = surface, Credit = surface is null ? 0 : 0.5 };
    }

    /// <summary>What was said back is confirmed, or corrected by the first thing of importance that is missing.</summary>
    Given TeachBack(Heard heard, IReadOnlyList<Turn> turns, HashSet<string> knows)
    {
        var wrong = turns.LastOrDefault(turn => turn.Clears) is { } cleared ? turns.SkipWhile(turn => turn != cleared).Any(turn => turn.Planted.Count > 0) : turns.Any(turn => turn.Planted.Count > 0);
        var missing = heard.IsTemplate || heard.Repeats || !SaysBack(heard, turns) ? null
            : scenario.Facts.Where(fact => fact.Key && Tellable(fact, knows)).OrderBy(fact => fact.Level).FirstOrDefault();
        var said = Say(wrong ? "teach-back-wrong" : missing is null ? "teach-back" : "teach-back-more", turns).Reply;
        return new Given("teach-back", missing is null ? said : $"{said} {missing.Text}") { Fact = missing, Credit = 1, Clears = true };
    }

    /// <summary>Whether something is said back that was told, and not only that something was.</summary>
    bool SaysBack(Heard heard, IReadOnlyList<Turn> turns)
    {
        var said = Stems.Of(heard.Text, scenario.Synonyms).ToHashSet(StringComparer.Ordinal);
        return turns.Select(turn => turn.Fact).OfType<Fact>().Any(fact => Stems.Of($"{fact.Gist} {fact.Hook}", scenario.Synonyms).Distinct(StringComparer.Ordinal).Count(said.Contains) >= LeastSaid);
    }

    Given Open(Heard heard, IReadOnlyList<Turn> turns, HashSet<string> knows, double trust)
    {
        var depth = Depth(heard, trust);
        var topic = heard.Near.Where(near => near.Topic == heard.Topic || near.Closeness >= TopicMap.Recognised).Select(near => near.Topic)
            .OrderBy(near => near != heard.Topic).FirstOrDefault(near => Left(near, knows).Any()) ?? heard.Topic!; // open is the rule only where a topic was recognised
        var left = Left(topic, knows).ToList();
        if (left.Count == 0)
        {
            return Say("exhausted", turns) with { Depth = depth };
        }

        var reach = scenario.Persona.Talkative < Shy ? Math.Min(depth, 1 + scenario.Facts.Where(fact => fact.Topic == topic && knows.Contains(fact.Id)).Select(fact => fact.Level).DefaultIfEmpty(1).Max()) : depth;
        var wanted = heard.AsksExceptions ? 4 : heard.AsksMechanism ? 3 : 2;
        var told = left.Where(fact => fact.Level <= Math.Max(1, reach)).OrderBy(fact => Math.Abs(fact.Level - wanted)).ThenBy(fact => fact.Level).ThenBy(fact => fact.Id, StringComparer.Ordinal).FirstOrDefault();
        return told is null ? Say("too-general", turns) with { Depth = depth, Topic = topic }
            : new Given("open", told.Text) { Fact = told, Depth = depth, Credit = depth >= 4 ? 1 : depth == 3 ? 0.9 : 0.7 };
    }

    static int Depth(Heard heard, double trust)
    {
        if (heard.IsTemplate)
        {
            return 1; // the same sentence with another word in it
        }

        var depth = 2 + (heard.IsAnchored ? 1 : 0) + (heard.IsShown ? 1 : 0) + (heard.AsksMechanism ? 1 : 0) + (trust >= Trusting ? 1 : 0)
            - (trust < Strained ? 1 : 0) - (heard.Any(Severe) ? 1 : 0);
        return heard.AsksExceptions ? Math.Max(depth, 4) : depth;
    }

    IEnumerable<Fact> Left(string topic, HashSet<string> knows) => scenario.Facts.Where(fact => fact.Topic == topic && Tellable(fact, knows));

    static bool Tellable(Fact fact, HashSet<string> knows) => !knows.Contains(fact.Id) && (fact.Requires is null || knows.Contains(fact.Requires));
}
