using System.CommandLine;

namespace Anamnesis.Cli;

/// <summary>A verb of the command line whose help page teaches: examples first, then what one should know.</summary>
/// <param name="name">The word that is typed.</param>
/// <param name="description">One sentence.</param>
/// <param name="examples">Lines as typed after <c>anamnesis</c>, each with what it does.</param>
/// <param name="notes">What to know, a paragraph each.</param>
sealed class Verb(string name, string description, IReadOnlyList<(string Line, string Says)> examples, params IReadOnlyList<string> notes)
    : Command(name, description)
{
    internal IReadOnlyList<(string Line, string Says)> Examples { get; } = examples;

    internal IReadOnlyList<string> Notes { get; } = notes;
}
