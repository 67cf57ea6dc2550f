using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>A question as it is read: its language, its sentences, and what each of them does.</summary>
/// <param name="Wording">The plain text and where it stands.</param>
/// <param name="Language">Its language.</param>
/// <param name="Sentences">In order.</param>
sealed partial record Utterance(Wording Wording, string Language, IReadOnlyList<Sentence> Sentences)
{
    const int LongestForgotten = 120; // letters; in longer sentences a clause that begins with a question word asks nothing
    const int MostIntroducing = 15; // words; who says more has something to ask
    const int FewWords = 3; // up to here a text without a question word is a fragment

    internal string Plain => Wording.Plain;

    /// <summary>What tells that a pattern cannot match.</summary>
    internal Letters Letters { get; } = new(Wording.Plain);

    /// <summary>The sentences that ask.</summary>
    internal IReadOnlyList<Sentence> Asks { get; } = [.. Sentences.Where(sentence => sentence.IsAsked)];

    /// <summary>Whether it only greets, thanks or says who is speaking: what asks nothing and is not meant to.</summary>
    internal bool IsSocial => Sentences.Count > 0 && Grammar.Of(Language).Social is var social && social.IsMatch(Plain)
        && Sentences.All(sentence => sentence.Form is AskForm.Statement && (social.IsMatch(sentence.Text) || (Introduces().IsMatch(sentence.Text) && Count(sentence.Text) <= MostIntroducing)));

    /// <summary>The words outside quotation marks.</summary>
    internal int WordCount { get; } = Word().Count(Wording.Plain);

    internal static Utterance Read(string text)
    {
        var wording = Wording.Of(text);
        var language = Languages.Of(wording);
        wording = language == "en" ? Spelling.Mended(wording) : wording;
        var grammar = Grammar.Of(language);
        var cuts = Cut(wording.Plain, language == "de").ToList();
        return new Utterance(wording, language, [.. cuts.Select((cut, i) => Reading(cut.From, cut.Text, i == cuts.Count - 1, grammar))]);
    }

    internal static int Count(string text) => Word().Count(text);

    static Sentence Reading(int from, string text, bool isLast, Grammar grammar)
    {
        var core = Core(text, grammar);
        var marked = text.TrimEnd('"', ')', ' ').EndsWith('?');
        var tag = grammar.Tag.IsMatch(marked ? text.TrimEnd('"', ')', ' ') : text.TrimEnd('.', ' ') + "?") && Count(text) > 2 && (marked || isLast);
        var late = Late(text, core, marked, isLast, grammar);
        core = late ?? core;
        var asked = marked || late is not null || (isLast && !grammar.Social.IsMatch(text)
            && (tag || grammar.Open.IsMatch(core) || (grammar.Inner.IsMatch(text) && text.Length < LongestForgotten) || (grammar.Polar.IsMatch(core) && !grammar.Request.IsMatch(core)) || grammar.Indirect.IsMatch(text) || grammar.Permission.IsMatch(text)));
        return new Sentence(from, text, core, late is not null && !tag ? AskForm.Open : Form(text, core, asked, tag, grammar), tag && asked, asked);
    }

    /// <summary>What is asked where the question word stands in the middle and no comma before it: in chats, and in the English of other languages.</summary>
    static string? Late(string text, string core, bool marked, bool isLast, Grammar grammar) =>
        (marked || (isLast && !text.EndsWith('.'))) && !grammar.Open.IsMatch(core) && !grammar.Polar.IsMatch(core) && !grammar.Request.IsMatch(core) && !grammar.Indirect.IsMatch(text) && !grammar.Permission.IsMatch(text)
            && !grammar.Inner.IsMatch(text) && grammar.Late.Match(text) is { Success: true } late
            ? text[late.Groups["late"].Index..]
            : null;

