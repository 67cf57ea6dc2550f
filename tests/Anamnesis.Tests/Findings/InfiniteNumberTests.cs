using Anamnesis.Examinations;
using static Anamnesis.Findings.Planted;

namespace Anamnesis.Findings;

/// <summary>What programs write for a number divided by zero, in a column of numbers.</summary>
public sealed class InfiniteNumberTests
{
    static IEnumerable<string> Ratios(int zeros, params string[] words)
    {
        var random = new Random(1);
        return Enumerable.Range(0, 400).Select(i => Row(i + 1, random.Normal(70, 9, 0), i % 10 < zeros ? words[i % words.Length] : random.Normal(2.4, 0.5, 3)));
    }

    [Theory]
    [InlineData(1, "Inf", "-Inf")]
    [InlineData(1, "inf", "nan")]
    [InlineData(5, "Inf", "-Inf")]
    [InlineData(2, "Infinity", "NaN")]
    [InlineData(1, "#DIV/0!", "#DIV/0!")]
    public void They_are_counted_as_such_and_told_as_computed(int zeros, string infinite, string other)
    {
        var words = (string[])[infinite, other];
        var found = Assert.Single(Examine("patient_id,age,ratio", Ratios(zeros, words), "type-mix"));
        Assert.Equal(Enumerable.Range(0, 400).Count(i => i % 10 < zeros && !words[i % 2].Equals("nan", StringComparison.OrdinalIgnoreCase)), found.Finding.Count);
        Assert.Contains("divided by zero", found.Finding.Says, StringComparison.Ordinal);
        Assert.Equal("derived-column", found.Likely?.Mechanism);
    }

    [Fact]
    public void The_rest_of_the_column_is_profiled_as_numbers()
    {
        using var folder = new TempFolder();
        folder.File("ratios.csv", string.Join('\n', ["patient_id,age,ratio", .. Ratios(5, "Inf", "-Inf"), string.Empty]));
        var ratio = Examiner.Examine(folder.Path).Profile.Tables[0].Column("ratio")!; // it was just written
        Assert.Equal((200, 200L), ((int)ratio.Numbers.Total, ratio.Missing));
        Assert.InRange(ratio.Numbers.Quantile(0.5), 2, 3);
    }

    [Fact]
    public void A_column_of_words_stays_one() =>
        Assert.Empty(Examine("patient_id,age,kind", Enumerable.Range(0, 400).Select(i => Row(i + 1, 40 + (i % 40), ((string[])["inf", "neo", "vasc", "3"])[i % 4])), "type-mix"));
}
