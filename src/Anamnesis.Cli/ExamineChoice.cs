using Anamnesis.Examinations;
using Anamnesis.Reports;

namespace Anamnesis.Cli;

/// <summary>What the user chose for <c>examine</c>.</summary>
sealed record ExamineChoice(
    string[] Addresses,
    bool Json,
    string? Out,
    string? Html,
    string? Markdown,
    string[] FailOn,
    Rendering Rendering,
    ExaminationOptions Options)
{
    /// <summary>Every file that will be written.</summary>
    internal IEnumerable<string> Files =>
        ((string?[])[Html, Markdown == "-" ? null : Markdown]).OfType<string>().Concat(Out is { } folder ? Addresses.Select(address => Path.Combine(folder, Output.FileName(address))) : []);
}
