namespace Anamnesis.Questions.Linting;

/// <summary>Everything that is seen in a question before it is judged.</summary>
sealed record Reading(
    Utterance Utterance, string? Role, string Kind, IReadOnlyDictionary<string, (int From, int To)> Facts, Marks Marks, IReadOnlyDictionary<string, double> Signals)
{
    internal static Reading Of(string text, string? role, string? kind)
    {
        var utterance = Utterance.Read(text);
        var talk = kind ?? Guess(utterance);
        var facts = Structure.Of(utterance, role, talk);
        var marks = Marks.Of(utterance, facts);
        return new Reading(utterance, role, talk, facts, marks, Linting.Signals.Of(utterance, facts, marks, role, talk));
    }

    /// <summary>A talk about needs names a product or a wish, and no number; all others are about data.</summary>
    static string Guess(Utterance utterance) => NeedWords.IsMatch(utterance.Plain) ? "need" : "data";

    static readonly System.Text.RegularExpressions.Regex NeedWords = Words.Pattern(@"\b(?:@product|need|features?|improve|would you (?:use|like|want)|aplikacj\w+|wish)\b");
}
