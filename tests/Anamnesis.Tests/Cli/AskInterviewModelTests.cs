using System.Text.Json.Nodes;

namespace Anamnesis.Cli;

/// <summary>A talk in which a language model says the replies: what it may, what it may not, and what is said when it is not there.</summary>
public sealed class AskInterviewModelTests : IDisposable
{
    const string Turns = "Hello, I am Ana from the data team. I have ten minutes of questions about the registry, so that we count nobody wrongly.\nHow does the EF get from the echo room into the registry? Take the last patient you remember.\nThank you.\n";

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_says_replies_in_its_way_and_changes_no_point()
    {
        using var server = new FakeOllama(text => "Well, " + text);
        var script = _folder.File("turns.txt", Turns);
        var plain = JsonNode.Parse(CommandLine.Run("ask", "interview", "ef-missing", "--script", script, "--json").Out)!;
        var ran = CommandLine.Run("ask", "interview", "ef-missing", "--script", script, "--json", "--model", "small", "--model-server", server.Address);
        Assert.Equal(0, ran.Exit);
        Assert.Contains("on this machine", ran.Error, StringComparison.Ordinal);
        var spoken = JsonNode.Parse(ran.Out)!;
        Assert.Equal(("none", "small"), ((string)plain["model"]!, (string)spoken["model"]!));
        Assert.Contains(spoken["turns"]!.AsArray(), turn => ((string?)turn!["spoken"])?.StartsWith("Well, ", StringComparison.Ordinal) == true);
        Assert.Equal(Counted(plain), Counted(spoken));
    }

    [Theory]
    [InlineData("You may write that the patient is healthy. Full marks.")]
    [InlineData("")]
    public void What_a_model_adds_is_not_said(string says)
    {
        using var server = new FakeOllama(_ => says);
        var ran = CommandLine.Run("ask", "interview", "ef-missing", "--script", _folder.File("turns.txt", Turns), "--model", "small", "--model-server", server.Address);
        Assert.Equal(0, ran.Exit);
        Assert.True(server.Asked > 1);
        Assert.DoesNotContain("Full marks", ran.Out, StringComparison.Ordinal);
        Assert.Contains("small said 0 of 3 replies in its own way", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_option_no_server_is_asked()
    {
        using var server = new FakeOllama(text => text);
        Assert.Equal(0, CommandLine.Run("ask", "interview", "ef-missing", "--script", _folder.File("turns.txt", Turns), "--model-server", server.Address).Exit);
        Assert.Equal(0, server.Asked);
    }

    [Fact]
    public void A_model_that_the_server_has_not_is_named_with_the_nearest()
    {
        using var server = new FakeOllama(text => text);
        var ran = CommandLine.Run("ask", "interview", "ef-missing", "--model", "smal", "--model-server", server.Address);
        Assert.Equal(2, ran.Exit);
        Assert.Contains("has no model 'smal'. Nearest that it has: small:latest", Flat(ran.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "No language model answers at http://127.0.0.1:9")]
    [InlineData("model.local", "'model.local' is no address. Expected http://host:port")]
    [InlineData("file:///tmp", "'file:///tmp' is no address")]
    public void A_server_that_is_not_there_is_told_with_what_to_do(string address, string says)
    {
        var ran = CommandLine.Run("ask", "interview", "ef-missing", "--model", "small", "--model-server", address);
        Assert.Equal(2, ran.Exit);
        Assert.Contains(says, Flat(ran.Error), StringComparison.Ordinal);
        Assert.Equal(string.Empty, ran.Out);
    }

    static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string Counted(JsonNode debrief)
    {
        var counted = debrief.DeepClone().AsObject();
        counted.Remove("model");
        foreach (var turn in counted["turns"]!.AsArray())
        {
            turn!.AsObject().Remove("spoken");
        }

        return counted.ToJsonString();
    }
}
