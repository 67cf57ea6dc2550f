namespace Anamnesis.Simulation.Rows;

/// <summary>The words of a column, each kept once while they are few and short; from the first sentence on, of which hardly one comes twice, all are kept as they come.</summary>
sealed class Words
{
    const int Most = 20_000;
    const int Longest = 64; // letters of a word
    const int Recent = 1024;

    readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    readonly List<string> _words = [];
    readonly List<ShortText> _short = [];
    readonly (string? Word, int Place)[] _recent = new (string?, int)[Recent];
    bool _sentences;

    /// <summary>Whether each was kept once, and there is one.</summary>
    internal bool Few => _words.Count == _places.Count && _words.Count > 0;

    /// <summary>In the order in which the engine compares texts.</summary>
    internal IEnumerable<string> InOrder => _words.Order(StringComparer.Ordinal);

    internal string this[int place] => _words[place];

    /// <summary>The place of a word.</summary>
    internal int Place(string word)
    {
        if (_sentences || word.Length > Longest || _places.Count == Most)
        {
            _sentences = true;
            return Add(word);
        }

        ref var recent = ref _recent[word.Length == 0 ? 0 : (word.Length + (7 * word[0]) + (31 * word[^1]) + (131 * word[word.Length / 2])) % Recent];
        if (recent.Word != word)
        {
            recent = (word, Find(word));
        }

        return recent.Place;
    }

    int Find(string word)
    {
        if (!_places.TryGetValue(word, out var place))
        {
            place = Add(word);
            _places[word] = place;
        }

        return place;
    }

    int Add(string word)
    {
        _words.Add(word);
        _short.Add(ShortText.Of(word));
        return _words.Count - 1;
    }

    /// <summary>The word as the engine keeps short texts.</summary>
    internal ShortText Short(int place) => _short[place];

    /// <summary>The places in the order of <see cref="InOrder"/>, by place.</summary>
    internal int[] Ranks()
    {
        var ranks = new int[_words.Count];
        foreach (var (rank, place) in Enumerable.Range(0, _words.Count).OrderBy(place => _words[place], StringComparer.Ordinal).Index())
        {
            ranks[place] = rank;
        }

        return ranks;
    }

    /// <summary>Lets go of what was not kept once: the rows that had it are written.</summary>
    internal void Forget()
    {
        _words.RemoveRange(_places.Count, _words.Count - _places.Count); // words come before the first sentence
        _short.RemoveRange(_places.Count, _short.Count - _places.Count);
    }
}
