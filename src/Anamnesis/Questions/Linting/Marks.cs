namespace Anamnesis.Questions.Linting;

/// <summary>What the patterns of all pages see in an utterance.</summary>
/// <param name="Cues">Flaws whose cue or form is there and no guard is, with the place.</param>
/// <param name="Guarded">Flaws whose guard is there.</param>
/// <param name="Hints">Hints by flaw and number, with how often.</param>
/// <param name="Qualities">Qualities whose cue or form is there, with the places.</param>
sealed record Marks(
    IReadOnlyDictionary<string, (int From, int To)> Cues,
    IReadOnlySet<string> Guarded,
    IReadOnlyDictionary<string, int> Hints,
    IReadOnlyDictionary<string, IReadOnlyList<(int From, int To)>> Qualities)
{
    const string Fallback = "en";

    internal static Marks Of(Utterance utterance, IReadOnlyDictionary<string, (int From, int To)> facts)
    {
        var cues = new Dictionary<string, (int From, int To)>(StringComparer.Ordinal);
        var guarded = new HashSet<string>(StringComparer.Ordinal);
        var hints = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var flaw in Criteria.Flaws)
        {
            if (In(flaw.Guards, utterance.Language).Any(guard => guard.Match(utterance.Plain, utterance.Letters).Success))
            {
                guarded.Add(flaw.Id);
            }

            if (In(flaw.Cues, utterance.Language).Select(cue => cue.Matches(utterance.Plain, utterance.Letters).LastOrDefault()).OfType<System.Text.RegularExpressions.Match>().MaxBy(match => match.Index) is { } cue)
            {
                cues[flaw.Id] = (cue.Index, cue.Index + cue.Length);
            }
            else if (flaw.Forms.FirstOrDefault(facts.ContainsKey) is { } form)
            {
                cues[flaw.Id] = facts[form];
            }

            var lists = flaw.Hints.GetValueOrDefault(utterance.Language) ?? [];
            for (var i = 0; i < lists.Count; i++)
            {
                if (lists[i].Count(utterance.Plain, utterance.Letters) is > 0 and var times)
                {
                    hints[$"{flaw.Id}.{i}"] = times;
                }
            }
        }

        return new Marks(cues, guarded, hints, Seen(utterance, facts));
    }

    static Dictionary<string, IReadOnlyList<(int From, int To)>> Seen(Utterance utterance, IReadOnlyDictionary<string, (int From, int To)> facts)
    {
        var seen = new Dictionary<string, IReadOnlyList<(int From, int To)>>(StringComparer.Ordinal);
        foreach (var quality in Criteria.Qualities)
        {
            var places = In(quality.Cues, utterance.Language).SelectMany(cue => cue.Matches(utterance.Plain, utterance.Letters)).Select(match => (match.Index, match.Index + match.Length)).ToList();
            places.AddRange(quality.Forms.Where(facts.ContainsKey).Select(form => facts[form]));
            if (places.Count > 0)
            {
                seen[quality.Id] = places;
            }
        }

        return seen;
    }

    static IReadOnlyList<Cue> In(IReadOnlyDictionary<string, IReadOnlyList<Cue>> patterns, string language) =>
        patterns.GetValueOrDefault(language == "none" ? Fallback : language) ?? [];
}
