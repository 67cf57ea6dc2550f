using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Which language a text is written in, by its small words and letters.</summary>
static partial class Languages
{
    /// <summary>The languages whose questions are linted.</summary>
    internal static readonly IReadOnlyList<string> Read = ["en", "pl", "de"];

    const int Enough = 2; // small words, before another language is believed

    static readonly (string Language, string Small)[] Known =
    [
        ("en", "the a an of in on at to for and or is are was were do does did you your we our i it its this that they them there with from by what who when where why how which would could can have has had not be as if me my about please any all last patient data weight thank thanks"),
        ("pl", "czy jak jest sie nie to na w z do co kto kiedy gdzie dlaczego ile jaki jaka jakie ktory ktora ktore pan pani panstwo prosze dla od przez po ze przy oraz lub albo tak ma sa byl byla bylo i a o u za pod nad bo ten ta te tej tym jego jej skad czego komu pacjent pacjenta pacjentow"),
        ("de", "der die das und ist sind war ein eine einen einem nicht mit von zu im in den dem des auf fur wie was wer wann wo warum welche welcher welches sie ihr ihre ihnen wir ich es haben hat wird werden wurde bei aus nach oder bitte als wenn dass auch noch kein keine patient patienten"),
        ("fr", "le la les un une des et est sont dans pour avec sur que qui quoi quand ou comment pourquoi quel quelle quels vous votre nous je il elle ce cette pas ne au aux du de par plus avez"),
        ("es", "el la los las un una y es son en para con por que quien cuando donde como cual usted su nosotros yo este esta no al del de mas se lo tiene pacientes cuantos"),
        ("it", "il lo la gli le un una e sono in per con che chi quando dove come perche quale lei suo noi io questo questa non al del di piu si ha della pazienti"),
        ("pt", "o a os as um uma e sao em para com por que quem quando onde como qual voce seu nos eu este esta nao ao do da de mais se tem dos"),
        ("nl", "de het een en is zijn was in op voor met van naar wat wie wanneer waar waarom hoe welke u uw wij ik dit dat niet aan door er worden heeft"),
        ("cs", "je jsou a v na s do co kdo kdy kde proc jak ktery ktera vy vas my ja to ten ne od pro pri nebo byl byla se si"),
    ];

    static readonly IReadOnlyDictionary<string, HashSet<string>> Small = Known.ToDictionary(pair => pair.Language, pair => pair.Small.Split(' ').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary><c>none</c> without letters, a code for what was recognised, and English where too little was said to tell.</summary>
    internal static string Of(Wording wording)
    {
        var letters = wording.Original.EnumerateRunes().Where(System.Text.Rune.IsLetter).Take(400).ToList();
        if (letters.Count == 0)
        {
            return "none";
        }

        var foreign = letters.Where(letter => letter.Value > 0x24F).ToList();
        if (foreign.Count * 2 > letters.Count)
        {
            return Script(foreign[0].Value);
        }

        var words = Word().Matches(wording.Plain).Select(word => word.Value).Take(120).ToList();
        var polish = wording.Original.Count("ąęłśżźćńĄĘŁŚŻŹĆŃ".Contains);
        var german = wording.Original.Count("äöüßÄÖÜ".Contains);
        var best = Small.Select(pair => (Language: pair.Key, Seen: words.Count(pair.Value.Contains) + (pair.Key == "pl" ? polish : pair.Key == "de" ? german : 0)))
            .OrderByDescending(pair => pair.Seen).ThenBy(pair => pair.Language == "en" ? 0 : 1).First();
        var english = words.Count(Small["en"].Contains);
        return best.Seen < Enough || best.Seen <= english || (best.Language is not ("pl" or "de") && best.Seen < english + Enough) ? "en" : best.Language;
    }

    /// <summary>The language in words, for a note.</summary>
    internal static string Name(string code) => code switch
    {
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "pt" => "Portuguese",
        "nl" => "Dutch",
        "cs" => "Czech",
        "ru" => "a Cyrillic script",
        "el" => "Greek",
        "zh" => "Chinese",
        "ja" => "Japanese",
        "ko" => "Korean",
        "ar" => "Arabic",
        "he" => "Hebrew",
        "hi" => "an Indic script",
        _ => "another language",
    };

    static string Script(int letter) => letter switch
    {
        < 0x400 => "el",
        < 0x530 => "ru",
        >= 0x590 and < 0x600 => "he",
        >= 0x600 and < 0x780 => "ar",
        >= 0x900 and < 0xE00 => "hi",
        >= 0x3040 and < 0x3100 => "ja",
        >= 0x4E00 and < 0xA000 => "zh",
        >= 0xAC00 and < 0xD7B0 => "ko",
        _ => "xx",
    };

    [GeneratedRegex("[a-z']+")]
    private static partial Regex Word();
}
