using System.CommandLine;

namespace Anamnesis.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. Below(Program.Root(new Terminal(TextWriter.Null, TextWriter.Null), default), "")];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_help_page_fits_80_columns(string verb)
    {
        var help = CommandLine.Run(verb + " --help");
        Assert.Equal((0, string.Empty), (help.Exit, help.Error));
        Assert.Equal([], help.Out.Split('\n').Where(line => line.Length > 80));
        Assert.StartsWith("Usage\n  anamnesis " + verb, help.Out[help.Out.IndexOf("Usage\n", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Help_is_the_same_whatever_else_was_typed() =>
        Assert.Equal(CommandLine.Run("rows --help").Out, CommandLine.Run("rows -h --limit x").Out);

    [Fact]
    public void Without_a_word_the_program_shows_where_to_start() => Assert.Equal(CommandLine.Run("--help"), CommandLine.Run(""));

    [Fact]
    public void The_help_of_every_verb_was_read_by_somebody() =>
        Snapshot.Match(string.Join('\n', Verbs.Select(verb => $"$ anamnesis {verb.Data} --help\n{CommandLine.Run(verb.Data + " --help").Out}")));

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_teaches_with_an_example(string verb) =>
        Assert.Contains("\n  anamnesis ", CommandLine.Run(verb + " --help").Out.Split(verb.Length == 0 ? "Start here" : "Examples")[^1], StringComparison.Ordinal);

    static IEnumerable<string> Below(Command command, string path) =>
        command.Subcommands.Where(sub => !sub.Hidden).SelectMany(sub => Below(sub, $"{path} {sub.Name}".Trim())).Prepend(path);
}
