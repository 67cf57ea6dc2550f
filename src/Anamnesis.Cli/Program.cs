using System.CommandLine;

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
        return Run(args, new Terminal(Console.Out, Console.Error), stop.Token);
    }

    /// <summary>Runs the command line; for tests, too.</summary>
    /// <returns>0 done, 1 a --fail-on condition is met, 2 what the user can mend, 70 a bug, 130 interrupted.</returns>
    internal static int Run(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            var parsed = Root(terminal, cancellation).Parse(args);
            var code = parsed.Invoke(configuration);
            return parsed.Errors.Count > 0 ? ExitCode.Mend : code;
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

    static RootCommand Root(Terminal terminal, CancellationToken cancellation) => new(
        "Anamnesis takes the history of a medical data set before anyone treats it with data science.\n\n"
        + "  anamnesis examine demo                       a small simulated heart clinic, nothing to download\n"
        + "  anamnesis examine ./extract --html r.html    a file, a folder or a zip of tables\n"
        + "  anamnesis mechanisms unit-mixture            why data are as they are\n\n"
        + "Nothing leaves this machine. Exit codes: 0 done, 1 a --fail-on condition is met, 2 something to mend, 70 a bug, 130 interrupted.")
    {
        ExamineCommand.Of(terminal, cancellation),
        RowsCommand.Of(terminal, cancellation),
        MechanismsCommand.Of(terminal),
        InitCommand.Of(terminal, cancellation),
        SimulateCommand.Of(terminal, cancellation),
        BenchCommand.Of(terminal, cancellation),
    };
}
