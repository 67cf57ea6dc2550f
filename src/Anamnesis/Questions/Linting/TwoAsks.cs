using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>Whether two things are asked. A second clause that stays on the same case is a probe, not a second barrel.</summary>
static partial class TwoAsks
{
    const int Short = 12; // letters, before which nothing was asked yet
    const int Ending = 3; // words; "and why not?" is no question of its own

    static readonly Regex Second = Words.Pattern(@"^(?<first>.*?)(?:\band(?: also)?|\bas well as|\bplus|\bi|\boraz|\bund)\s+(?<second>(?:(?:for|in|from|on|of|at|with|to|by) )?(?:@wh|kto|co|kiedy|gdzie|dlaczego|jak|ile|skad|wer|was|wann|wo|warum|wie|(?:should|do|does|is|are|can|would|will) (?:you|the|your|there|an?|all|nurses|doctors|patients|people|pharmacists|hospitals)(?= ))\b.*)$");

    /// <summary>The place of the second question, or null.</summary>
    internal static (int From, int To)? In(Utterance utterance)
    {
        var asks = utterance.Sentences.Where(sentence => sentence.IsAsked).ToList();
        if (asks.Count == 2 && asks[0].Form is not (AskForm.Permission or AskForm.Indirect) && !IsProbe(asks[0].Text, asks[1].Text, utterance.Language)
            && asks[0].Form is not (AskForm.Polar or AskForm.Fragment or AskForm.Doubtful))
        {
            return (asks[1].From, asks[1].To);
        }

        foreach (var ask in utterance.Sentences.Where(sentence => sentence.IsOpen || sentence.IsAsked))
        {
            var second = Second.Match(ask.Text);
            var first = second.Groups["first"].Value;
            if (second.Success && Grammar.Of(utterance.Language).Open.Match(ask.Core) is { Success: true } && Utterance.Count(first) > Ending - 1 && !IsProbe(first, second.Groups["second"].Value, utterance.Language))
            {
                return (ask.From + second.Groups["second"].Index, ask.To);
            }
        }

        return null;
    }

    /// <summary>A sentence without its second question.</summary>
    internal static string FirstHalf(string sentence) => Joint().Match(sentence) is { Success: true, Index: > Short } joint ? sentence[..joint.Index].TrimEnd(',', ' ') + "?" : sentence;

    /// <summary>The last question of a text: what a busy person answers when asked two things.</summary>
    internal static string LastHalf(string text)
    {
        var questions = AfterMark().Split(text).Where(part => part.Trim().Length > 0).ToList();
        return questions.Count > 1 ? questions[^1] : Joint().Matches(text) is { Count: > 0 } joints ? text[(joints[^1].Index + joints[^1].Groups["and"].Length)..] : text;
    }

    static bool IsProbe(string first, string second, string language)
    {
        if (Unfinished().IsMatch(first) || (OneCase().IsMatch(first) && Past().IsMatch(first) && Past().IsMatch(second)))
        {
            return true;
        }

        if ((language == "en" ? SameCase() : SameCaseElsewhere()).IsMatch(second) || Utterance.Count(second) <= Ending)
        {
            return true;
        }

        var before = Content().Matches(first).Select(word => WordSignals.Stem(word.Value)).ToHashSet(StringComparer.Ordinal);
        return Content().Matches(second).Any(word => word.Length > 3 && !Small().IsMatch(word.Value) && before.Contains(WordSignals.Stem(word.Value)));
    }

    /// <summary>"When and where": one question by two words.</summary>
    [GeneratedRegex(@"\b(?:who|what|when|where|why|how|which|wer|was|wann|wo|warum|wie|kto|co|kiedy|gdzie|jak)\s*$")]
    private static partial Regex Unfinished();

    /// <summary>What is told of one time stays on it.</summary>
    [GeneratedRegex(@"\b(?:last|yesterday|today|this|these|that (?:day|night|morning|evening|time)|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|[0-9]+)\b")]
    private static partial Regex OneCase();

    [GeneratedRegex(@"\b(?:did|was|were|had|went|came|made|told|gave|saw|wrote|took|got|became|stood|knew|said|kept|has (?!to\b)\w+(?:ed|en)|\w{3,}ed)\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"\bsame\b|\b(?:does|do|did|is|was)\s?\?*$|^(?:from|since|until|by|on|in|at|for|with|to|under) (?:which|what) \w+(?: \w+)?\s?\?*$|\b(?:it|its|that|this|they|them|there|one|these|those|then|instead|else|otherwise|he|she|him|his|her|by then|with what|about what|in what)\b(?! (?:the|measure|buy|write)\b)|\b(?:next|to|after|before|from|with)\s?\?*$|^(?:what (?:made|makes|happened|happens|came|became|else|decided|was (?:wrong|the reason|behind|missing|it|that))|why (?:did|do|not)|how (?:did|would|could|can) (?:you|i|one)|who (?:prepares|noticed|helped|decides that|knows|changed|changes|approves|wrote|decided|sorted|checks|signs|reads|gets)|when exactly|what (?:did|do|does|had|would|has) (?:you|they|we|i|the (?:patient|nurse|doctor|screen|letter|report|record|family|ward|lab)) (?:do|did|done|write|wrote|written|look|tell|told|say|said|call|put|check|enter|see|seen|use|leave|left|need|know|find|found|notice|change|try|tried|show|read|call)|what (?:were you|in the|is missing|stood|remark))")]
    private static partial Regex SameCase();

    [GeneratedRegex(@"\b(?:to|tam|tym|tego|tej|nim|niej|nia|go|ja|je|wtedy|potem|powod\w*|das|dann|damit|danach|dort|es|ihn|ihm)\b|^(?:was (?:ist|war|passiert|passierte)|wie (?:kam|kommt)|co (?:sie|bylo|jest|dalej|potem))\b")]
    private static partial Regex SameCaseElsewhere();

    [GeneratedRegex(@"(?<and>,? (?:and|as well as|plus)(?: also)? )(?=(?:how|what|why|who|when|where|which|do|does|is|are|by the way)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"(?<=\?)\s+")]
    private static partial Regex AfterMark();

    [GeneratedRegex(@"[a-z]{3,}")]
    private static partial Regex Content();

    [GeneratedRegex("^(?:what|when|where|which|does|with|your|have|that|this|from|were|been|they|will|would|many|much|often)$")]
    private static partial Regex Small();
}
