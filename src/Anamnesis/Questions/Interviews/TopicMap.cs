namespace Anamnesis.Questions.Interviews;

/// <summary>Which topic a text is about: the cosine between its stems and the words of each topic, rare words weighing more.</summary>
sealed class TopicMap
{
    /// <summary>Below this cosine a topic is not recognised.</summary>
    internal const double Recognised = 0.17;

    const int Correctable = 5; // letters from which on a typing error is mended

    readonly IReadOnlyDictionary<string, string> _synonyms;
    readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    readonly List<(string Topic, Dictionary<string, double> Weights)> _topics = [];

    internal TopicMap(IEnumerable<(string Id, string Words)> topics, IReadOnlyDictionary<string, string> synonyms)
    {
        _synonyms = synonyms;
        var bags = topics.Select(topic => (topic.Id, Stems: Stems.Of(topic.Words, synonyms))).ToList();
        foreach (var stem in bags.SelectMany(bag => bag.Stems).Distinct(StringComparer.Ordinal))
        {
            _rarity[stem] = Math.Log((1.0 + bags.Count) / (1 + bags.Count(bag => bag.Stems.Contains(stem)))) + 1;
        }

        _topics.AddRange(bags.Select(bag => (bag.Id, Unit(bag.Stems))));
    }

    /// <summary>The topics by closeness, nearest first.</summary>
    internal IReadOnlyList<(string Topic, double Closeness)> Near(string text)
    {
        var weights = Unit(Stems.Of(text, _synonyms).Select(Mended));
        return [.. _topics.Select(topic => (topic.Topic, weights.Sum(pair => pair.Value * topic.Weights.GetValueOrDefault(pair.Key))))
            .OrderByDescending(topic => topic.Item2).ThenBy(topic => topic.Topic, StringComparer.Ordinal)];
    }

    /// <summary>A stem nobody knows that is one letter off a known one is that one.</summary>
    string Mended(string stem) => stem.Length < Correctable || _rarity.ContainsKey(stem) ? stem
        : _rarity.Keys.Where(known => Math.Abs(known.Length - stem.Length) <= 1 && known.Length >= Correctable && Nearest.Distance(known, stem) == 1).Order(StringComparer.Ordinal).FirstOrDefault(stem);

    Dictionary<string, double> Unit(IEnumerable<string> stems)
    {
        var weights = stems.Where(_rarity.ContainsKey).GroupBy(stem => stem, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (1 + Math.Log(group.Count())) * _rarity[group.Key], StringComparer.Ordinal);
        var length = Math.Sqrt(weights.Values.Sum(weight => weight * weight));
        return length == 0 ? weights : weights.ToDictionary(pair => pair.Key, pair => pair.Value / length, StringComparer.Ordinal);
    }
}
