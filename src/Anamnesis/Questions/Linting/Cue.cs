using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>A pattern over plain text that is not tried where the letters that it needs are not there.</summary>
sealed partial class Cue
{
    const int LeastLetters = 3;

    readonly string? _needed;
    readonly Lazy<Regex> _pattern;

    internal Cue(string pattern)
    {
        var expanded = Words.Expanded(pattern);
        _needed = Needed(expanded);
        _pattern = new Lazy<Regex>(() => Words.Regex(expanded));
    }

    internal Match Match(string plain) => _needed is not null && !plain.Contains(_needed, StringComparison.Ordinal) ? System.Text.RegularExpressions.Match.Empty : _pattern.Value.Match(plain);

    internal IEnumerable<Match> Matches(string plain) => _needed is not null && !plain.Contains(_needed, StringComparison.Ordinal) ? [] : _pattern.Value.Matches(plain);

    /// <summary>The longest run of letters and blanks that every match holds, or null.</summary>
    internal static string? Needed(string pattern)
    {
        var flat = Special().Replace(pattern, "#");
        while (Group().IsMatch(flat))
        {
            flat = Group().Replace(flat, "#");
        }

        var longest = flat.Contains('|', StringComparison.Ordinal) ? string.Empty : Runs().Matches(Optional().Replace(flat, "#")).Select(run => run.Value).DefaultIfEmpty(string.Empty).MaxBy(run => run.Length);
        return longest?.Trim().Length >= LeastLetters ? longest : null;
    }

    [GeneratedRegex(@"\\.|\[[^\]]*\]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Group();

    [GeneratedRegex(@".(?:[?*]|\{[^}]*\})")]
    private static partial Regex Optional();

    [GeneratedRegex("[a-zA-Z ]+")]
    private static partial Regex Runs();
}
