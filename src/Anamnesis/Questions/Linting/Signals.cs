using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>What the trained weights look at: named facts about a question, each with a value.</summary>
static partial class Signals
{
    static readonly (string Name, int From, int To)[] Lengths =
        [("1-3", 1, 3), ("4-7", 4, 7), ("8-14", 8, 14), ("15-25", 15, 25), ("26-45", 26, 45), ("46-60", 46, 60), ("61+", 61, int.MaxValue)];

    /// <summary>The signal of a text that holds nothing but the words of templates.</summary>
    internal const string Template = "template";

    /// <summary>The start of the signal of a cue in what is asked.</summary>
    internal const string Cued = "cue.";

    /// <summary>The start of the signal of a cue in what is told before.</summary>
    internal const string CuedBefore = "told.";

    const int Wordy = 12; // words; shorter ones lean on what was said before

    /// <summary>The signals of a question; texts that are equal give equal signals in equal order.</summary>
    internal static Dictionary<string, double> Of(Utterance utterance, IReadOnlyDictionary<string, (int From, int To)> facts, Marks marks, string? role, string kind)
    {
        var signals = new Dictionary<string, double>(StringComparer.Ordinal) { ["bias"] = 1, [$"kind.{kind}"] = 1 };
        foreach (var fact in facts.Keys)
        {
            signals[$"form.{fact}"] = 1;
        }

        foreach (var flaw in Criteria.Flaws)
        {
            if (marks.Cues.ContainsKey(flaw.Id))
            {
                signals[marks.Guarded.Contains(flaw.Id) ? $"guarded.{flaw.Id}" : $"{(IsAsked(utterance, marks.Cues[flaw.Id]) ? Cued : CuedBefore)}{flaw.Id}"] = 1;
            }
        }

        foreach (var (hint, times) in marks.Hints)
        {
            signals[$"hint.{hint}"] = Math.Min(times, 2);
        }

        foreach (var quality in marks.Qualities.Keys)
        {
            signals[$"has.{quality}"] = 1;
        }

        Shape(utterance, marks, signals);
        Together(utterance, signals, role);
        WordSignals.Add(utterance, role, signals);
        return signals;
    }

    /// <summary>Whether a place lies in what is asked, or nothing is.</summary>
    static bool IsAsked(Utterance utterance, (int From, int To) place) =>
        utterance.Sentences.All(sentence => !sentence.IsAsked && !sentence.IsOpen) || utterance.Sentences.Any(sentence => (sentence.IsAsked || sentence.IsOpen) && place.To > sentence.From && place.From < sentence.To);

    static void Shape(Utterance utterance, Marks marks, Dictionary<string, double> signals)
    {
        signals[$"length.{Lengths.FirstOrDefault(length => utterance.WordCount >= length.From && utterance.WordCount <= length.To).Name ?? "0"}"] = 1;
        signals[$"asks.{Math.Min(utterance.Asks.Count, 3)}"] = 1;
        var ask = utterance.Sentences.LastOrDefault(sentence => sentence.IsAsked) ?? utterance.Sentences.LastOrDefault(sentence => sentence.IsOpen);
        if (ask is not null)
        {
            signals[$"ask.{ask.Form.ToString().ToLowerInvariant()}"] = 1;
            signals[$"ask.length.{Lengths.First(length => Math.Max(1, Utterance.Count(ask.Text)) <= length.To).Name}"] = 1;
            if (utterance.Language == "en")
            {
                Grammar(ask, signals);
            }
        }

        if (utterance.Sentences.Count > 1 && utterance.Sentences[0] != ask)
        {
            signals[$"setup.{utterance.Sentences[0].Form.ToString().ToLowerInvariant()}"] = 1;
        }

        var covered = new bool[utterance.Plain.Length];
        foreach (var (from, to) in marks.Qualities.Where(pair => pair.Key is not "open" && pair.Value.Count > 0).SelectMany(pair => pair.Value))
        {
            Array.Fill(covered, true, Math.Min(from, covered.Length), Math.Clamp(to - from, 0, covered.Length - Math.Min(from, covered.Length)));
        }

        var own = Word().Matches(utterance.Plain).Count(word => !covered[word.Index] && word.Length > 2 && !Small().IsMatch(word.Value));
        signals[$"own-words.{(own >= 6 ? "6+" : own >= 3 ? "3-5" : own.ToString(System.Globalization.CultureInfo.InvariantCulture))}"] = 1;
        if (own == 0 && utterance.WordCount >= Wordy)
        {
            signals[Template] = 1;
        }

        signals["qualities"] = Math.Min(6, marks.Qualities.Count) / 3.0;
        signals["cues"] = Math.Min(4, marks.Cues.Keys.Count(id => !marks.Guarded.Contains(id))) / 2.0;
    }

    /// <summary>Question word, tense and person of what is asked.</summary>
    static void Grammar(Sentence ask, Dictionary<string, double> signals)
    {
        if (QuestionWord().Match(ask.Core) is { Success: true } wh)
        {
            signals[$"wh.{wh.Groups["wh"].Value}"] = 1;
        }

        foreach (var (name, pattern) in (ReadOnlySpan<(string, Regex)>)[
            ("past", Past()), ("present", Present()), ("modal", Modal()), ("you", You()), ("we", We()), ("others", Others()), ("anaphora", Anaphora()), ("happen", Happen()), ("act", Act()), ("degree", Degree()), ("should", Should()), ("neg", Negative()), ("abstract", Abstract())])
        {
            if (pattern.IsMatch(ask.Text))
            {
                signals[$"ask.{name}"] = 1;
            }
        }
    }

