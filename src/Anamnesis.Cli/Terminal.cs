using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary>Where output goes: text and JSON to <paramref name="output"/>, progress and errors to <paramref name="error"/>.</summary>
sealed class Terminal(TextWriter output, TextWriter error)
{
    const int Narrowest = 40;
    const int PipedColumns = 100;

    internal TextWriter Out { get; } = output;

    internal TextWriter Error { get; } = error;

    /// <summary>Where text is read from that somebody types or pipes.</summary>
    internal TextReader In { get; init; } = TextReader.Null;

    /// <summary>Width for rendering when it is not a real terminal; null asks the console.</summary>
    internal int? Width { get; init; }

    bool Piped => !ReferenceEquals(Out, System.Console.Out) || System.Console.IsOutputRedirected;

    /// <summary>How wide a line may be: as set, as the terminal is, or as COLUMNS says, else 100, when piped.</summary>
    internal int Columns => Width ?? (Piped ? FromEnvironment : Math.Max(Narrowest, System.Console.WindowWidth));

    static int FromEnvironment => int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= Narrowest ? columns : PipedColumns;

    /// <summary>A console for rendering: colour and width of the real terminal, plain text when piped or where NO_COLOR is set.</summary>
    internal IAnsiConsole Console()
    {
        var plain = Piped || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Piped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        console.Profile.Width = Columns;
        return console;
    }
}
