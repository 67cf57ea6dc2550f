using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary>Where output goes: text and JSON to <paramref name="output"/>, progress and errors to <paramref name="error"/>.</summary>
sealed class Terminal(TextWriter output, TextWriter error)
{
    internal TextWriter Out { get; } = output;

    internal TextWriter Error { get; } = error;

    /// <summary>Width for rendering when it is not a real terminal; null asks the console.</summary>
    internal int? Width { get; init; }

    /// <summary>A console for rendering: colour and width of the real terminal, plain text at 100 columns when piped.</summary>
    internal IAnsiConsole Console()
    {
        var piped = !ReferenceEquals(Out, System.Console.Out) || System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = piped || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        if (Width is { } width)
        {
            console.Profile.Width = width;
        }
        else if (piped)
        {
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= 40 ? columns : 100;
        }

        return console;
    }
}
