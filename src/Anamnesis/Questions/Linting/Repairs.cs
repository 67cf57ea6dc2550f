using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Repairs of the question that was asked, each on its words; a repair that does not fit gives null.</summary>
static partial class Repairs
{
    /// <summary>Candidates for a better question, those that keep most of the words first.</summary>
    internal static IEnumerable<string> Of(LintedQuestion question)
    {
        var text = question.Text.Trim();
        var (setup, ask) = Parts(text);
        var anchor = Anchor(question.Role);
        if (question.Language == "en")
        {
            foreach (var repaired in English(question, setup, Bare(ask), anchor))
            {
                yield return Tidy(repaired);
            }
        }

        foreach (var flaw in question.Flaws)
        {
            if (question.Language == "en" && Criteria.Flaw(flaw.Id)?.Ask is { } pattern)
            {
                yield return pattern;
            }
        }

        foreach (var pattern in Patterns(question))
        {
            yield return pattern;
        }
    }

    static IEnumerable<string> English(LintedQuestion question, string setup, string ask, string anchor)
    {
        if (question.Has("wrong-role"))
        {
            yield return $"{Lead(setup)}Who would know ⟨{Lower(ask.TrimEnd('?', ' '))}⟩, and what of it do you see in your own work?";
        }

        if (question.Has("raw-identifier"))
        {
            yield return Lead(setup) + Identifier().Replace(ask, match => $"⟨the box “{match.Value.Replace('_', ' ')}” in plain words⟩");
        }

        foreach (var counted in question.Has("recall-overload") ? Counted(setup, ask, anchor) : [])
        {
            yield return counted;
        }

        if (question.Has("question-stack") || question.Has("double-barrelled") || question.Has("overlong"))
        {
            foreach (var one in Questions(question.Text))
            {
                yield return Lead(setup) + one;
                yield return $"Thinking of {anchor}, {Lower(one)}";
            }
        }

        if (WhyNot().Match(ask) is { Success: true } whyNot)
        {
            yield return $"{Lead(setup)}Please take the last time it was not possible to {whyNot.Groups["rest"].Value.TrimEnd('?')}. What was going on?";
        }

        if (WhyOdd().Match(ask) is { Success: true } odd)
        {
            yield return $"Here is ⟨one such row⟩, one of ⟨how many⟩. How does it come about that {odd.Groups["what"].Value} {odd.Groups["is"].Value} {odd.Groups["odd"].Value.TrimEnd('?')}?";
        }

        foreach (var opened in Opened(setup, ask, anchor))
        {
            yield return opened;
        }
    }

    /// <summary>A number from memory turned into the place where it is counted.</summary>
    static IEnumerable<string> Counted(string setup, string ask, string anchor)
    {
        if (HowMany().Match(ask) is { Success: true } many)
        {
            yield return $"{Lead(setup)}Which report shows {many.Groups["what"].Value.ToLowerInvariant()} {many.Groups["rest"].Value.TrimEnd('?')}, and who prepares it?";
        }

        if (Share().Match(ask) is { Success: true } share)
        {
            yield return $"{Lead(setup)}In the table it is ⟨number⟩ {share.Groups["rest"].Value.TrimEnd('?')}. Comparing that with {anchor}, what looks different to you?";
        }
    }

