using System.Globalization;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;

namespace Anamnesis.Cli;

/// <summary>A condition that ends the program with 1: a verdict, or a level below N.</summary>
sealed record FailOn(Verdict? Verdict, int? Level)
{
    internal static FailOn Parse(string text) => text switch
    {
        "error" => new FailOn(Mechanisms.Verdict.Error, null),
        "artefact" => new FailOn(Mechanisms.Verdict.Artefact, null),
        "unclear" => new FailOn(Mechanisms.Verdict.Unclear, null),
        _ when text.StartsWith("level:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level is >= 1 and <= 4 => new FailOn(null, level),
        _ => throw new AnamnesisException($"--fail-on does not know '{text}'. Nearest: {Nearest.To(text, ["error", "artefact", "unclear", "level:3"])[0]}. Expected error, artefact, unclear, or level:1 to level:4."),
    };

    internal bool IsMet(Examination examination, string? use) => Verdict is { } verdict
        ? examination.Diagnoses.Any(diagnosis => diagnosis.Verdict == verdict)
        : examination.Readiness.Any(fitness => (use is null || fitness.Use == use) && fitness.Level < Level);
}
