using System.Text.Json;

namespace Anamnesis.Cli;

public sealed class AskLintCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_question_is_shown_with_what_is_wrong_and_a_better_way()
    {
        var shown = CommandLine.Run("ask", "lint", "Why do nurses never fill in the weight?", "--to", "Ward Nurse");
        Assert.Equal(ExitCode.Done, shown.Exit);
        Assert.Contains("of 100, harmful", shown.Out, StringComparison.Ordinal);
        Assert.Contains("blame", shown.Out, StringComparison.Ordinal);
        Assert.Contains("A better way", shown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_json_come_out_in_the_order_they_went_in()
    {
        var file = _folder.File("q.jsonl", "{\"id\":\"b\",\"text\":\"Is it?\"}\n{\"id\":7,\"text\":\"Who enters the weight, and when?\",\"role\":\"ward nurse\",\"kind\":\"data\"}\n\n{\"id\":\"a\",\"text\":\"\",\"role\":\"astronaut\"}\n");
        var lines = CommandLine.Run("ask", "lint", "--file", file, "--json").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["b", "7", "a"], lines.Select(line => line.GetProperty("id").ToString()));
        Assert.All(lines, line => Assert.Equal(
            ["id", "score", "good", "grade", "flaws", "qualities", "rewrite"],
            line.EnumerateObject().Select(property => property.Name).Take(7)));
        Assert.True(lines[1].GetProperty("good").GetBoolean());
        Assert.False(lines[0].GetProperty("good").GetBoolean());
        Assert.Contains("Nearest", lines[2].GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_line_gives_a_line_and_is_named()
    {
        var file = _folder.File("q.jsonl", "{\"id\":1,\"text\":\"Who enters it?\"}\n{\"id\":\n[1]\n");
        var ran = CommandLine.Run("ask", "lint", "--file", file, "--json");
        Assert.Equal(3, ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(ExitCode.Mend, ran.Exit);
        Assert.Contains("line 2 is no JSON", ran.Out, StringComparison.Ordinal);
        Assert.Contains("2 lines could not be read", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_of_a_document_are_told_with_line_and_column()
    {
        var file = _folder.File("q.md", "# To ask\n\nSome words about the ward.\n\n- Is the weight measured?\n- Who writes it down after the round?\n\n```\nWhy not this?\n```\n\nOn your last shift,\nwhat happened?\n");
        var told = CommandLine.Run("ask", "lint", "--file", file, "--to", "ward-nurse").Out;
        Assert.Contains("q.md:5:3:", told, StringComparison.Ordinal);
        Assert.Contains("q.md:6:3:", told, StringComparison.Ordinal);
        Assert.Contains("q.md:12:1:", told, StringComparison.Ordinal);
        Assert.DoesNotContain("q.md:3:", told, StringComparison.Ordinal);
        Assert.DoesNotContain("q.md:9:", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint x --to astronaut", "Nobody is called 'astronaut'")]
    [InlineData("lint x --kind wish", "'wish' is no kind of talk")]
    [InlineData("lint --file nowhere.txt", "'nowhere.txt' cannot be read")]
    [InlineData("lint x --file y.txt", "one of them is enough")]
    public void What_was_typed_wrongly_is_said_with_what_to_do(string line, string says)
    {
        var ran = CommandLine.Run("ask " + line);
        Assert.Equal(ExitCode.Mend, ran.Exit);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ward nurse", "ward-nurse")]
    [InlineData("Emergency Doctor", "ed-doctor")]
    [InlineData("interface engineer", "hospital-it")]
    [InlineData("the pharmacist", "pharmacist")]
    [InlineData("kardiolog", "cardiologist")]
    [InlineData("astronaut", null)]
    public void A_role_is_known_by_its_plain_words(string words, string? id) => Assert.Equal(id, Knowledge.Respondents.Named(words)?.Id);
}
