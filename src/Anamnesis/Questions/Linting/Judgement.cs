namespace Anamnesis.Questions.Linting;

/// <summary>From what is seen to what is said: flaws with their places, qualities, score.</summary>
static class Judgement
{
    const double Believed = 0.5; // probability from which a flaw is named, and a question is called good

    /// <summary>Flaws whose rule, in what is asked, was right nearly whenever it spoke on the labelled questions: no weight of good company outvotes them.</summary>
    static readonly string[] Certain = ["bare-scale", "privacy-risk", "raw-identifier", "wrong-role"];

    static readonly string[] Pushes = ["leading", "loaded-wording", "unverified-presupposition", "self-answered", "social-pressure", "solution-first", "compliment-fishing", "blame"];
    static readonly string[] Crowds = ["double-barrelled", "question-stack", "overlong", "boil-the-ocean", "no-clear-ask"];
    static readonly string[] Strangers = ["jargon", "raw-identifier", "unexplained-acronym"];
    static readonly string[] Elsewhere = ["wrong-role", "delegated-analysis"];

    internal static LintedQuestion Of(Reading reading, Weights weights)
    {
        var utterance = reading.Utterance;
        if (Unread(utterance) is { } note)
        {
            return Said(reading, null, [], [], note);
        }

        var flaws = Flaws(reading, weights);
        var qualities = Qualities(reading, flaws);
        var found = flaws.Select(id => Found(reading, id)).OrderBy(flaw => Criteria.Flaw(flaw.Id)!.Ceiling).ThenByDescending(flaw => Criteria.Flaw(flaw.Id)!.Points).ToList(); // ids of pages
        return Said(reading, Rubric.Of(flaws, qualities).Score, found, qualities, null);
    }

    /// <summary>Ids of the flaws: none for a good question, at least one for any other.</summary>
    internal static IReadOnlyList<string> Flaws(Reading reading, Weights weights)
    {
        if (reading.Utterance.IsSocial)
        {
            return [];
        }

        var probabilities = weights.Of(reading.Signals);
        if (reading.Facts.ContainsKey("no-ask"))
        {
            return [.. Likely(probabilities).Append("no-clear-ask").Distinct(StringComparer.Ordinal)];
        }

        if (reading.Signals.ContainsKey(Signals.Template) || reading.Facts.ContainsKey("salad"))
        {
            return [.. Likely(probabilities).Append("vague").Distinct(StringComparer.Ordinal)];
        }

        var certain = Certain.Where(id => reading.Signals.ContainsKey(Signals.Cued + id)).ToList();
        if (reading.Facts.ContainsKey("endless-sentence"))
        {
            certain.Add("overlong");
        }

        var isGood = certain.Count == 0 && probabilities.GetValueOrDefault(Weights.Good) >= Believed && !reading.Facts.ContainsKey("tag");
        if (isGood)
        {
            return [];
        }

        List<string> likely = [.. Likely(probabilities).Union(certain, StringComparer.Ordinal)];
        if (reading.Facts.ContainsKey("tag") && !likely.Contains("leading"))
        {
            likely.Add("leading");
        }

        return likely.Count > 0 ? likely : [Criteria.Flaws.MaxBy(flaw => probabilities.GetValueOrDefault(flaw.Id))!.Id]; // there are flaws
    }

    static List<string> Likely(IReadOnlyDictionary<string, double> probabilities) => [.. Criteria.Flaws.Where(flaw => probabilities.GetValueOrDefault(flaw.Id) >= Believed).Select(flaw => flaw.Id)];

    static List<string> Qualities(Reading reading, IReadOnlyList<string> flaws)
    {
        var seen = reading.Marks.Qualities.Keys.ToHashSet(StringComparer.Ordinal);
        void Earned(string quality, IEnumerable<string> without)
        {
            if (!flaws.Intersect(without).Any())
            {
                seen.Add(quality);
            }
        }

        if (flaws.Contains("closed") || flaws.Contains("forced-choice"))
        {
            seen.Remove("open");
        }

        Earned("one-thing", Crowds);
        Earned("plain-language", Strangers);
        Earned("role-fit", Elsewhere);
        Earned("neutral", Pushes);
        return [.. Criteria.Qualities.Select(quality => quality.Id).Where(seen.Contains)];
    }

    static FoundFlaw Found(Reading reading, string id)
    {
        var flaw = Criteria.Flaw(id)!; // an id of a page
        var place = reading.Marks.Cues.TryGetValue(id, out var cue) ? cue
            : flaw.Forms.Where(reading.Facts.ContainsKey).Select(form => reading.Facts[form]).DefaultIfEmpty(Whole(reading.Utterance)).First();
        var (from, to) = reading.Utterance.Wording.Place(place.From, place.To);
        return new FoundFlaw(id, from, to, flaw.Says!); // pages of flaws say it
    }

    static (int From, int To) Whole(Utterance utterance) => utterance.Asks.Count > 0 ? (utterance.Asks[^1].From, utterance.Asks[^1].To) : (0, utterance.Plain.Length);

    static string? Unread(Utterance utterance) => utterance.Language == "none" || Languages.Read.Contains(utterance.Language) ? null
        : $"This seems to be written in {Languages.Name(utterance.Language)}; questions in English, Polish and German are linted, so nothing is said about it.";

    static LintedQuestion Said(Reading reading, int? score, IReadOnlyList<FoundFlaw> flaws, IReadOnlyList<string> qualities, string? note)
    {
        var (components, ceiling, _) = Rubric.Of([.. flaws.Select(flaw => flaw.Id)], qualities);
        return new LintedQuestion
        {
            Text = reading.Utterance.Wording.Original,
            Role = reading.Role,
            Kind = reading.Kind,
            Language = reading.Utterance.Language,
            Score = score,
            Flaws = flaws,
            Qualities = qualities,
            Components = components,
            Ceiling = ceiling,
            Note = note,
        };
    }
}