    /// <summary>Pairs that mean more than their parts.</summary>
    static void Together(Utterance utterance, Dictionary<string, double> signals, string? role)
    {
        var anchored = signals.ContainsKey("has.anchored-case");
        var shown = signals.ContainsKey("has.shows-data");
        var open = signals.ContainsKey("form.open-ask");
        var flawless = !signals.Keys.Any(key => key.StartsWith(Cued, StringComparison.Ordinal));
        signals["open+clean"] = open && flawless ? 1 : 0;
        signals["open+grip+clean"] = open && flawless && (anchored || shown) ? 1 : 0;
        signals["open+anchored"] = open && anchored ? 1 : 0;
        signals["open+shown"] = open && shown ? 1 : 0;
        signals["closed+grip"] = !open && (anchored || shown) ? 1 : 0;
        signals["open+bare+short"] = open && !anchored && !shown && utterance.WordCount <= 8 ? 1 : 0;
        signals["past+you"] = signals.ContainsKey("ask.past") && signals.ContainsKey("ask.you") ? 1 : 0;
        signals["present+you"] = signals.ContainsKey("ask.present") && signals.ContainsKey("ask.you") && !anchored ? 1 : 0;
        signals["modal+you"] = signals.ContainsKey("ask.modal") && signals.ContainsKey("ask.you") ? 1 : 0;
        var story = utterance.Asks.Count > 0 && utterance.Asks[0].Form is AskForm.Polar && open;
        signals["story"] = story ? 1 : 0;
        signals["polar+memory"] = !open && Memory().IsMatch(utterance.Plain) ? 1 : 0;
        if (role == "patient")
        {
            signals["to.patient"] = 1;
        }

        foreach (var none in signals.Where(pair => pair.Value == 0).Select(pair => pair.Key).ToList())
        {
            signals.Remove(none);
        }
    }

    [GeneratedRegex("[a-z0-9][a-z0-9'%-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:the|and|for|are|was|were|does|did|you|your|our|its|this|that|they|them|there|with|from|been|not|what|which|who|whom|when|where|why|how|would|could|can|will|have|has|had|please|into|about|any|all|then|next|one|ones|last|time|times|something|things?|happen\w*|went|got|rows?|table|patients?|shift|steps?|system|moment|changed?|else|next|two|three|four|five|ten|wrong|should|ask\w*|knows?|tell|think\w*|walk|take|here|cost|instead|came|from|where|today|week|case|page|line)$")]
    private static partial Regex Small();

    [GeneratedRegex(@"^(?:(?:for|in|from|on|of|at|with|to|by|since|and|the) )*(?<wh>how (?:many|much|often|long|frequently|likely|well|bad|satisfied)|how|what|which|who|whom|whose|when|where|why)\b")]
    private static partial Regex QuestionWord();

    [GeneratedRegex(@"\b(?:did|was|were|had|went|came|made|told|gave|saw|wrote|took|happened|became|changed|noticed|decided|stood|\w{3,}ed)\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"\b(?:do|does|is|are|has|have|happens|comes|goes|gets|makes|leaves|decides|writes)\b")]
    private static partial Regex Present();

    [GeneratedRegex(@"\b(?:would|could|should|might|must|will|shall|may)\b")]
    private static partial Regex Modal();

    [GeneratedRegex(@"\b(?:you|your|u)\b")]
    private static partial Regex You();

    [GeneratedRegex(@"\b(?:we|our|us|i|my|me)\b")]
    private static partial Regex We();

    [GeneratedRegex(@"\b(?:nurses|doctors|physicians|they|people|staff|colleagues|everybody|everyone|nobody|management|somebody|clinicians|guys)\b")]
    private static partial Regex Others();

    [GeneratedRegex(@"\b(?:it|that|this|these|those|them|there|here|then|one)\b")]
    private static partial Regex Anaphora();

    [GeneratedRegex(@"\bhappen\w*\b|\bgoing on\b|\bchanged?\b|\bcome about\b|\bbehind\b|\bbecame\b")]
    private static partial Regex Happen();

    [GeneratedRegex(@"\b(?:write|wrote|written|enter\w*|type[ds]?|sen[dt]s?|record\w*|measur\w+|tak(?:e|es|en|ing)|took|cod(?:e|ed|es)|sign\w*|print\w*|stamp\w*|store[ds]?|fill\w*|reach\w*|arriv\w+|leav\w+|left|count\w*|call\w*|phon\w+|look\w*|read\w*|decid\w+|notic\w+|wait\w*|weigh\w*)\b")]
    private static partial Regex Act();

    [GeneratedRegex(@"\bhow (?!did|do|does|is|are|was|were|can|could|would|will|has|have|had|to|come|exactly|then|many|much|often|long|else|the|a|you|i|it|they|old|may|might|should|that|this|your)\w+")]
    private static partial Regex Degree();

    [GeneratedRegex(@"\bshould\b|\bought to\b|\bsupposed to\b|\bmust\b")]
    private static partial Regex Should();

    [GeneratedRegex(@"\b(?:not|never|no|nobody|none|without|n't|fail\w*|forg\w+|miss\w*|lack\w*|skip\w*|ignor\w+|wrong|error\w*|mistake\w*|problem\w*|bad|poor\w*|lose|lost|losing)\b|n't\b")]
    private static partial Regex Negative();

    [GeneratedRegex(@"\b(?:quality|process(?:es)?|documentation|communication|workflow|efficiency|cooperation|collaboration|satisfaction|performance|strategy|potential|experience|culture|management|opinion|role|importance|impact|challenges?|problems?|improvements?|opportunit\w+|optimi[sz]ation|digitali[sz]ation|system)\b")]
    private static partial Regex Abstract();

    [GeneratedRegex(@"^(?:is there|was there|were there|have you|has|did you|did|do you remember|can you (?:recall|remember|think)|are there|do you recall)\b")]
    private static partial Regex Memory();
}
