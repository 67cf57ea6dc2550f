using System.CommandLine;
using System.CommandLine.Invocation;

namespace Anamnesis.Cli;

/// <summary>The help page of the program or of a verb: what it does, how it is typed, examples, and what one should know.</summary>
/// <param name="terminal">Where it is printed.</param>
/// <param name="isAskedFor">Whether it was asked for by <c>--help</c>: then mistakes in the rest of the line do not matter.</param>
sealed class HelpPage(Terminal terminal, bool isAskedFor) : SynchronousCommandLineAction
{
    const int Widest = 100; // longer lines are hard to read

    static readonly (string Line, string Says)[] Start =
    [
        ("examine demo", "a small simulated heart clinic: nothing to download"),
        ("examine ./extract", "a file, a folder or an archive of tables"),
        ("examine ./extract --html report.html", "the same with charts, to read and to print"),
        ("mechanisms unit-mixture", "why data are as they are: one page of the catalogue"),
    ];

    static readonly string[] Endings =
    [
        "Nothing leaves this machine: no account, no download, no telemetry. Reports hold counts and shares only, and cells of a breakdown under 5 are left out; looking at rows ('rows', --show-values) is a deliberate act.",
        "Exit codes: 0 done, 1 a --fail-on condition is met, 2 something you can mend, 70 a bug, 130 interrupted.",
    ];

    internal bool IsAskedFor { get; } = isAskedFor;

    public override int Invoke(ParseResult parseResult)
    {
        Print(parseResult.CommandResult.Command);
        return ExitCode.Done;
    }

    internal void Print(Command command)
    {
        var width = Math.Min(Widest, terminal.Columns);
        var verb = command as Verb;
        Write(Wrapped.Lines(command.Description ?? string.Empty, width));
        Section("Usage", [$"  anamnesis {Path(command)}{Shape(command)}"]);
        Section(command is RootCommand ? "Start here" : "Examples", Examples(command is RootCommand ? Start : verb?.Examples ?? [], width));
        Section("Verbs", Wrapped.Terms(command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? string.Empty)), width));
        Section("Arguments", Wrapped.Terms(command.Arguments.Where(argument => !argument.Hidden).Select(argument => ($"<{argument.Name}>", argument.Description ?? string.Empty)), width));
        Section("Options", Wrapped.Terms(command.Options.Where(option => !option.Hidden).Select(option => (Typed(option), Said(option))), width));
        foreach (var note in command is RootCommand ? Endings : verb?.Notes ?? [])
        {
            Section(string.Empty, Wrapped.Lines(note, width));
        }

        if (command.Subcommands.Any(sub => !sub.Hidden))
        {
            Section(string.Empty, Wrapped.Lines($"'anamnesis {Path(command)}<verb> --help' explains one, with examples.", width));
        }
    }

    void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            terminal.Out.WriteLine();
            Write(title.Length > 0 ? all.Prepend(title) : all);
        }
    }

    void Write(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Out.WriteLine(line);
        }
    }

    /// <summary>A line to copy, and below it what it does.</summary>
    static IEnumerable<string> Examples(IEnumerable<(string Line, string Says)> examples, int width) => examples.SelectMany(example =>
        Wrapped.Lines(example.Says, width, "      ").Prepend($"  anamnesis {example.Line}"));

    static string Path(Command command) => command is RootCommand ? string.Empty
        : string.Concat(command.Parents.OfType<Command>().Select(Path)) + command.Name + " ";

    static string Shape(Command command) =>
        string.Join(' ', command.Arguments.Select(argument => argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : argument.Arity.MinimumNumberOfValues == 0 ? $"[<{argument.Name}>]" : $"<{argument.Name}>")
            .Concat(command.Options.Where(option => option.Required).Select(Typed))
            .Append(command.Subcommands.Any(sub => !sub.Hidden) ? "<verb> [options]" : "[options]"));

    static string Typed(Option option) =>
        string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-') && alias != "-?").Order(StringComparer.Ordinal).Append(option.Name))
        + (option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) || option.ValueType == typeof(void) ? string.Empty : $" <{option.HelpName ?? option.Name.TrimStart('-')}>");

    static string Said(Option option) => Roles.Listed(option.Description ?? string.Empty)
        + (option.Required ? " (needed)" : option.HasDefaultValue && option.ValueType != typeof(bool) && option.GetDefaultValue() is { } value and not Array ? $" (default {value})" : string.Empty);
}
