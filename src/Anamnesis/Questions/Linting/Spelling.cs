using System.Text;
using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Mends slips of the fingers in the small words that decide how a question is read: two letters that changed places, one that was lost or typed twice.</summary>
/// <remarks>What is a word itself ("from", "form") is left as it stands.</remarks>
static partial class Spelling
{
    const int LongEnough = 5; // letters; a shorter word that lost one is another word too easily

    static readonly string[] Small =
        [
            .. ("the you your what which when where who why how would could should please show tell does have with from and not because about before after usually always never normally often these those their there them this that"
                + " patient patients doctor doctors nurse nurses record records write wrote written night morning shift table value values number missing empty problem system change changed happen happened happens decide decides"
                + " measure measured result results report reports explain describe document last first yesterday application model think trust reason right correct").Split(' '),
        ];

    /// <summary>Words that are one slip away from a small word.</summary>
    static readonly HashSet<string> Others =
        [
            .. ("form three were cold clod sow patent sift hose thee wen wold abut pleas whit quit owl tow eth dose than then hen wit vale tile tales sable worn fist lost salt slat hat ant tan dna fro shown showy trusts"
                + " later beyond nigh curse purse noted tone their theirs other here heir user hurt hours whole rite tiller vales rely").Split(' '),
        ];

    static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal) { ["pls"] = "please", ["plz"] = "please", ["wat"] = "what", ["wot"] = "what", ["wht"] = "what", ["ur"] = "your", ["coz"] = "because", ["bc"] = "because" };

    static readonly Dictionary<string, string> Slips = Small.SelectMany(word => Of(word).Distinct(StringComparer.Ordinal).Select(slip => (Slip: slip, Word: word)))
        .Where(pair => !Small.Contains(pair.Slip) && !Others.Contains(pair.Slip))
        .GroupBy(pair => pair.Slip, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First().Word, StringComparer.Ordinal);

    /// <summary>The wording with its slips mended; places still point into the original.</summary>
    internal static Wording Mended(Wording wording)
    {
        var slips = Word().Matches(wording.Plain).Where(word => Right(word.Value) is not null).ToList();
        if (slips.Count == 0)
        {
            return wording;
        }

        var (plain, cased, places, at) = (new StringBuilder(), new StringBuilder(), new List<int>(), 0);
        foreach (var slip in slips)
        {
            var right = Right(slip.Value)!; // what has none was left out above
            plain.Append(wording.Plain, at, slip.Index - at).Append(right);
            cased.Append(wording.Cased, at, slip.Index - at).Append(right);
            places.AddRange(wording.Places.Skip(at).Take(slip.Index - at));
            places.AddRange(Enumerable.Range(0, right.Length).Select(i => wording.Places[slip.Index + Math.Min(i, slip.Length - 1)]));
            at = slip.Index + slip.Length;
        }

        plain.Append(wording.Plain, at, wording.Plain.Length - at);
        cased.Append(wording.Cased, at, wording.Cased.Length - at);
        places.AddRange(wording.Places.Skip(at));
        return wording with { Plain = plain.ToString(), Cased = cased.ToString(), Places = places };
    }

    static string? Right(string word) => Short.GetValueOrDefault(word) ?? Slips.GetValueOrDefault(word);

    static IEnumerable<string> Of(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (i + 1 < word.Length)
            {
                yield return word[..i] + word[i + 1] + word[i] + word[(i + 2)..];
            }

            if (word.Length >= LongEnough)
            {
                yield return word[..i] + word[i] + word[i..];
                if (i > 0)
                {
                    yield return word[..i] + word[(i + 1)..];
                }
            }
        }
    }

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();
}
