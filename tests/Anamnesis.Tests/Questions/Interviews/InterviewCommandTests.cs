using System.Text.Json.Nodes;
using Anamnesis.Cli;

namespace Anamnesis.Questions.Interviews;

/// <summary>Interviews and debriefs as they are typed.</summary>
public sealed class InterviewCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_an_id_all_who_can_be_asked_are_listed()
    {
        var list = CommandLine.Run("ask interview").Out;
        Assert.All(Scenarios.All, scenario => Assert.Contains(scenario.Id, list, StringComparison.Ordinal));
        Assert.Equal(Scenarios.All.Count, JsonNode.Parse(CommandLine.Run("ask interview --json").Out)!.AsArray().Count); // it is a list
    }

    [Fact]
    public void A_script_is_replayed_and_its_debrief_can_be_had_again_and_does_not_believe_a_score()
    {
        var script = _folder.File("turns.txt", string.Join('\n', Transcripts.Of("ef-missing", "good").Turns) + "\nnote: The EF is a sentence in the dictated report.\n");
        var json = CommandLine.RunAt(100, "ask", "interview", "ef-missing", "--script", script, "--json").Out;
        var read = JsonNode.Parse(json)!; // printed
        Assert.Equal(InterviewFile.Schema, (string?)read["schema"]);
        Assert.InRange((int)read["score"]!, 1, 99); // always there
        read["score"] = 100;
        var again = CommandLine.RunAt(100, "ask", "debrief", _folder.File("interview.json", read.ToJsonString()), "--json").Out;
        Assert.Equal(json, again);
        Assert.Contains("What there was to find", CommandLine.RunAt(100, "ask", "debrief", _folder.At("interview.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_that_is_typed_ends_in_notes_and_a_debrief()
    {
        using var output = new StringWriter();
        using var typed = new StringReader("/help\n/table\n/nonsense\nThinking of the last patient you discharged, how did the EF get from the echo lab into the record?\n/end\nThe EF is a sentence in the dictated report.\n\n");
        var exit = Program.Run(["ask", "interview", "ef-missing"], new Terminal(output, output) { Width = 80, In = typed }, TestContext.Current.CancellationToken);
        Assert.Equal(0, exit);
        Assert.Contains("On the table", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("'/nonsense' is no command", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Dr Nowak:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("of 100", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask interview ef-mising", "There is no scenario 'ef-mising', and no such file. Nearest: ef-missing")]
    [InlineData("ask interview ef-missing --role nurse", "--role is of a simulated clinic")]
    [InlineData("ask interview ef-missing --script nowhere.txt", "'nowhere.txt' cannot be read")]
    [InlineData("ask debrief nowhere.json", "'nowhere.json' cannot be read as an interview")]
    [InlineData("ask intervew", "'intervew' is no verb. Nearest: interview")]
    public void A_wrong_word_is_answered_with_what_was_expected(string line, string says)
    {
        var run = CommandLine.Run(line);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"anamnesis: {says}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a remark\n\n")]
    [InlineData("note: nothing was said\n")]
    public void A_script_without_a_turn_is_refused(string text) =>
        Assert.Contains("holds 0 turns", CommandLine.RunAt(80, "ask", "interview", "ef-missing", "--script", _folder.File("turns.txt", text)).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("😀😀😀")]
    [InlineData("\u0001\u0002\u0007 ?")]
    [InlineData("¿Por qué faltan los valores en la tabla del hospital, y quién los escribe?")]
    public void Whatever_is_typed_is_answered(string turn) =>
        Assert.Equal(0, CommandLine.RunAt(80, "ask", "interview", "two-units", "--script", _folder.File("turns.txt", turn)).Exit);

    [Fact]
    public void A_turn_of_100_kB_is_heard_as_far_as_anybody_listens()
    {
        var turn = new Interview(Scenarios.Find("two-units")).Ask(string.Concat(Enumerable.Repeat("which laboratory sends what and why ", 3000)))!; // the first turn is heard
        Assert.True(turn.Linted.Text.Length <= Stems.Longest);
        Assert.NotEmpty(turn.Reply);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("no json")]
    [InlineData("{\"schema\": \"anamnesis/interview/1\", \"scenario\": \"ef-missing\", \"turns\": []}")]
    [InlineData("{\"schema\": \"anamnesis/interview/1\", \"scenario\": \"ef-missing\", \"turns\": [\"a\"]}")]
    [InlineData("{\"schema\": \"anamnesis/interview/1\", \"scenario\": \"ef-missing\", \"seed\": \"many\", \"turns\": [{\"text\": \"a\"}]}")]
    public void What_is_no_interview_is_refused(string text) =>
        Assert.Equal(2, CommandLine.RunAt(80, "ask", "debrief", _folder.File("interview.json", text)).Exit);
}
