using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

static partial class Repairs
{
    [GeneratedRegex(@"[^.?!]+(?:\.(?=[0-9a-zA-Z])[^.?!]*)*[.?!]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"[,;]? *(?:and that is [^?]*, )?\b(?:right|correct|agreed|yes|no|ok|true|isn't it|isn't that so|don't you(?: think)?|aren't they|doesn't it|didn't you|wouldn't you(?: agree| say)?|is that so|do you agree|i (?:take it|imagine|suppose|guess|assume|gather)|huh|eh)\s*\?+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[,;]? *\b(?:i guess|i suspect|i suppose|probably|perhaps|maybe|i think|presumably|surely|obviously|clearly)\b(?: (?:it is )?because [^?.]*)?|[,;]? *\b(?:because|due to)\b[^?.]*", RegexOptions.IgnoreCase)]
    private static partial Regex Guess();

    [GeneratedRegex(@"\b(?:sloppy|garbage|terrible|awful|horrible|ridiculous|stupid|messy|useless|outdated|annoying|amazing|incredible|revolutionary|lazy|careless)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex Judging();

    [GeneratedRegex(@"\b(?:usually|typically|normally|generally|always|commonly|regularly|routinely|as a rule|in general|still)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex Usual();

    [GeneratedRegex(@"^(?:(?:so|and|but)[, ]+)?why (?:do|does|did|don't|didn't|can't|won't|haven't|is it that) (?:[\w']+ ){1,4}?(?:never|not|(?<=n't )|fail to|forget to|skip|ignore) ?(?:to )?(?:just )?(?<rest>\w[^?]*)\?|\b(?:failed|forgot|neglected|refused|managed not) to (?<rest>\w[^?.]*)[?.]|^(?:(?:so|and|but)[, ]+)?why (?:don't|didn't|haven't|hasn't|won't|can't|doesn't) (?:you|they|the \w+|nurses|doctors|your \w+|people|staff) (?:just |simply |ever |at least )*(?<rest>\w[^?]*)\?", RegexOptions.IgnoreCase)]
    private static partial Regex WhyNot();

    [GeneratedRegex(@"^why (?<is>is|are|was|were) (?<what>(?:there )?[\w' -]+?) (?<odd>(?:missing|empty|blank|zero|wrong|strange|duplicated|inconsistent|so)\b[^?]*)\?", RegexOptions.IgnoreCase)]
    private static partial Regex WhyOdd();

    [GeneratedRegex(@"^(?<wh>(?:(?:at|in|on|from|to|by|with) )?(?:how|when|where|what(?: time)?|which \w+)) (?:do|does) (?<who>you|(?:the |your )?\w+) (?<rest>[^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex Habit();

    [GeneratedRegex(@"^(?:do|does|did) (?<who>you|(?:the |your )\w+) (?:ever )?(?<rest>[^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex DoYou();

    [GeneratedRegex("^(?:have|has|know|think|like|want|need|prefer|agree|use|believe|find|feel|love|mean|trust|mind|see)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stative();

    [GeneratedRegex(@"^(?<front>(?:looking|thinking|for|in|on|of|at|when|since|after|before|comparing|given)\b[^?]*?, )?(?<is>is|are|was|were|has|can|will) (?<what>(?:(?:the|your|this|that|these|those|an?|all|any|our|most)(?: [\w/-]+){1,5}?)|you|it|they|there|[\w-]+(?: [\w-]+){0,2}?) (?<rest>(?:(?!feed\b|need\b|bed\b|speed\b|seed\b|red\b|open\b|men\b|women\b|children\b|evening\b|morning\b|thing\b|ring\b)\w+(?:ed|ing|en|able|ible|ally)|be|have|not|always|still|empty|missing|blank|correct|right|wrong|complete|reliable|ok|okay|true|false|broken|full|slow|old|new|the|an?|in|on|at|from|by|to|because|due|really|already|often|normal|ready|used|done|known|set|kept|high|low|late|early|good|bad|too|so|more|less|part|higher|lower|any|no|there|sent|lost|put|read|made|zero|double|duplicates?)\b[^?]*)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex IsIt();

    [GeneratedRegex(@"^(?:(?:so|ok|well)[, ]+)?(?:the|this|these|those|in|all|some|most|your|many|\d+)\b[^?]*[?.]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"[,;]? *\b(?:because|since|due to)\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(?:how|what|which|who|when|where|why|could|would|can|do|does|did)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?<how>how (?:often|frequently)|how (?:many|much)(?: [\w-]+){1,3}?) (?:do|does|did) (?<rest>[^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex HowOften();

    [GeneratedRegex(@"^(?<what>how many [\w ]+?) (?:do|did|does) (?<rest>[^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex HowMany();

    [GeneratedRegex(@"(?:^|, )(?:roughly |approximately )?(?:what|which|how (?:many|much|large|big|high) (?:a |is the )?) ?(?:percentage|percents?|per cent|share|proportion|fraction) (?<rest>of [^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@"\b\w+(?:_\w+)+\b|\b[a-z]{2,}[A-Z]\w+\b")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Blanks();

    [GeneratedRegex(@",? (?:as (?:the \w+ requires|required|agreed|it should be)|properly|correctly|in time|on time)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Protocol();

    [GeneratedRegex(@"^(?:so |and |but |well |ok )*(?:surely|obviously|clearly|(?:may |can |do )?(?:i|we) (?:assume|guess|suppose|presume|take it|think|gather)(?: that)?|(?:is|isn't|would|wouldn't) it (?:not )?(?:be )?(?:fair|safe|true|correct|right|reasonable) (?:to (?:say|assume) )?that|(?:would|do|don't|wouldn't) you (?:not )?(?:also )?(?:agree|say|think|find)(?: that)?|it is true that|you (?:will )?agree that|(?:our|my) (?:\w+ )?(?:hypothesis|guess|theory|suspicion) is that)[, ]+(?<claim>(?!you \b)[^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex Claim();

    [GeneratedRegex(@"(?:\bhow (?!often|many|much|frequently)[\w-]+ (?:is|are|was|were)|\b(?:satisfied|happy|content|problems?|issues?|challenges?|trouble|experiences?|thoughts?|opinion|frustrated|difficulties) (?:are you |have you |do you have )?(?:with|on|about|of|by|for)|\b(?:rate|judge|assess|improve|explain|manage|handle)) (?<what>(?!you\b|it\b|that\b|this\?|effect\b|\w+(?:ed|ing)\b)[^?,;]{3,60})", RegexOptions.IgnoreCase)]
    private static partial Regex Told();

    [GeneratedRegex(@"^(?<have>have|has) (?<who>you|(?:the |your )\w+|anybody|anyone) (?:ever |already |also )?(?<rest>[^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex Ever();

    [GeneratedRegex(@"^(?:(?:so|hi|hello|hey|ok|okay|well|just|please|sorry|quick one|quick question|one question)\b[,:!.]? )+", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:^|, )czy (?<what>(?!nie )[^?,]{5,120})\?$", RegexOptions.IgnoreCase)]
    private static partial Regex Whether();

    [GeneratedRegex(@"\b(?:zwykle|zazwyczaj|zawsze|na ogół|normalnie|gewöhnlich|normalerweise|üblicherweise|meistens|immer|in der Regel)\b ?", RegexOptions.IgnoreCase)]
    private static partial Regex HabitElsewhere();

    [GeneratedRegex(@"^(?:and |but |so )?why (?:do|does|did) (?<who>they|(?:the|your|our) (?:[\w-]+ ){0,2}?[\w-]+s|nurses|doctors|patients|people|cardiologists|coders) (?<rest>(?!not |never )[^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex WhyAlways();

    [GeneratedRegex(@"^(?:since )?when did (?:you|they|the \w+) (?:stop|give up|quit) (?<rest>\w+ing [^?]+)\?", RegexOptions.IgnoreCase)]
    private static partial Regex Stopped();

    [GeneratedRegex(@"^you (?<rest>(?!are\b|were\b|have\b|had\b|do\b|did\b|must\b|will\b|would\b|can\b|could\b|should\b|don't\b|didn't\b|never\b|want\b|need\b|like\b|know\b|see\b|\w+ed\b|told\b|ate\b|knew\b|said\b|took\b|\w+ly\b)[a-z]+ [^?]+)\?$", RegexOptions.IgnoreCase)]
    private static partial Regex YouDo();

    [GeneratedRegex(@" (?:from|between) [\w]+ (?:to|and) (?:\d+|five|ten|hundred)\b| in your (?:opinion|view|hospital)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scaled();

    /// <summary>A thing that is written, measured or handed on, with its article and at most two words that tell which.</summary>
    [GeneratedRegex(@"\b(?<whose>the|these|those|your|our|their)\s+(?<what>(?:(?!(?:is|are|was|were|be|been|being|in|on|of|at|that|which|who|whom|what|how|why|where|to|for|and|or|but|by|with|from|has|have|had|do|does|did|not|no|never|always|so|when|before|after|into|because|during|every|each|all|if|as|than|then|it|they|you|we|i|only|just|really|even)\b)[a-z][a-z-]+ ){0,2}?(?:weights?|doses?|dates?|letters?|charts?|samples?|results?|alarms?|scales?|values?|readings?|pressures?|temperatures?|times?tamps?|stamps?|codes?|codings?|diagnos[ie]s|orders?|labels?|tablets?|drugs?|lists?|notes?|reports?|scans?|pictures?|images?|exams?|measurements?|cultures?|clots?|swabs?|tubes?|bottles?|units?|messages?|identifiers?|ids|numbers?|entries|entry|boxes|box|forms?|checks?|rounds?|bills?|invoices?|stays?|admissions?|discharges?|transfers?|handovers?|pumps?|monitors?|clocks?|probes?|logs?|signatures?|scores?|pulse|oxygen|fluids?|drains?|catheters?|dressings?|wounds?|allerg(?:y|ies)|consents?|referrals?|appointments?|slots?|beds?|instructions?|leaflets?|prescriptions?|medications?|medicines?|injections?|infusions?|transfusions?|exports?|extracts?|mappings?|interfaces?|backups?|queues?|calls?|potassium|sodium|troponin|creatinine|glucose|haemoglobin|fraction|documentation|diary|diaries|weighing))(?=\s+(?:is|are|was|were|be|been|being|in|on|of|at|that|which|who|whom|what|how|why|where|to|for|and|or|but|by|with|from|has|have|had|do|does|did|not|no|never|always|so|when|before|after|into|because|during|every|each|all|if|as|than|then|it|they|you|we|i|only|just|really|even|\w+ed|\w+ly)\b|\s*[?.,;:!()]|\s*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Thing();
}