    static AskForm Form(string text, string core, bool asked, bool tag, Grammar grammar)
    {
        if (grammar.Permission.IsMatch(text))
        {
            return AskForm.Permission;
        }

        if (grammar.Indirect.IsMatch(text) && !tag)
        {
            return AskForm.Indirect;
        }

        if (!asked)
        {
            return grammar.Request.IsMatch(core) ? AskForm.Request : AskForm.Statement;
        }

        if (tag && !grammar.Open.IsMatch(core))
        {
            return AskForm.Doubtful;
        }

        if (grammar.Open.IsMatch(core))
        {
            return AskForm.Open;
        }

        if (grammar.Polar.IsMatch(core))
        {
            return grammar.Or.IsMatch(core) && !Existence().IsMatch(core) ? AskForm.Alternative : AskForm.Polar;
        }

        return grammar.Inner.IsMatch(text) ? AskForm.Open
            : grammar.InnerPolar.IsMatch(text) ? grammar.Or.IsMatch(core) ? AskForm.Alternative : AskForm.Polar
            : grammar.Request.IsMatch(core) ? AskForm.Request
            : grammar.Or.IsMatch(core) && Count(core) <= 12 ? AskForm.Alternative
            : Count(text) <= FewWords ? AskForm.Fragment : AskForm.Doubtful;
    }

    /// <summary>The sentence without clauses in front of what is asked.</summary>
    static string Core(string sentence, Grammar grammar)
    {
        var core = Strip(sentence, grammar);
        while (grammar.Front.Match(core) is { Success: true } front && front.Groups["rest"].Length < core.Length)
        {
            core = Strip(front.Groups["rest"].Value, grammar);
        }

        return core;
    }

    static string Strip(string text, Grammar grammar)
    {
        var rest = text.TrimStart('"', '(', '-', '*', ' ', '.', ',');
        while (grammar.Lead.Match(rest) is { Success: true, Length: > 0 } lead && lead.Length < rest.Length)
        {
            rest = rest[lead.Length..];
        }

        return rest;
    }

    static IEnumerable<(int From, string Text)> Cut(string plain, bool isGerman)
    {
        var from = 0;
        for (var i = 0; i < plain.Length; i++)
        {
            if (!Ends(plain, i, isGerman))
            {
                continue;
            }

            while (i + 1 < plain.Length && plain[i + 1] is '.' or '?' or '!' or '"' or ')')
            {
                i++;
            }

            foreach (var cut in Trimmed(plain, from, i + 1))
            {
                yield return cut;
            }

            from = i + 1;
        }

        foreach (var cut in Trimmed(plain, from, plain.Length))
        {
            yield return cut;
        }
    }

    static bool Ends(string plain, int i, bool isGerman) => plain[i] switch
    {
        '\n' or '?' => true,
        '!' => true,
        '.' => (i + 1 == plain.Length || plain[i + 1] is ' ' or '\n' or '"' or ')' or '.')
            && !(i > 0 && char.IsAsciiDigit(plain[i - 1]) && isGerman && i + 1 < plain.Length)
            && !Shortened().IsMatch(plain.AsSpan(Math.Max(0, i - 7), i - Math.Max(0, i - 7))),
        _ => false,
    };

    static IEnumerable<(int From, string Text)> Trimmed(string plain, int from, int to)
    {
        while (from < to && plain[from] is ' ' or '\n')
        {
            from++;
        }

        var text = plain[from..Math.Max(from, to)].TrimEnd();
        return text.Any(char.IsLetterOrDigit) ? [(from, text)] : [];
    }

    [GeneratedRegex("^(?:i am|i'm|i work|i come|i have|my name is|we are|we have|that (?:was|is) (?:very |really )?(?:helpful|kind|clear)|jestem|mam|ich bin|ich habe)\\b")]
    private static partial Regex Introduces();

    /// <summary>"Is there a drawer or a box …": an "or" that offers no alternatives.</summary>
    [GeneratedRegex("^(?:(?:is|are|was|were) there|have you ever|did (?:anybody|anyone|anything|somebody|someone|something)|do you (?:remember|recall)|can you (?:remember|recall|think))\\b")]
    private static partial Regex Existence();

    [GeneratedRegex("[a-z0-9'%_-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:e\.g|i\.e|a\.m|p\.m|dr|prof|mr|mrs|vs|approx|ca|np|tj|z\.b|d\.h|nr|no)$")]
    private static partial Regex Shortened();
}
