using System.Text;

namespace Anamnesis.Questions.Linting;

/// <summary>A text made plain for patterns: lower case, no diacritics, simple quotes, single blanks, quoted passages left out.</summary>
/// <param name="Original">As it was given.</param>
/// <param name="Plain">As patterns see it.</param>
/// <param name="Cased">The same with its capitals.</param>
/// <param name="Places">Where each letter of <paramref name="Plain"/> stands in <paramref name="Original"/>.</param>
/// <param name="HasQuote">Whether a quoted passage was left out.</param>
sealed record Wording(string Original, string Plain, string Cased, IReadOnlyList<int> Places, bool HasQuote)
{
    const int Most = 3000; // letters; what is longer is overlong by then
    const double MostlyQuoted = 0.6; // a text that is one quotation is the question itself
    const char BlankOpens = '⟨'; // a blank of a pattern stands for a number or for one thing
    const char BlankCloses = '⟩';
    static readonly string[] Counted = ["how many", "number", "ile", "ilu", "wie viele", "zahl"];
    const string Accented = "ąćęłńóśźżäöüéèêëáàâãçíìîïñõôòúùûýåøß";
    const string Bare = "acelnoszzaoueeeeaaaaciiiinooouuuyaos";

    /// <summary>The place in the original of a range of the plain text.</summary>
    internal (int From, int To) Place(int from, int to) => Places.Count == 0 || from >= to
        ? (0, Math.Min(Original.Length, 1))
        : (Places[Math.Min(from, Places.Count - 1)], Places[Math.Min(to, Places.Count) - 1] + 1);

    internal static Wording Of(string text)
    {
        var seen = text.Length > Most ? text[..Most] : text;
        var quotes = Quotes(seen);
        var (plain, cased, places) = (new StringBuilder(seen.Length), new StringBuilder(seen.Length), new List<int>(seen.Length));
        var inside = 0;
        for (var i = 0; i < seen.Length; i++)
        {
            if (seen[i] == BlankOpens && seen.IndexOf(BlankCloses, i) is > 0 and var closes)
            {
                var stands = seen[i..closes].Any(char.IsAsciiDigit) || Counted.Any(word => seen[i..closes].Contains(word, StringComparison.OrdinalIgnoreCase)) ? "12" : "this item";
                plain.Append(stands);
                cased.Append(stands);
                places.AddRange(Enumerable.Repeat(i, stands.Length - 1).Append(closes));
                i = closes;
                continue;
            }

            if (inside < quotes.Count && i > quotes[inside].Open && i < quotes[inside].Close)
            {
                Close(seen, i, quotes[inside].Close, plain, cased, places);
                continue;
            }

            inside += inside < quotes.Count && i == quotes[inside].Close ? 1 : 0;
            var letter = Letter(seen[i]);
            if (letter == ' ' && (plain.Length == 0 || plain[^1] is ' ' or '\n'))
            {
                continue;
            }

            plain.Append(letter);
            cased.Append(char.IsUpper(seen[i]) ? char.ToUpperInvariant(letter) : letter);
            places.Add(i);
        }

        var end = plain.ToString().TrimEnd().Length;
        return new Wording(text, plain.ToString(0, end), cased.ToString(0, end), places, quotes.Count > 0);
    }

    /// <summary>Puts a full stop where a quotation ends a sentence: its own question mark asks nobody.</summary>
    static void Close(string text, int at, int close, StringBuilder plain, StringBuilder cased, List<int> places)
    {
        var after = text[(close + 1)..];
        if (at == close - 1 && text[at] is '.' or '?' or '!' or '…' && after.TrimStart() is [var next, ..] rest && char.IsUpper(next) && rest.Length < after.Length)
        {
            plain.Append('.');
            cased.Append('.');
            places.Add(at);
        }
    }

    static char Letter(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var accent = Accented.IndexOf(lower, StringComparison.Ordinal);
        return accent >= 0 ? Bare[accent] : lower switch
        {
            '’' or '‘' or '´' or '`' => '\'',
            '“' or '”' or '„' or '«' or '»' => '"',
            '–' or '—' or '‑' or '−' => '-',
            '\n' => '\n',
            '…' => '.',
            '？' => '?',
            _ when char.IsWhiteSpace(lower) || char.IsControl(lower) => ' ',
            _ => lower,
        };
    }

    /// <summary>Quoted passages, unless they are most of the text.</summary>
    static List<(int Open, int Close)> Quotes(string text)
    {
        List<(int Open, int Close)> quotes = [];
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (Letter(text[i]) == '"')
            {
                if (open >= 0)
                {
                    quotes.Add((open, i));
                }

                open = open >= 0 ? -1 : i;
            }
        }

        return quotes.Sum(quote => quote.Close - quote.Open) > MostlyQuoted * text.Trim().Length ? [] : quotes;
    }
}
