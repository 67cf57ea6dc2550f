using System.Text.RegularExpressions;
using Anamnesis.Knowledge;

namespace Anamnesis.Questions.Linting;

/// <summary>What the form of a question shows, beyond words: facts by name, each with the place that shows it.</summary>
static partial class Structure
{
    const int LongText = 60;
    const int LongSentence = 45;
    const int Stack = 3;
    const int Leftover = 3; // words; "…, and by whom?" says nothing of what it is about
    const int Salad = 4; // question words in one sentence

    static readonly Cue Oddity = Cue.Whole("oddity");
    static readonly Cue Trade = Cue.Whole("trade");
    static readonly Cue Lay = Cue.Whole("lay");
    static readonly Cue Ambiguous = Cue.Whole("ambiguous");

    static readonly IReadOnlyDictionary<string, HashSet<string>> Acronyms = Embedded.Text("questions/acronyms.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .Select(line => line.Split(',', 2)).ToDictionary(parts => parts[0], parts => parts[1].Split(' ').ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The facts of an utterance put to a role in a talk of a kind.</summary>
    internal static Dictionary<string, (int From, int To)> Of(Utterance utterance, string? role, string kind)
    {
        var facts = new Dictionary<string, (int From, int To)>(StringComparer.Ordinal);
        Forms(utterance, facts);
        Lengths(utterance, facts);
        Contents(utterance, kind, facts);
        Names(utterance, role, facts);
        return facts;
    }

    static void Forms(Utterance utterance, Dictionary<string, (int From, int To)> facts)
    {
        foreach (var ask in utterance.Asks)
        {
            Form(utterance, ask, facts);
        }

        if (utterance.Sentences.FirstOrDefault(sentence => sentence.IsOpen) is { } open)
        {
            facts["open-ask"] = (open.From, open.To);
        }
        else if (utterance.Asks.FirstOrDefault(ask => ask.Form is AskForm.Polar or AskForm.Doubtful or AskForm.Fragment) is { } closed && !facts.ContainsKey("alternative"))
        {
            facts["polar-only"] = (closed.From, closed.To);
        }
        else if (utterance.Asks.Count == 0 && !Grammar.Of(utterance.Language).Social.IsMatch(utterance.Plain))
        {
            facts["no-ask"] = (0, utterance.Plain.Length);
        }

        if (utterance.Sentences.FirstOrDefault(sentence => (sentence.IsAsked || sentence.IsOpen) && Asking().Count(sentence.Text) >= Salad) is { } salad)
        {
            facts["salad"] = (salad.From, salad.To);
        }

        if (utterance.Sentences.Any(sentence => sentence.Form is AskForm.Fragment))
        {
            facts["fragment"] = (0, utterance.Plain.Length);
        }
    }

    static void Form(Utterance utterance, Sentence ask, Dictionary<string, (int From, int To)> facts)
    {
        if (ask.IsTagged)
        {
            facts["tag"] = (Math.Max(ask.From, ask.To - 14), ask.To);
        }

        if (utterance.Language == "en" && NegatedStart().IsMatch(ask.Core))
        {
            facts["negated-start"] = (ask.From, ask.To);
        }

        if (ask.Form is AskForm.Alternative)
        {
            facts["alternative"] = (ask.From, ask.To);
        }

        if (Because().IsMatch(ask.Text) && (!ask.IsOpen || ask.Text.Contains("why", StringComparison.Ordinal)))
        {
            facts["because-in-ask"] = (ask.From + Because().Match(ask.Text).Index, ask.To);
        }

        if (Negations(ask.Text) >= 2)
        {
            facts["two-negations"] = (ask.From, ask.To);
        }
    }

    static void Lengths(Utterance utterance, Dictionary<string, (int From, int To)> facts)
    {
        if (utterance.Asks.Count >= Stack)
        {
            facts["three-asks"] = (utterance.Asks[0].From, utterance.Asks[^1].To);
        }
        else if (TwoAsks.In(utterance) is { } second)
        {
            facts["two-asks"] = second;
        }

        if (utterance.WordCount > LongText)
        {
            facts["long-text"] = (0, utterance.Plain.Length);
        }

        if (utterance.Sentences.FirstOrDefault(sentence => Utterance.Count(sentence.Text) > LongSentence) is { } breathless)
        {
            facts[Utterance.Count(breathless.Text) > LongText ? "endless-sentence" : "long-sentence"] = (breathless.From, breathless.To);
        }
    }

    static void Contents(Utterance utterance, string kind, Dictionary<string, (int From, int To)> facts)
    {
        var plain = Scale().Replace(utterance.Plain, match => new string(' ', match.Length));
        if (Shown().Match(plain) is { Success: true } shown)
        {
            facts["number-shown"] = (shown.Index, shown.Index + shown.Length);
        }
        else if (utterance.Wording.HasQuote)
        {
            facts["number-shown"] = (0, 1);
        }

        var isShown = facts.ContainsKey("number-shown") || Pointing().IsMatch(plain);
        foreach (var ask in utterance.Sentences.Where(sentence => sentence.IsAsked || sentence.IsOpen))
        {
            if (kind != "need" && !isShown && Oddity.Match(GoneWrong().Replace(ask.Text, match => new string(' ', match.Length)), utterance.Letters) is { Success: true } odd)
            {
                facts["oddity-not-shown"] = (ask.From + odd.Index, ask.From + odd.Index + odd.Length);
            }

            if (!isShown && !Defined().IsMatch(plain) && Ambiguous.Match(ask.Text, utterance.Letters) is { Success: true } word)
            {
                facts["ambiguous-word"] = (ask.From + word.Index, ask.From + word.Index + word.Length);
            }

            if (Rate().Match(ask.Text) is { Success: true } rate && !Period().IsMatch(plain) && Utterance.Count(ask.Text) > 3)
            {
                facts["rate-without-period"] = (ask.From + rate.Index, ask.From + rate.Index + rate.Length);
            }
        }
    }

    static void Names(Utterance utterance, string? role, Dictionary<string, (int From, int To)> facts)
    {
        var cased = utterance.Wording.Cased;
        if (Identifier().Match(KnownNames().Replace(cased, match => new string(' ', match.Length))) is { Success: true } identifier && role != "hospital-it")
        {
            facts["identifier"] = (identifier.Index, identifier.Index + identifier.Length);
        }

        if (role != "hospital-it" && Trade.Match(utterance.Plain, utterance.Letters) is { Success: true } trade)
        {
            facts["trade-word"] = (trade.Index, trade.Index + trade.Length);
        }

        if (role == "patient" && Lay.Match(utterance.Plain, utterance.Letters) is { Success: true } lay && !IsQuoted(utterance, lay.Value))
        {
            facts["lay-word"] = (lay.Index, lay.Index + lay.Length);
        }

        var isShouted = cased.Count(char.IsUpper) > 0.6 * Math.Max(1, cased.Count(char.IsLetter));
        if (!isShouted && Capitals().Matches(cased).FirstOrDefault(match => !Knows(role, match.Value) && !match.Value.Contains('_', StringComparison.Ordinal)) is { } acronym)
        {
            facts["acronym"] = (acronym.Index, acronym.Index + acronym.Length);
        }

        if (role is not null && utterance.Sentences.LastOrDefault(sentence => sentence.IsAsked || sentence.IsOpen) is { } asked && !AsksForPerson().IsMatch(asked.Core)
            && Topics.Nearest(asked.Text, role, utterance.Letters) is { } near)
        {
            facts[near == 0 ? "far-trade" : near == 2 ? "own-trade" : "near-trade"] = (asked.From, asked.To);
        }
        else if (role is not null && Topics.Nearest(utterance.Plain, role, utterance.Letters) == 0 && utterance.Sentences.LastOrDefault(sentence => sentence.IsAsked || sentence.IsOpen) is { } bare && !AsksForPerson().IsMatch(bare.Core))
        {
            facts["far-story"] = (bare.From, bare.To); // what is asked names nothing of its own; what is told before belongs to others
        }

        if (role is not null && utterance.Sentences.LastOrDefault(sentence => sentence.IsAsked || sentence.IsOpen) is { } ask && !AsksForPerson().IsMatch(ask.Core)
            && Topics.Of(Utterance.Count(ask.Core) > Leftover ? ask.Core : ask.Text, role, utterance.Letters) is { Level: { } level } topic)
        {
            facts[level == 0 ? "off-role" : level == 2 ? "own-topic" : "part-topic"] = (ask.From, ask.To);
        }
    }

    /// <summary>A word that is shown in quotation marks in the same breath is no stranger.</summary>
    static bool IsQuoted(Utterance utterance, string word) => Regex.IsMatch(utterance.Wording.Original, $"[\"“„]{Regex.Escape(word)}[\"”“]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Who it is that does something can be told by people who cannot do it.</summary>
    [GeneratedRegex("^(?:who|whom|whose|which (?:person|people|colleagues?|department|of (?:the|your) (?:people|colleagues))|kto|komu|wer|wen|wem)\\b")]
    private static partial Regex AsksForPerson();

    static bool Knows(string? role, string capitals) => Code().IsMatch(capitals) || Acronyms["all"].Contains(capitals)
        || (role is null ? Acronyms.Values.Any(known => known.Contains(capitals)) : Acronyms.GetValueOrDefault(role)?.Contains(capitals) == true);

    static int Negations(string text) => Negation().Count(NotCounted().Replace(text, " "));

    [GeneratedRegex("^(?:isn't|aren't|don't|doesn't|wouldn't|shouldn't|couldn't|haven't|hasn't|didn't|won't|can't|wasn't|weren't|isnt|dont|(?:is|are|do|does|would|was) (?:it|you|that|this|they) not|is not)\\b")]
    private static partial Regex NegatedStart();

    [GeneratedRegex(@"(?:^|[,;] )(?:and )?(?:what|which|how|where|who|when|why|step by step)\b")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\bbecause\b|\bdue to\b")]
    private static partial Regex Because();

    [GeneratedRegex(@"\bnot\b|n't\b|\bno\b|\bnever\b|\bnone\b|\bnobody\b|\bwithout\b(?= \w+ are not)|\bun(?:common|likely|usual)\b|\bhardly\b|\bnot unlikely\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"\bwhy not\b|\bor not\b|\bwhether or not\b|[,;] no\s?\?|^no\b")]
    private static partial Regex NotCounted();

    [GeneratedRegex(@"\b(?:from|between) [01] (?:to|and) (?:5|7|10|100)\b|\bscale of \w+ to \w+\b|\b[01] ?- ?(?:5|7|10)\b")]
    private static partial Regex Scale();

    [GeneratedRegex(@"[0-9]+(?:[.,][0-9]+)? ?%|\b[0-9][0-9,. ]* (?:of|out of|z|von|stays?|rows?|results?|patients?|orders?|times|slots?|values?|letters?|gaps?|alarms?|cases?|messages?|tickets?|minutes|hours|seconds|notes|falls|scales|pressures|troponins?|admissions|samples|doses|wynik\w*|pacjen\w*|pobyt\w*)\b|\b[0-9]{1,2}:[0-9]{2}\b|\b(?:is|above|below|exactly|from|to|in|at|under|over|on|of|reads?|carry|sodium|ef|row|case|bay|room|bed) [0-9]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve) (?:of|potassium|temperatures|pressures|letters|stays|orders|patients|deaths|rows|results)\b|\bhalf of\b|\bdoubles?\b|\bdrops? by\b|\bfalls? from\b|\bwith [0-9]+ rows\b")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\bhere (?:is|are)\b|\bhere's\b|\bthis (?:number|row|value|chart|list|stay|letter|report|result|table)\b|\b(?:in|for) row\b|\bw tej tabeli\b|\bw wierszu\b|\bin dieser tabelle\b|[0-9]|\bhalf\b|\ba third\b")]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\b(?:got|gets?|still|looks?|go(?:es)?|went|going|something) (?:it )?wrong\b|\bin the wrong\b|\bwhat was wrong\b|\bwrong with the\b|\bempty box\b|\bmissing bed\b|\bwas missing\b|\bis missing in the others\b")]
    private static partial Regex GoneWrong();

    [GeneratedRegex(@"\bwhich moment\b|\bwithin [0-9]+|\bi counted\b|\bwhat counts as\b|\bwould you call\b|\bwould you (?:not )?count\b|\bor something else\b|\bwe counted\b|\bwhich (?:step|event)\b|\bwhat (?:is|does) .* mean\b|\bstamps?\b")]
    private static partial Regex Defined();

    [GeneratedRegex(@"\bhow (?:often|frequently|many|regularly|compliant)\b|\bjak czesto\b|\bile (?!procent|srednio)\w+|\bwie (?:oft|haufig|viele)\b")]
    private static partial Regex Rate();

    [GeneratedRegex(@"\b(?:last|past|this|previous|yesterday|today|since|per|between|during) |\byesterday\b|\btoday\b|\b(?:19|20)[0-9]{2}\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\bhow many calls did\b|\bwhen you came on\b|\b(?:ostatni|zeszl|wczoraj|dzis|letzte|gestern|heute)\w*|\bhow many (?:cases|rows|of these|of them)\b")]
    private static partial Regex Period();

    [GeneratedRegex(@"\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b|\b[a-z]{2,}[A-Z][A-Za-z]+\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(?:proBNP|NTproBNP|eGFR|mmHg|mmol|HbA1c|QTc|kPa|iPhone|iPad|pCO2|pO2|WhatsApp|PowerPoint|YouTube)\b|https?://\S+")]
    private static partial Regex KnownNames();

    [GeneratedRegex(@"\b[A-Z][A-Z0-9]{1,7}\b")]
    private static partial Regex Capitals();

    [GeneratedRegex("^[A-Z][0-9]+$")]
    private static partial Regex Code();
}
