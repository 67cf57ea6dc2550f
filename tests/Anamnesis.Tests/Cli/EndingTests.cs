using System.Text;

namespace Anamnesis.Cli;

/// <summary>How a run ends that met no bad input: a bug of our own, and data that are whole but say nothing.</summary>
public sealed class EndingTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bug_ends_with_70_and_shows_its_stack()
    {
        using var broken = new Broken();
        using var error = new StringWriter();
        var exit = Program.Run(["levers"], new Terminal(broken, error) { Width = 80 }, TestContext.Current.CancellationToken);
        Assert.Equal(70, exit);
        Assert.Contains("This is a bug in anamnesis, please report it", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("   at Anamnesis.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_without_a_single_value_are_examined_and_told()
    {
        var lines = Enumerable.Range(0, 60).Select(i => $"{i},,{70 + (i % 9)}");
        var ran = CommandLine.Run("examine", _folder.File("n.csv", $"id,weight,pulse\n{string.Join('\n', lines)}\n"));
        Assert.Equal(0, ran.Exit);
        Assert.Contains("weight holds nothing in all 60 rows", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_are_read_from_the_folder_that_is_named()
    {
        var data = _folder.File("data/x.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{i},{70 + (i % 9)}\n")));
        Directory.CreateDirectory(_folder.At("mine"));
        Assert.Equal(0, CommandLine.Run("init", data, "--beside", _folder.At("mine")).Exit);
        var text = File.ReadAllText(_folder.At("mine/anamnesis.yaml"));
        Assert.Contains("\"b\"", text, StringComparison.Ordinal);
        File.WriteAllText(_folder.At("mine/anamnesis.yaml"), "tables:\n  \"x\":\n    columns:\n      \"b\": { role: value, variable: heart_rate }\n");
        Assert.DoesNotContain("heart_rate", CommandLine.Run("examine", data, "--json").Out, StringComparison.Ordinal);
        Assert.Contains("heart_rate", CommandLine.Run("examine", data, "--json", "--beside", _folder.At("mine")).Out, StringComparison.Ordinal);
        var refused = CommandLine.Run("examine", data, "--beside", _folder.At("nowhere"));
        Assert.Equal(2, refused.Exit);
        Assert.Contains("There is no folder", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>An output that nobody expected to fail.</summary>
    sealed class Broken : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new InvalidOperationException("no such output");
    }
}
