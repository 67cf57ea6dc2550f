namespace Anamnesis.Cli;

/// <summary>The command line as a user types it, without a process: what it printed and how it ended.</summary>
sealed record CommandLine(int Exit, string Out, string Error)
{
    internal static CommandLine Run(params string[] words) => RunAt(80, words);

    internal static CommandLine RunAt(int width, params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = Program.Run(words, new Terminal(output, error) { Width = width }, TestContext.Current.CancellationToken);
        return new CommandLine(exit, output.ToString(), error.ToString());
    }

    /// <summary>Words of a line, parted by blanks.</summary>
    internal static CommandLine Run(string line) => RunAt(80, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
