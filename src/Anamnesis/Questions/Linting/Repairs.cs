using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Repairs of the question that was asked, each on its words; a repair that does not fit gives null.</summary>
static partial class Repairs
{
    const int Fewest = 3; // words; fewer hold no claim

    static readonly Cue Product = Cue.Whole("product");

    /// <summary>Candidates for a better question, those that keep most of the words first.</summary>
    internal static IEnumerable<string> Of(LintedQuestion question)
    {
        var text = question.Text.Trim();
        var (setup, ask) = Parts(text);
        var anchor = Anchor(question.Role);
        if (question.Language == "pl" && Whether().Match(text) is { Success: true } whether)
        {
            yield return $"Proszę pomyśleć o ostatnim takim przypadku. Po czym można było poznać, czy {whether.Groups["what"].Value.TrimEnd('?', ' ')}?";
        }

        if (question.Language is "pl" or "de" && HabitElsewhere().IsMatch(text))
        {
            yield return (question.Language == "pl" ? "Proszę pomyśleć o ostatnim takim przypadku. " : "Denken Sie bitte an den letzten Fall. ") + Tidy(HabitElsewhere().Replace(text, string.Empty));
        }

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
            yield return $"I would like to know “{ask.TrimEnd('?', ' ')}?”. Who would know that, and what of it did you see in your own work, thinking of {anchor}?";
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

        foreach (var reason in Reasons(setup, ask, anchor))
        {
            yield return reason;
        }

        // a charge stays a charge however it is turned: only what stands before it is kept
        foreach (var opened in question.Has("blame") ? FromSetup(setup) : FromSetup(setup).Concat(Claimed(question, setup, ask, anchor)).Concat(Opened(setup, ask, anchor)).Concat(Turned(question, setup, ask, anchor)))
        {
            yield return opened;
        }

        foreach (var kept in Kept(question, ask, anchor).Concat(Kept(question, setup, anchor)).Take(2))
        {
            yield return kept;
        }
    }

    /// <summary>A why turned to the last time.</summary>
    static IEnumerable<string> Reasons(string setup, string ask, string anchor)
    {
        if (WhyNot().Match(ask) is { Success: true } whyNot)
        {
            yield return $"{Lead(setup)}Please take the last time it was not possible to {Protocol().Replace(whyNot.Groups["rest"].Value.TrimEnd('?'), string.Empty)}. What was going on?";
        }

        if (WhyOdd().Match(ask) is { Success: true } odd)
        {
            yield return $"Here is ⟨one such row⟩, one of ⟨how many⟩. How does it come about that {odd.Groups["what"].Value} {odd.Groups["is"].Value} {odd.Groups["odd"].Value.TrimEnd('?')}?";
        }

        if (WhyAlways().Match(ask) is { Success: true } always)
        {
            yield return $"{Lead(setup)}Please take the last time that {always.Groups["who"].Value} did {always.Groups["rest"].Value.TrimEnd('?')}. What was going on?";
        }

        if (Stopped().Match(ask) is { Success: true } stopped)
        {
            yield return $"{Lead(setup)}Thinking of {anchor}, what made you go on with {stopped.Groups["rest"].Value.TrimEnd('?')}, or leave it out?";
        }
    }

    static IEnumerable<string> FromSetup(string setup) => setup.Length > 0 ? [$"{setup} What happened there, from the beginning?"] : [];

    /// <summary>What was offered for assent, left open.</summary>
    static IEnumerable<string> Claimed(LintedQuestion question, string setup, string ask, string anchor)
    {
        if (question.Has("leading") && YouDo().Match(ask) is { Success: true } done)
        {
            yield return $"{Lead(setup)}Thinking of {anchor}, how did you {done.Groups["rest"].Value.TrimEnd('?', ' ')}?";
        }
        else if (question.Has("leading") && !Asks().IsMatch(ask) && !Claim().IsMatch(ask) && Utterance.Count(ask) > Fewest)
        {
            yield return $"{Lead(setup)}Thinking of {anchor}, what would tell you whether {Lower(ask.TrimEnd('?', ' ', ','))}?";
        }

        if (Claim().Match(ask) is { Success: true } claim)
        {
            yield return $"{Lead(setup)}Thinking of {anchor}, what would tell you whether {Lower(claim.Groups["claim"].Value.TrimEnd('?', ' ', ','))}?";
        }
    }