    /// <summary>A closed or habitual question turned towards one case.</summary>
    static IEnumerable<string> Opened(string setup, string ask, string anchor)
    {
        if (setup.Length > 0)
        {
            yield return $"{setup} What happened there, from the beginning?";
        }

        if (Habit().Match(ask) is { Success: true } habit)
        {
            yield return $"Thinking of {anchor}, {habit.Groups["wh"].Value.ToLowerInvariant()} did {habit.Groups["who"].Value} {habit.Groups["rest"].Value.TrimEnd('?')}?";
        }

        if (DoYou().Match(ask) is { Success: true } doing && !Stative().IsMatch(doing.Groups["rest"].Value))
        {
            yield return $"Thinking of {anchor}, how did {doing.Groups["who"].Value} {doing.Groups["rest"].Value.TrimEnd('?')}?";
        }

        if (IsIt().Match(ask) is { Success: true } being)
        {
            var rest = being.Groups["rest"].Value.TrimEnd('?');
            yield return $"Thinking of {anchor}, what would tell you whether {Lower(being.Groups["what"].Value)} {being.Groups["is"].Value.ToLowerInvariant()} {rest}?";
        }

        if (Statement().IsMatch(ask) && !Asks().IsMatch(ask))
        {
            yield return $"{Because().Replace(ask.TrimEnd('?', '.'), string.Empty).TrimEnd(',', ' ')}. How did that come about in the last case you remember?";
        }

        if (HowOften().IsMatch(ask))
        {
            yield return $"Thinking of {anchor}, {Lower(ask)}";
        }
    }

    /// <summary>The question without assent, judgement, habit and the cause that was offered.</summary>
    static string Bare(string ask)
    {
        var bare = Tag().Replace(ask, "?");
        bare = Guess().Replace(bare, string.Empty);
        bare = Judging().Replace(bare, string.Empty);
        bare = Usual().Replace(bare, string.Empty);
        return Blanks().Replace(bare, " ").Trim();
    }

    /// <summary>What stands before the last question, and the last question.</summary>
    static (string Setup, string Ask) Parts(string text)
    {
        var sentences = Sentence().Matches(text).Select(match => match.Value.Trim()).Where(sentence => sentence.Length > 0).ToList();
        var ask = sentences.FindLastIndex(sentence => sentence.EndsWith('?'));
        ask = ask < 0 ? sentences.Count - 1 : ask;
        return ask < 0 ? (string.Empty, text) : (string.Join(' ', sentences.Take(ask).Where(sentence => !sentence.EndsWith('?') && sentence.Any(char.IsAsciiDigit))), sentences[ask]);
    }

    static IEnumerable<string> Questions(string text) => Sentence().Matches(text).Select(match => match.Value.Trim())
        .Where(sentence => sentence.EndsWith('?'))
        .Select(sentence => Second().Match(sentence) is { Success: true, Index: > 12 } second ? sentence[..second.Index].TrimEnd(',', ' ') + "?" : sentence)
        .Take(2);

    static IEnumerable<string> Patterns(LintedQuestion question) => (question.Language, question.Kind) switch
    {
        ("pl", "need") => ["Proszę opowiedzieć o ostatnim razie, kiedy ⟨to się zdarzyło⟩. Co się wtedy działo?"],
        ("pl", _) => ["W tej tabeli ⟨ile⟩ z ⟨ile⟩ wierszy wygląda tak: ⟨co widać⟩. Proszę pomyśleć o ostatnim takim pacjencie: co się wtedy działo?"],
        ("de", "need") => ["Erzählen Sie bitte vom letzten Mal, als ⟨es passierte⟩. Was haben Sie dann gemacht?"],
        ("de", _) => ["In dieser Tabelle sehen ⟨wie viele⟩ von ⟨wie viele⟩ Zeilen so aus: ⟨was man sieht⟩. Denken Sie bitte an den letzten Patienten: Wie kam das?"],
        (_, "need") => [$"Please take the last time ⟨it happened⟩. What was going on, and what did you do instead?"],
        _ => [$"In ⟨how many⟩ of ⟨how many⟩ rows, ⟨what was seen⟩. Thinking of {Anchor(question.Role)}, how does that come about?"],
    };

    static string Anchor(string? role) => role switch
    {
        "cardiologist" => "the last patient you discharged",
        "ward-nurse" => "your last shift",
        "ed-doctor" => "the last patient of your shift",
        "echo-sonographer" => "the last exam you did",
        "lab-diagnostician" => "the last such result",
        "medical-coder" => "the last stay you coded",
        "hospital-it" => "the last such case",
        "pharmacist" => "the last patient you saw at discharge",
        "clinical-engineer" => "the last case you had",
        "patient" => "the last time",
        _ => "the last case you remember",
    };

