using CsCheck;

namespace Anamnesis.Cli;

public sealed class WrappedLaws
{
    [Fact]
    public void Lines_fit_and_lose_no_letter() => Gen.Select(Gen.String[Gen.Char["ab c\n"], 0, 200], Gen.Int[30, 120], Gen.Int[0, 8]).Sample(
        (text, width, indent) =>
        {
            var lines = Wrapped.Lines(text, width, new string(' ', indent)).ToList();
            return lines.TrueForAll(line => line.Length <= width && !line.EndsWith(' '))
                && Letters(string.Concat(lines)) == Letters(text);
        },
        iter: 2000);

    [Fact]
    public void A_word_longer_than_the_line_is_cut_and_not_lost() => Assert.Equal(["  " + new string('a', 28), "  aa"], Wrapped.Lines(new string('a', 30), 30, "  "));

    static string Letters(string text) => string.Concat(text.Where(char.IsLetter));
}
