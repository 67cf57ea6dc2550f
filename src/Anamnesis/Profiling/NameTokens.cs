using System.Text;

namespace Anamnesis.Profiling;

/// <summary>A name of a column or item, folded and cut into words.</summary>
/// <param name="Joined">All letters and digits in lower case without diacritics.</param>
/// <param name="Words">The words: cut at separators, at a change from lower to upper case, and between letters and digits.</param>
readonly record struct NameTokens(string Joined, IReadOnlyList<string> Words)
{
    const string From = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻäöüÄÖÜáčďéěíňřšťúůýžµ";
    const string To = "acelnoszzACELNOSZZaouAOUacdeeinrstuuyzu";

    static readonly string[] WordsEndingInId =
    [
        "acid", "fluid", "lipid", "covid", "oid", "amid", "oxid", "chlorid", "carotid", "solid", "suicid", "valid", "hybrid", "void", "paid", "mid", "rapid", "grid", "bid", "qid", "semid",
    ];

    internal static NameTokens Of(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var last = ' ';
        foreach (var letter in Fold(name))
        {
            var cut = !char.IsLetterOrDigit(letter)
                || (char.IsUpper(letter) && char.IsLower(last))
                || (char.IsDigit(letter) && char.IsLetter(last))
                || (char.IsLetter(letter) && char.IsDigit(last));
            if (cut && word.Length > 0)
            {
                words.Add(word.ToString().ToLowerInvariant());
                word.Clear();
            }

            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter);
            }

            last = letter;
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString().ToLowerInvariant());
        }

        return new NameTokens(string.Concat(words), words);
    }

    /// <summary>True when the name speaks of a date or a time.</summary>
    internal bool SaysTime => Has("date", "datetime", "time", "timestamp", "datum", "czas", "zeit", "godzina", "uhrzeit", "zeitpunkt", "dtm", "dttm", "dtc") || Joined is "start" or "stop" || Joined.EndsWith("date", StringComparison.Ordinal) || Joined.EndsWith("time", StringComparison.Ordinal);

    /// <summary>True when the name speaks of a birth: in full, or as registers shorten it.</summary>
    internal bool SaysBirth => Contains("birth", "dob", "urodz", "geburt", "gebdat") || Has("geb", "dob") || (Has("ur") && Has("data"));

    /// <summary>True when the name is a shortened word of a German hospital system before a word for time, such as <c>AUFNDAT</c> or <c>ENTL_ZEIT</c>.</summary>
    internal bool IsTimeOf(params ReadOnlySpan<string> any)
    {
        foreach (var stem in any)
        {
            if (Joined.StartsWith(stem, StringComparison.Ordinal) && Joined[stem.Length..] is "dat" or "datum" or "zeit" or "tag" or "uhr" or "uhrzeit" or "zp")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the name ends as keys do; words that only happen to end so are no keys: acid, thyroid, Chlorid.</summary>
    internal bool EndsAsKey => Joined.EndsWith("id", StringComparison.Ordinal) && !WordsEndingInId.Any(Joined.EndsWith);

    internal bool Has(params ReadOnlySpan<string> any)
    {
        foreach (var wanted in any)
        {
            if (Words.Contains(wanted))
            {
                return true;
            }
        }

        return false;
    }

    internal bool Is(params ReadOnlySpan<string> any) => any.Contains(Joined);

    internal bool Contains(params ReadOnlySpan<string> any)
    {
        foreach (var wanted in any)
        {
            if (Joined.Contains(wanted, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    static string Fold(string name) => Ascii.IsValid(name) ? name : string.Concat(name.Select(letter =>
        letter == 'ß' ? "ss" : From.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? To[place].ToString() : letter.ToString()));
}
