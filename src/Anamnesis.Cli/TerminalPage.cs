using Spectre.Console;

namespace Anamnesis.Cli;

/// <summary>Wrapped lines on a terminal, each in one style.</summary>
sealed class TerminalPage(Terminal terminal)
{
    const int Widest = 110; // longer lines are hard to read

    readonly IAnsiConsole _console = terminal.Console();
    readonly int _width = Math.Min(Widest, terminal.Columns);

    internal void Say(string text, string style = "default", string lead = "") => Write(Wrapped.Lines(text, _width, lead), style);

    internal void Title(string text)
    {
        Blank();
        Say(text, "bold underline");
    }

    /// <summary>Rows of a term and what is said about it.</summary>
    internal void Terms(IEnumerable<(string Term, string Says)> rows) => Write(Wrapped.Terms(rows, _width), "default");

    /// <summary>A line to copy, never broken, and below it what it does.</summary>
    internal void Command(string line, string says)
    {
        terminal.Out.WriteLine("  " + line);
        Say(says, "grey", "      ");
    }

    internal void Blank() => _console.WriteLine();

    void Write(IEnumerable<string> lines, string style)
    {
        foreach (var line in lines)
        {
            _console.MarkupLine(style == "default" ? Markup.Escape(line) : $"[{style}]{Markup.Escape(line)}[/]");
        }
    }
}
