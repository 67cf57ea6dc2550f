using System.CommandLine;
using System.CommandLine.Help;

namespace Anamnesis.Cli;

/// <summary>The command line: parses, runs a verb, and turns every ending into an exit code.</summary>
public static class Program
{
    /// <summary>Runs the command line with the real console.</summary>
    public static int Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        return Run(args, new Terminal(Console.Out, Console.Error) { In = Console.In }, stop.Token);
    }

    /// <summary>Runs the command line; for tests, too.</summary>
    /// <returns>0 done, 1 a --fail-on condition is met, 2 what the user can mend, 70 a bug, 130 interrupted.</returns>
    internal static int Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var parsed = Root(terminal, cancellation).Parse(args);
            return parsed.Action is not HelpPage { IsAskedFor: true } && Mistake.In(parsed) is { } mistake ? throw new AnamnesisException(mistake) : parsed.Invoke(configuration);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("interrupted; nothing was written");
            return ExitCode.Interrupted;
        }
        catch (AnamnesisException mend)
        {
            terminal.Error.WriteLine($"anamnesis: {mend.Message}");
            return ExitCode.Mend;
        }
#pragma warning disable CA1031 // the one place where any exception ends: a bug shows its stack and exits with 70
        catch (Exception bug)
#pragma warning restore CA1031
        {
            terminal.Error.WriteLine($"This is a bug in anamnesis, please report it with the lines below.\n{bug}");
            return ExitCode.Bug;
        }
    }

    internal static RootCommand Root(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand(
            "Anamnesis takes the history of a medical data set before anyone treats it with data science: what is odd, why it probably is as it is, "
            + "what the data are ready for, and whom to ask what.")
        {
            ExamineCommand.Of(terminal, cancellation),
            RowsCommand.Of(terminal, cancellation),
            MechanismsCommand.Of(terminal),
            InitCommand.Of(terminal, cancellation),
            SimulateCommand.Of(terminal, cancellation),
            LeversCommand.Of(terminal),
            WhyCommand.Of(terminal, cancellation),
            AskCommand.Of(terminal, cancellation),
            NeedsCommand.Of(terminal),
            BenchCommand.Of(terminal, cancellation),
            CalibrateCommand.Of(terminal, cancellation),
        };
        foreach (var option in root.Options)
        {
            option.Description = option is HelpOption ? "show this page" : "show the version";
        }

        root.Options.OfType<HelpOption>().Single().Action = new HelpPage(terminal, isAskedFor: true);
        foreach (var group in root.Subcommands.Where(verb => verb.Subcommands.Count > 0).Prepend(root))
        {
            group.Action = new HelpPage(terminal, isAskedFor: false); // alone, it is a door to its verbs
        }

        return root;
    }
}
