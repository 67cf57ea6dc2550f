using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>How a language asks.</summary>
/// <param name="Lead">Small words before a sentence.</param>
/// <param name="Front">A clause in front, up to its comma, with the rest in the group <c>rest</c>.</param>
/// <param name="Open">Begins with a question word.</param>
/// <param name="Inner">A question word after a comma or colon.</param>
/// <param name="Polar">Begins like a yes/no question.</param>
/// <param name="InnerPolar">The same after a comma or colon.</param>
/// <param name="Request">Begins with "tell me", "show me".</param>
/// <param name="Indirect">"Could you tell me".</param>
/// <param name="Permission">"May I watch".</param>
/// <param name="Tag">"right?" at the end.</param>
/// <param name="Or">Alternatives.</param>
/// <param name="Social">Greeting and thanks.</param>
/// <param name="Late">A question word in the middle of a sentence that still asks: "the log stops at four every night what does it do then".</param>
sealed record Grammar(
    Regex Lead, Regex Front, Regex Open, Regex Inner, Regex Polar, Regex InnerPolar, Regex Request, Regex Indirect, Regex Permission, Regex Tag, Regex Or, Regex Social, Regex Late)
{
    const string Prepositions = "for|in|from|on|of|at|with|to|by|since|until|till|under|after|before|about|during|into|through";

    static readonly Lazy<Grammar> English = new(() => new Grammar(
        Words.Pattern(@"^(?:so|but|and|then|well|ok|okay|now|please|also|hi|hello|hey|hey there|dear \w+|quick one|quick q|quick question|sorry|kindly|thanks|or|yes|no|um|just|finally|lastly|first|one question|excuse me|doctor|sir|madam)\b[,:!]? "),
        Words.Pattern($@"^(?:if|when|whenever|while|since|because|after|before|until|between|for|from|in|on|of|at|with|without|during|as|given|thinking|think|comparing|looking|look|starting|assuming|apart|among|across|once|by|to|under|according|based|considering|regarding|concerning|yesterday|today|tomorrow|last|this|suppose|imagine|take|forget|next|throughout|despite|although|though|my|our|the|i|we|you|one|it|your|that)\b[^?]*?(?:,|:|;| -) (?=(?:(?:so|then|and|but|please) )?(?:(?:{Prepositions}) )?(?:(?:@wh|@aux|@ask-verb)\b))(?<rest>.*)$"),
        Words.Pattern($"^(?:(?:{Prepositions}|and|or) )?(?:the )?@wh\\b(?! (?:i|we) (?:saw|see|have|mean|want|need|found|think)\\b)"),
        Words.Pattern($@"(?:[,:;]| -) (?:(?:and|but|so|or) )?(?:(?:{Prepositions}) )?(?:@wh\b(?! (?:is|are|was|were|means|makes|i|we) (?:[\w ]+)?(?:,|\.|$))|(?:what|how) (?:is|was|were|are) \w+(?: \w+)?\s?$)"),
        Words.Pattern("^@aux\\b"),
        Words.Pattern(@"(?:[,:;]| -) (?:so |and |but )?(?:@aux) (?:you|u|it|he|she|they|we|i|the|this|that|there|these|those|your|our|any|a|an|nurses|doctors|patients|most|not|all|he|somebody|someone)\b"),
        Words.Pattern(@"^(?:please,? |kindly |just |do )?(?:@ask-verb)\b(?! (?:that|like)\b)|^(?:do tell|go on|please do|i'm all ears)\b|^(?:the last|the first|the latest|one such|one recent|an? (?:recent )?(?:example|case)|any one)\b[^?]*\bplease\b|\b(?:please|let us|let me say) (?:you can |could you )?(?:@ask-verb)\b"),
        Words.Pattern(@"\b(?:could|can|would|will|might) you (?:please |just |now |also |perhaps |kindly |maybe |possibly )*(?:be so kind as to |be able to |be willing to )?(?:@ask-verb)\b|^(?:could|would) you (?!imagine|see|use|like|want|live|accept|agree|say|think|trust|pay|prefer|wear|buy|need|be|have|rather|consider|recommend|not|ever|also agree|confirm|call it|work|do|feel|find|call|admit|expect|support|welcome|switch|know|believe|impute|choose|exclude|drop|include|install|benefit)[a-z]+\b|\bdo you (?:mind|happen to (?:recall|remember))\b|\bwould you mind\b|\b(?:i|we)(?:'d| would| d|d)? ?(?:really |very much |so )?(?:(?:love|like|want|need|wanted|wish|(?:be (?:curious|glad|happy|grateful|interested|keen))|(?:am|'m) (?:curious|interested|keen)) to|rather) (?:hear|know|understand|learn|see|ask|picture|follow)\b(?: you)?(?: about| of)? (?:@wh|about|one|the|that|your)\b|\b(?:i|we)(?:'d be|'m| am| would be)? ?(?:curious|all ears|listening)\b(?! (?:if|whether|to know if|about whether))|\b(?:would|will|could|can) you (?:have|spare|find) (?:\w+ ){0,3}?(?:minutes?|moment) to\b|\bi wish to (?:hear|see|understand)\b|\bi(?:'m| am| was) wondering (?:@wh)\b|\bi wonder (?:@wh)\b|\bplease you can\b|\bcan you remember\b|\bit (?:would|might|will) (?:really |much |greatly )?(?:be \w+(?: \w+)?|help(?: me| us)?(?: a lot| much)?) to (?:know|hear|see|learn|understand|be told)(?: from you)? @wh\b|^(?:would |'d )?(?:really )?(?:be )?(?:love|like|keen|curious|eager|happy|glad|good|great|nice|interested|interesting|want|trying) to (?:know|hear|see|learn|understand|find out)(?: from you)? @wh\b|\b(?:i|we) (?:still |just |really |simply )*(?:do not|don't|dont|cannot|can't|cant|could not|couldn't) (?:quite |yet |fully |really )?(?:see|understand|get|follow|tell|figure out|work out|make out|picture|find out|grasp|explain) @wh\b|\b(?:my|the|our|one) (?:only |one |next |real |actual )?question (?:here |then |now |for you |to you )?(?:is|would be|was)[:,]? @wh\b|\bwhat (?:i|we)(?:'d| would| do| still| really| am)* (?:like|want|love|need|miss|lack|missing|after|trying)(?: to)? ?(?:know|see|understand|hear|learn|find out)? is @wh\b|\bwhether you (?:\w+ ){0,3}?(?:know|remember|recall|tell|say|show|explain)(?: me| us)? @wh\b|\b(?:i'm|i am|we are|we're|i was|still|quite|bit) (?:a (?:bit|little) )?(?:puzzled|baffled|unsure|not sure|wondering|at a loss|curious) (?:about |as to |by |over )?@wh\b|\b(?:no|any) (?:idea|clue) (?:on |about |as to )?@wh\b"),
        Words.Pattern(@"\b(?:may|could|can|might) (?:i|we) (?:\w+ ){1,8}?(?:with you|while you|when you|beside you|next to you|alongside|over your shoulder|together|for an hour|for a (?:shift|day|morning|round))\b|\b(?:may|could|can|might) (?:i|we) (?:please |also |perhaps |just |maybe |quickly )*(?!assume|conclude|take\b|say|use|drop|impute|exclude|treat|call|get|have|merge|remove|trust|rely|expect|agree|replace|delete|interpret|be\b|do\b|not\b|send|install|put|add|change|just|export|link|match|skip|ignore|round|recode|code|predict|build|test|offer|sell|sign|bill|reduce|improve|make|help|fix|prevent|avoid|stop|count|infer|deduce|fill|set|interest|convince|ever|really|all|also|both|safely|simply|still|presume|suppose|pool|split|safely|encode|label|combine|cut|clean|correct|switch|introduce|connect|share|copy|download|publish|access|run|quote|tempt|give|leave|always|train)[a-z]+\b|\b(?:do|would) you mind if (?:i|we)\b|\b(?:is|would) it (?:be )?(?:ok|okay|all right|alright|fine|possible) (?:for me |for us )?(?:if|to) (?:i |we )?(?:just )?(?:ask|sit|stand|watch|listen|see|look|come|join|follow|hear)\b|\b(?:may|could|can|might) (?:i|we) (?:hear|learn) (?:about|of|what|how|from)\b|\b(?:may|could|can|might) (?:i|we) (?:please |also |perhaps )?(?:start|ask|see|watch|stand|sit|listen|record|come|meet|look|show|follow|call|borrow|take a look|read|shadow|accompany|join|observe|open|go (?:through|over|along)|walk|trace|replay|pull up|sit down|draw|spend)\b|\bwould it be (?:all right|ok|okay|possible) (?:if|to)\b(?! (?:you|we drop))|\bwill you stop me\b|\bi would like to (?:see|watch|hear|sit)\b"),
        Words.Pattern(@"(?:[,.;-]|(?<!\b(?:is|are|was|were|that|this|it|which|what|be|get|got|the|or|how|say|said|to|a))) (?:right|correct|agreed|yes|no|ok|okay|true|huh|eh|innit|is that so|isn't that so|is that right|is that correct|don't you think|would you agree|don't you agree|wouldn't you say|wouldn't you agree|am i right)\s?\?+$|(?:[ ,])(?:isn't|aren't|doesn't|don't|didn't|wasn't|weren't|wouldn't|won't|couldn't|can't|haven't|hasn't|shouldn't|mustn't|isnt|dont|arent|doesnt|hadn't) (?:it|they|you|he|she|we|that|there|u)\s?\?+$|, (?:is|are|do|does|did|was|were|has|have|will|would|can) (?:it|they|you|he|she|we|there)\s?\?+$"),
        Words.Pattern(@"\bor\b(?! (?:lower|higher|more|less|so|two|not|both|any(?:thing|one|where)?|(?:at |in |on |by )?some (?:other|different)|(?:in )?another way|something|someone|somebody|other(?:wise)?|later|earlier|paid|what|why|how|where|who|when|a recent)\b)(?<!\d or(?= \d))"),
        Words.Pattern(@"^(?:thank you|thanks|good (?:morning|afternoon|evening)|hello|hi there|my name is|you are welcome|goodbye|nice to meet)\b"),
        Words.Pattern($@"(?<!\b(?:know|see|sees|understand|about|of|tell|show|say|said|on|that|decides?|like|remember|explain|guess|matter|and|or|is|are|was|were|knows|exactly|me|us|just|just as|ask|asked|wonder|wondering)) (?<late>(?:(?:{Prepositions}) )?(?:(?:what|which|where|when|how|why)(?: \w+){{0,2}}? (?:did|do|does|is|are|was|were|has|have|had|can|could|will|would) (?:you|u|they|it|he|she|we|i|the|this|that|these|those|your|ur|a|an|my|our|one|all|every\w+|any\w+|some\w+|nobody|people|nurses|doctors|patients|his|her|their|its)\b|(?:what|which \w+|who|how come) (?:made|makes|happen\w*|picks?|took|takes|gave|gives|wrote|writes|told|puts?|sen[dt]s?|gets?|got|reads?|sign(?:s|ed)|owns?|keeps?|kept|chang(?:es|ed)|decid(?:es|ed)|notic(?:es|ed)|saw|fills?|filled|enter(?:s|ed)|types?|typed|comes?|came|goes|went|set|sets|did|does|calls?|called|woke|went)\b|(?:whats|whos|wheres|hows)\b|(?:what|how|where|when) (?:you|u|they) (?:are |do |did |have )?[a-z]+)|(?:was|is|were|are|do|did|does) (?:what|where|who|when|which one|how)\s?\??$)")));

    static readonly Lazy<Grammar> Polish = new(() => new Grammar(
        Words.Pattern(@"^(?:a|i|no|dobrze|wiec|prosze pana|prosze pani|dzien dobry|przepraszam|witam)\b[,!]? "),
        Words.Pattern(@"^[^?]*?[,:;] (?=(?:a |i )?(?:(?:w|na|z|od|do|o|u|po|przez|za) )?(?:kto|komu|kim|kogo|co|czego|czym|czemu|kiedy|gdzie|dlaczego|jak|jaki\w*|ktor\w+|ile|skad|dokad|czyj\w*|czy)\b)(?<rest>.*)$"),
        Words.Pattern(@"^(?:(?:w|na|z|od|do|o|u|po|przez|za) )?(?:kto|komu|kim|kogo|co|czego|czym|czemu|kiedy|gdzie|dlaczego|jak|jaki\w*|ktor\w+|ile|skad|dokad|czyj\w*)\b"),
        Words.Pattern(@"[,:;-] (?:a |i )?(?:(?:w|na|z|od|do|o|u) )?(?:kto|co|czego|kiedy|gdzie|dlaczego|jak|jaki\w*|ktory|ktora|ktore|skad)\b[^,]*\?$"),
        Words.Pattern(@"^czy\b"),
        Words.Pattern(@"[,:;-] czy\b"),
        Words.Pattern(@"^prosze (?:sobie |mi |nam )?\w+(?:c|ac|ec|yc|iec)\b|\bniech (?:pan|pani)\b|^prosze (?:pokazac|opowiedziec|przypomniec|pomyslec|opisac|wziac|powiedziec)\b"),
        Words.Pattern(@"\b(?:czy )?(?:mogl\w*by|moglby|moglaby|moze|mogliby) (?:pan|pani|panstwo) (?:mi |nam )?(?:pokaz\w+|powiedz\w+|opowiedz\w+|opis\w+|wyjasn\w+|przypomn\w+)|\bczy pamieta (?:pan|pani)\b"),
        Words.Pattern(@"\bczy (?:moge|moglbym|moglabym|mozemy) (?:\w+ )?(?:popatrzec|usiasc|stanac|zobaczyc|posluchac|przyjsc|zapytac|pokazac|zaczac)"),
        Words.Pattern(@"[, ](?:prawda|zgadza sie|nieprawdaz|tak|co nie|nie|mam racje|dobrze mowie)\s?\?+$"),
        Words.Pattern(@"\b(?:czy|albo|lub)\b"),
        Words.Pattern(@"^(?:dziekuje|dzien dobry|do widzenia|witam)\b"),
        Words.Pattern(@" (?<late>(?:kto|co|kiedy|gdzie|dlaczego|jak|skad|ktor\w+|ile) (?:pan|pani|panstwo|sie|to|wtedy|byl\w*|jest|robi\w*|zrobil\w*|wpis\w+|decyd\w+))\b")));

    static readonly Lazy<Grammar> German = new(() => new Grammar(
        Words.Pattern(@"^(?:und|aber|also|dann|bitte|guten tag|hallo|entschuldigung|so)\b[,!]? "),
        Words.Pattern(@"^[^?]*?[,:;] (?=(?:und )?(?:(?:in|an|von|mit|zu|bei|seit|fur|auf|nach|aus) )?(?:wer|wen|wem|was|wann|wo|woran|woher|wohin|womit|wobei|warum|wieso|wie|welche[rnms]?|haben|hat|ist|sind|wird|werden)\b)(?<rest>.*)$"),
        Words.Pattern(@"^(?:(?:in|an|von|mit|zu|bei|seit|fur|auf|nach|aus) )?(?:wer|wen|wem|was|wann|wo|woran|woher|wohin|womit|wobei|wodurch|warum|wieso|weshalb|wie|welche[rnms]?|wieviel)\b"),
        Words.Pattern(@"[,:;-] (?:und )?(?:wer|was|wann|wo|woran|woher|warum|wie|welche[rnms]?)\b[^,]*\?$"),
        Words.Pattern(@"^(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|konnen|konnte|konnten|soll|sollen|sollte|sollten|darf|durfen|muss|mussen|will|wollen|gibt|macht|machen|messen|schreiben|nutzen|verwenden|stimmt|halten|finden|meinen|glauben|konnten)\b"),
        Words.Pattern(@"[,:;-] (?:ist|sind|hat|haben|wird|werden|kann|konnen|wollen) (?:sie|es|das|die|der)\b"),
        Words.Pattern(@"^(?:bitte )?(?:denken|erzahlen|zeigen|beschreiben|nehmen|sagen|erklaren|schildern|erinnern) sie\b"),
        Words.Pattern(@"\b(?:konnen|konnten|wurden) sie (?:mir |uns |bitte )*(?:\w+ ){0,6}?(?:zeigen|erzahlen|sagen|beschreiben|erklaren|schildern)\b|\berinnern sie sich an\b"),
        Words.Pattern(@"\b(?:darf|durfte|kann|konnte) ich (?:\w+ ){0,6}?(?:zusehen|mitgehen|zuschauen|zuhoren|dabei sein|fragen|zeigen|beginnen)\b"),
        Words.Pattern(@"[, ](?:oder|nicht wahr|richtig|stimmt's|stimmts|stimmt|gell|korrekt|ja)\s?\?+$"),
        Words.Pattern(@"\boder\b(?! (?:etwas anderes|anders)\b)"),
        Words.Pattern(@"^(?:danke|vielen dank|guten (?:tag|morgen|abend)|auf wiedersehen)\b"),
        Words.Pattern(@" (?<late>(?:wer|was|wann|wo|woran|woher|warum|wie|welche[rnms]?)(?: \w+)? (?:haben|hat|ist|sind|war|macht|passiert\w*|wird|wurde|kommt|kam))\b")));

    internal static Grammar Of(string language) => language switch { "pl" => Polish.Value, "de" => German.Value, _ => English.Value };
}