    static string Lead(string setup) => setup.Length > 0 ? setup + " " : string.Empty;

    static string Lower(string text) => text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    static string Tidy(string text)
    {
        var tidy = Blanks().Replace(text, " ").Replace(" ?", "?", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Trim();
        return tidy.Length > 0 ? char.ToUpperInvariant(tidy[0]) + tidy[1..] : tidy;
    }

    [GeneratedRegex(@"[^.?!]+(?:\.(?=[0-9a-zA-Z])[^.?!]*)*[.?!]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[,;]? *(?:and that is [^?]*, )?\b(?:right|correct|agreed|yes|no|ok|true|isn't it|isn't that so|don't you(?: think)?|aren't they|doesn't it|didn't you|wouldn't you|is that so|do you agree)\s*\?+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[,;]? *\b(?:i guess|i suspect|i suppose|probably|perhaps|maybe|i think|presumably|surely|obviously|clearly)\b(?: (?:it is )?because [^?.]*)?|[,;]? *\b(?:because|due to)\b[^?.]*", RegexOptions.IgnoreCase)]
    private static partial Regex Guess();

    [GeneratedRegex(@"\b(?:sloppy|garbage|terrible|awful|horrible|ridiculous|stupid|messy|useless|outdated|annoying|amazing|incredible|revolutionary|lazy|careless)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex Judging();

    [GeneratedRegex(@"\b(?:usually|typically|normally|generally|always|commonly|regularly|routinely|as a rule|in general|still)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex Usual();

    [GeneratedRegex(@"^(?:(?:so|and|but)[, ]+)?why (?:do|does|did|don't|didn't|can't|won't|haven't|is it that) (?:[\w']+ ){1,4}?(?:never|not|(?<=n't )|fail to|forget to|skip|ignore) ?(?:to )?(?:just )?(?<rest>\w[^?]*)\?", RegexOptions.IgnoreCase)]
    private static partial Regex WhyNot();

    [GeneratedRegex(@"^why (?<is>is|are|was|were) (?<what>(?:there )?[\w' -]+?) (?<odd>(?:missing|empty|blank|zero|wrong|strange|duplicated|inconsistent|so)\b[^?]*)\?", RegexOptions.IgnoreCase)]
    private static partial Regex WhyOdd();

    [GeneratedRegex(@"^(?<wh>how|when|where|what|which \w+) (?:do|does) (?<who>you|(?:the |your )?\w+) (?<rest>[^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex Habit();

    [GeneratedRegex(@"^(?:do|does|did|have|has) (?<who>you|(?:the |your )\w+) (?:ever )?(?<rest>[^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex DoYou();

    [GeneratedRegex("^(?:have|has|know|think|like|want|need|prefer|agree|use|believe|find|feel|love|mean|trust|mind|see)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stative();

    [GeneratedRegex(@"^(?<is>is|are|was|were|has|have|can|will) (?<what>(?:the|your|this|that|these|those|an?|all|any) [\w-]+(?: (?:class|time|date|value|number|column|record|system|name|list|result|results|export|feed))?|you|it|they|there) (?<rest>[^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex IsIt();

    [GeneratedRegex(@"^(?:(?:so|ok|well)[, ]+)?(?:the|this|these|those|in|all|some|most|your|many|\d+)\b[^?]*[?.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"[,;]? *\b(?:because|since|due to)\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(?:how|what|which|who|when|where|why|could|would|can|do|does|did)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^how (?:often|many|frequently|much)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HowOften();

    [GeneratedRegex(@"^(?<what>how many [\w ]+?) (?:do|did|does) (?<rest>[^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"^(?:roughly |approximately )?(?:what|which) (?:percentage|percent|share|proportion|fraction) (?<rest>of [^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@",? (?:and|as well as|plus)(?: also)? (?:how|what|why|who|when|where|which|by the way)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Second();

    [GeneratedRegex(@"\b\w+(?:_\w+)+\b|\b[a-z]{2,}[A-Z]\w+\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();
}
