using System.Text.RegularExpressions;

namespace Anamnesis.Questions.Linting;

/// <summary>The words of a question as signals: alone and in pairs, with the person they are put to, in threes, and in what is said last.</summary>
static partial class WordSignals
{
    /// <summary>The start of all of them.</summary>
    internal const string Start = "w.";

    static readonly string[] Endings = ["ations", "ation", "ings", "ing", "ied", "ed", "es", "s", "ly"];

    internal static void Add(Utterance utterance, string? role, Dictionary<string, double> signals)
    {
        var said = Tokens(utterance.Plain);
        List<string> stems = [.. said.Where(token => token == "#" || char.IsAsciiLetter(token[0])).Select(Stem)];
        for (var i = 0; i < stems.Count; i++)
        {
            signals[$"{Start}{stems[i]}"] = 1;
            signals[$"{Start}{stems[i]}@{role}"] = 1;
            if (i > 0)
            {
                signals[$"{Start}{stems[i - 1]} {stems[i]}"] = 1;
            }
        }

        for (var i = 2; i < said.Count; i++)
        {
            signals[$"{Start}{said[i - 2]} {said[i - 1]} {said[i]}"] = 1;
        }

        if (utterance.Sentences.Count > 0)
        {
            Last(utterance.Sentences[^1].Text, signals);
        }
    }

    /// <summary>A word without its ending, roughly.</summary>
    internal static string Stem(string word)
    {
        var ending = Endings.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3);
        return ending is null ? word : word[..^ending.Length];
    }

    static void Last(string sentence, Dictionary<string, double> signals)
    {
        var before = string.Empty;
        foreach (var token in Tokens(sentence))
        {
            signals[$"{Start}~{token}"] = 1;
            signals[$"{Start}~{before} {token}"] = 1;
            before = token;
        }
    }

    /// <summary>Words and marks in their order: any number is one word, and so is any mark within a sentence.</summary>
    static List<string> Tokens(string text) => [.. Token().Matches(text).Select(token => char.IsAsciiDigit(token.Value[0]) ? "#" : token.Value is "," or ":" ? ";" : token.Value)];

    [GeneratedRegex("[a-z0-9][a-z0-9'%-]*|[?!.,;:]")]
    private static partial Regex Token();
}
