using System.Text;

namespace Anamnesis.Questions.Linting;

/// <summary>Reads from a pattern the runs of letters of which every match holds at least one.</summary>
sealed class Required
{
    const int LongEnough = 6; // letters; beyond, fewer words are worth more than longer ones

    readonly string _pattern;
    int _at;

    Required(string pattern) => _pattern = pattern;

    /// <summary>The runs, or null where a match may do without any.</summary>
    internal static IReadOnlyList<string>? Of(string pattern)
    {
        var reading = new Required(pattern);
        var found = reading.Alternatives();
        return reading._at == pattern.Length ? found : null;
    }

    IReadOnlyList<string>? Alternatives()
    {
        List<string>? all = [];
        while (true)
        {
            all = Sequence() is { } one && all is not null ? [.. all, .. one] : null;
            if (!Is('|'))
            {
                return all;
            }

            _at++;
        }
    }

    IReadOnlyList<string>? Sequence()
    {
        IReadOnlyList<string>? best = null;
        var run = new StringBuilder();
        void End()
        {
            best = run.Length >= Letters.Run ? Better(best, [run.ToString()]) : best;
            run.Clear();
        }

        while (_at < _pattern.Length && !Is('|') && !Is(')'))
        {
            if (Is('('))
            {
                End();
                best = Group() is { } inner ? Better(best, inner) : best;
            }
            else if (char.IsAsciiLetter(_pattern[_at]) || Is(' ') || Is('\''))
            {
                var letter = _pattern[_at++];
                if (Quantified() is { } least)
                {
                    run.Append(letter, Math.Min(least, 1));
                    End();
                }
                else
                {
                    run.Append(letter);
                }
            }
            else
            {
                End();
                Skip();
                Quantified();
            }
        }

        End();
        return best;
    }

    /// <summary>What a group requires: nothing where it only looks ahead or behind, or may be left out.</summary>
    IReadOnlyList<string>? Group()
    {
        _at++;
        var looks = false;
        if (Is('?'))
        {
            looks = _pattern[_at + 1] is '=' or '!' || (_pattern[_at + 1] == '<' && _pattern[_at + 2] is '=' or '!');
            _at = looks ? _at + (_pattern[_at + 1] == '<' ? 3 : 2) : _pattern.IndexOfAny([':', '>'], _at) + 1;
        }

        var inner = Alternatives();
        _at++;
        return Quantified() is 0 || looks ? null : inner;
    }

    /// <summary>One sign that is no letter: a class, an escape, an anchor.</summary>
    void Skip()
    {
        if (Is('['))
        {
            while (!Is(']'))
            {
                _at += Is('\\') ? 2 : 1;
            }
        }

        _at += Is('\\') ? 2 : 1;
    }

    /// <summary>The least number of times of a quantifier, which is passed; null when there is none.</summary>
    int? Quantified()
    {
        if (_at == _pattern.Length || _pattern[_at] is not ('?' or '*' or '+' or '{'))
        {
            return null;
        }

        var least = Is('+') || (Is('{') && _pattern[_at + 1] != '0') ? 1 : 0;
        _at = Is('{') ? _pattern.IndexOf('}', _at) + 1 : _at + 1;
        _at += Is('?') ? 1 : 0;
        return least;
    }

    bool Is(char sign) => _at < _pattern.Length && _pattern[_at] == sign;

    static IReadOnlyList<string> Better(IReadOnlyList<string>? one, IReadOnlyList<string> other) => one is null || Worth(other).CompareTo(Worth(one)) > 0 ? other : one;

    static (int Shortest, int Fewer) Worth(IReadOnlyList<string> words) => (Math.Min(LongEnough, words.Min(word => word.Length)), -words.Count);
}
