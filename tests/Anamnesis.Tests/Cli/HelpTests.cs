namespace Anamnesis.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => ["", "examine", "rows", "mechanisms", "init", "simulate", "why", "levers", "bench", "bench fidelity", "bench key", "bench speed", "bench recognition"];

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
    public void Help_of_the_program() => Snapshot.Match(CommandLine.Run("--help").Out);

    [Fact]
    public void Help_of_examine() => Snapshot.Match(CommandLine.Run("examine --help").Out);

    [Fact]
    public void Help_of_rows() => Snapshot.Match(CommandLine.Run("rows --help").Out);

    [Fact]
    public void Help_of_mechanisms() => Snapshot.Match(CommandLine.Run("mechanisms --help").Out);

    [Fact]
    public void Help_of_init() => Snapshot.Match(CommandLine.Run("init --help").Out);

    [Fact]
    public void Help_of_simulate() => Snapshot.Match(CommandLine.Run("simulate --help").Out);

    [Fact]
    public void Help_of_bench() => Snapshot.Match(CommandLine.Run("bench --help").Out);
}
