using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Interviews;

/// <summary>Turns of speech that belong to a talk rather than to a question.</summary>
static partial class Phrase
{
    [GeneratedRegex(@"\bmy name is\b|\bi(?: am|'m) (?:a|an|the|from|with|here)\b|\bwe are (?:a|an|the|from)\b|\bthank(?:s| you) for (?:making|taking|your|the|seeing|having|talking|meeting)\b|^(?:good (?:morning|afternoon|evening)|hello|hi|dzień dobry)\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Introduces();

    [GeneratedRegex(@"\b(?:to (?:find out|understand|learn|see)|because (?:the|our|this|these|my|it)|so that|decides whether|before (?:i|we) (?:conclude|draw|read|build|think|touch|change|decide))\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Purpose();

    [GeneratedRegex(@"\b(?:[0-9]+|five|ten|fifteen|twenty) minutes\b", RegexOptions.IgnoreCase)]
    internal static partial Regex NamesTime();

    [GeneratedRegex(@"\bwhat should (?:i|we) have asked\b|\bwhat (?:have|did) (?:i|we) (?:not ask|forg[eo]t|miss|overlook)|\bwhom? (?:else )?(?:should|could|can|do|would) (?:i|we) (?:ask|talk|speak)|\bwho else\b|\bnext step\b|\bcome back to you\b|^(?:many )?thank(?:s| you)\b(?! for (?:making|taking|your|the|seeing|having|talking|meeting))", RegexOptions.IgnoreCase)]
    internal static partial Regex Closes();

    [GeneratedRegex(@"\bwho else\b|\bwhom? (?:else )?(?:should|could|can|do|would) (?:i|we) (?:ask|talk|speak)|\bwho (?:would )?knows?\b", RegexOptions.IgnoreCase)]
    internal static partial Regex WhoElse();

    [GeneratedRegex(@"^(?:many )?thank(?:s| you)\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Thanks();

    [GeneratedRegex(@"\bwhen (?:was|is) (?:it|that|this) different\b|\bin which (?:\w+ ){0,2}(?:patients?|exams?|cases?|stays?|wards?|places?|months?|situations?|monitors?|drugs?)\b|\bin another way\b|\bwith whom does\b|\bwhich (?:patients|cases|ones)\b[^?]*\bnot\b|\bwhere does (?:it|that) not\b|\b(?:un|in)like the rest\b|\bexcept(?:ions?)?\b|\bby hand\b|\binstead\b|\bget around\b|\bwork.?arounds?\b|\bon (?:which|what) (?:days|nights|shifts|mornings)\b|\bfor (?:which|what) (?:patients|drugs|cases)\b|\bwhen does (?:it|that|this) (?:not|go|fail)\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Exceptions();

    [GeneratedRegex(@"\b(?:it|that|this|there|them|those|they)\b", RegexOptions.IgnoreCase)]
    internal static partial Regex RefersBack();

    [GeneratedRegex(@"[0-9][0-9.,:]*")]
    internal static partial Regex Number();

    [GeneratedRegex(@"\bwhy\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Why();
}
