using System.CommandLine;
using System.CommandLine.Parsing;

namespace Anamnesis.Cli;

/// <summary>What was typed wrongly, with the nearest word that is known.</summary>
static class Mistake
{
    /// <summary>One sentence about the first mistake, or null when there is none.</summary>
    internal static string? In(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return (WrongVerb(parsed, command) ?? WrongOption(parsed, command))?.TrimEnd()
            ?? (parsed.Errors.Count > 0 ? $"{parsed.Errors[0].Message} {See(command)}" : null);
    }

    static string? WrongVerb(ParseResult parsed, Command command) =>
        command.Subcommands.Count > 0 && parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } word
            ? $"'{word}' is no verb. Nearest: {string.Join(", ", Nearest.To(word, command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)).Take(2))}. {See(command)}"
            : null;

    /// <summary>A word with a dash that no option of the verb has; it would pass as an address otherwise.</summary>
    static string? WrongOption(ParseResult parsed, Command command)
    {
        var known = command.Options.Where(option => !option.Hidden).Select(option => option.Name).ToList();
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        return arguments.Concat(parsed.UnmatchedTokens).FirstOrDefault(token => token.Length > 1 && token.StartsWith('-')) is { } word
            ? $"'{word}' is no option{(command is RootCommand ? string.Empty : $" of '{command.Name}'")}. Nearest: {string.Join(", ", Nearest.To(word, known).Take(2))}. {See(command)} {(command.Arguments.Count > 0 ? $"A file of that name is given as './{word}'." : string.Empty)}"
            : null;
    }

    static string See(Command command) => command is RootCommand ? "'anamnesis --help' lists all." : $"'anamnesis {Path(command)} --help' shows how.";

    static string Path(Command command) => string.Join(' ', command.Parents.OfType<Command>().Where(parent => parent is not RootCommand).Select(parent => parent.Name).Append(command.Name));
}
