using System.Text;

namespace Anamnesis.Questions.Interviews;

/// <summary>Anything that may be typed: words of a scenario, of other trades, marks, emoji, control characters, very long lines. The same seed gives the same.</summary>
sealed class RandomWords(uint seed)
{
    static readonly string[] Bits =
    [
        "how", "why", "did", "the last patient", "usually", "right?", "correct?", "?", "??", "!", ",", "because", "Should we impute", "with names", "PESEL", "on a scale of 1 to 10", "Thank you", "I am from", "let me say it back:",
        "what have I got wrong", "who else", "\"", "“", "ef_pct_v2", "NaN", "AUC", "😀", "🫀🫀", "\u0000", "\u0007", "\r\n", "\t", "ąę", "żółć", "über", "12:30", "3,5", "99%", "-", "(", ")", "[", "\\", "$^.*+?", "{topics}", "¿", "漢字", "a", "not", "never", "or", "and when",
    ];

    uint _state = seed;

    internal int Next(int below)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((_state >> 8) % (uint)below);
    }

    internal string Text(Scenario scenario)
    {
        var text = new StringBuilder();
        for (var word = Next(40) == 0 ? 4000 : Next(25); word >= 0; word--)
        {
            var own = Next(3) > 0 ? scenario.Topics[Next(scenario.Topics.Count)].Words.Split(' ') : Bits;
            text.Append(own[Next(own.Length)]).Append(Next(20) == 0 ? string.Empty : " ");
        }

        return text.ToString();
    }
}
