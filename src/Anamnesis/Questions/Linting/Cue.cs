using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>A pattern over plain text that is neither built nor tried where the letters that it needs are not there.</summary>
sealed class Cue
{
    readonly int[][]? _needed;
    readonly Lazy<Regex> _pattern;

    internal Cue(string pattern)
    {
        var expanded = Words.Expanded(pattern);
        _needed = Required.Of(expanded)?.Select(Letters.Places).ToArray();
        _pattern = new Lazy<Regex>(() => Words.Regex(expanded));
    }

    /// <summary>One list of words as a pattern of whole words.</summary>
    internal static Cue Whole(string name) => new($@"\b@{name}\b");

    /// <param name="plain">A plain text.</param>
    /// <param name="letters">Its letters, or those of a text that holds it.</param>
    internal Match Match(string plain, Letters letters) => MayMatch(letters) ? _pattern.Value.Match(plain) : System.Text.RegularExpressions.Match.Empty;

    internal IEnumerable<Match> Matches(string plain, Letters letters) => MayMatch(letters) ? _pattern.Value.Matches(plain) : [];

    internal int Count(string plain, Letters letters) => MayMatch(letters) ? _pattern.Value.Count(plain) : 0;

    /// <summary>The match without a look at the letters first; for tests.</summary>
    internal Match Untried(string plain) => _pattern.Value.Match(plain);

    internal bool MatchesIn(string text) => _pattern.Value.IsMatch(text.ToLowerInvariant());

    internal bool MayMatch(Letters letters) => _needed is null || letters.MayHold(_needed);
}