    /// <summary>What is asked about, put into the last case.</summary>
    static IEnumerable<string> Turned(LintedQuestion question, string setup, string ask, string anchor)
    {
        if (question.Has("forced-choice") && ask.Contains(" or ", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{Lead(setup)}Thinking of {anchor}, how could you tell which it was: “{ask.TrimEnd('?')}”, or something else?";
        }

        if (Told().Match(ask) is { Success: true } told && !Product.MatchesIn(told.Groups["what"].Value))
        {
            var what = Scaled().Replace(told.Groups["what"].Value, string.Empty).TrimEnd('?', ' ', '.');
            yield return $"{Lead(setup)}Thinking of {anchor}, what happened with {what}, and what did you do?";
            yield return $"Please take the last time that {what} went differently from what you expected. What was going on?";
        }
    }

    /// <summary>The thing that is spoken of, kept without what is said of it.</summary>
    static IEnumerable<string> Kept(LintedQuestion question, string text, string anchor)
    {
        if (question.Has("wrong-role") || question.Has("privacy-risk"))
        {
            yield break;
        }

        foreach (Match thing in Thing().Matches(text))
        {
            var what = (question.Role == "patient" && thing.Groups["whose"].Value.Equals("your", StringComparison.OrdinalIgnoreCase) ? "your " : "the ") + thing.Groups["what"].Value;
            if (!Product.MatchesIn(what) && !Judging().IsMatch(what + " "))
            {
                yield return question.Kind == "need" ? $"Please take the last time that {what} gave you trouble. What was going on, and what did you do?"
                    : $"Thinking of {anchor}, what happened with {what}, step by step?";
            }
        }
    }

    /// <summary>A number from memory turned into the place where it is counted.</summary>
    static IEnumerable<string> Counted(string setup, string ask, string anchor)
    {
        if (Share().Match(ask) is { Success: true } part)
        {
            yield return $"{Lead(setup)}Which report shows what share {part.Groups["rest"].Value.TrimEnd('?')}, and who prepares it?";
        }

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
        if (Habit().Match(ask) is { Success: true } habit)
        {
            yield return $"Thinking of {anchor}, {habit.Groups["wh"].Value.ToLowerInvariant()} did {habit.Groups["who"].Value} {habit.Groups["rest"].Value.TrimEnd('?')}?";
        }

        if (DoYou().Match(ask) is { Success: true } doing && !Stative().IsMatch(doing.Groups["rest"].Value))
        {
            yield return $"Thinking of {anchor}, how did {doing.Groups["who"].Value} {doing.Groups["rest"].Value.TrimEnd('?')}?";
        }

        if (Ever().Match(ask) is { Success: true } ever)
        {
            yield return $"{Lead(setup)}Thinking of the last time that {ever.Groups["who"].Value} {ever.Groups["have"].Value.ToLowerInvariant()} {ever.Groups["rest"].Value.TrimEnd('?')}, what was going on?";
        }

        if (IsIt().Match(ask) is { Success: true } being)
        {
            var rest = being.Groups["rest"].Value.TrimEnd('?');
            var front = being.Groups["front"].Length > 0 ? being.Groups["front"].Value : $"Thinking of {anchor}, ";
            yield return $"{Lead(setup)}{front}what would tell you whether {Lower(being.Groups["what"].Value)} {being.Groups["is"].Value.ToLowerInvariant()} {rest}?";
        }

        if (Statement().IsMatch(ask) && !Asks().IsMatch(ask))
        {
            yield return $"{Because().Replace(ask.TrimEnd('?', '.'), string.Empty).TrimEnd(',', ' ')}. How did that come about in the last case you remember?";
        }

        if (HowOften().Match(ask) is { Success: true } often)
        {
            yield return $"{Lead(setup)}On {(anchor.Contains("shift", StringComparison.Ordinal) ? "your last shift" : "the last day you remember well")}, {often.Groups["how"].Value.ToLowerInvariant()} did {often.Groups["rest"].Value.TrimEnd('?')}, and what happened the last time?";
            yield return $"Thinking of {anchor}, {Lower(ask)}";
        }
    }

    /// <summary>The question without assent, judgement, habit and the cause that was offered.</summary>
    static string Bare(string ask)
    {
        var bare = Tag().Replace(ask, "?");
        bare = Guess().Replace(bare, string.Empty);
        bare = Judging().Replace(bare, string.Empty);
        bare = Usual().Replace(Opening().Replace(bare, string.Empty), string.Empty);
        bare = Blanks().Replace(bare, " ").Trim(' ', ',', ';');
        return bare.EndsWith('?') ? bare : bare.TrimEnd('.', '!', ' ', ',') + "?";
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
        .Select(TwoAsks.FirstHalf)
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
}
