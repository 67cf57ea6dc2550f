using Anamnesis.Questions.Linting;

namespace Anamnesis.Questions.Interviews;

/// <summary>What the person understood of a turn, before anything is answered.</summary>
sealed record Heard(string Text, LintedQuestion Linted)
{
    /// <summary>The part that is answered: of two questions the last.</summary>
    internal required string Asked { get; init; }

    internal required string? Topic { get; init; }

    /// <summary>All topics, nearest first.</summary>
    internal required IReadOnlyList<(string Topic, double Closeness)> Near { get; init; }

    internal bool TookHook { get; init; }

    internal bool Repeats { get; init; }

    internal bool IsTemplate { get; init; }

    internal bool PointsAtNothing { get; init; }

    internal bool Introduces { get; init; }

    internal bool GivesPurpose { get; init; }

    internal bool Closes { get; init; }

    internal bool AsksExceptions { get; init; }

    /// <summary>Untrue ideas that the words suggest.</summary>
    internal required IReadOnlyList<Belief> Suggests { get; init; }

    internal bool Any(params ReadOnlySpan<string> flaws)
    {
        foreach (var flaw in flaws)
        {
            if (Linted.Has(flaw))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Asks who else knows, where there is somebody.</summary>
    internal bool AsksWhoElse => Topic == "others" && Phrase.WhoElse().IsMatch(Asked);

    internal bool IsOpen => Linted.Shows("open");

    internal bool IsAnchored => Linted.Shows("anchored-case") && !IsTemplate;

    internal bool IsShown => Linted.Shows("shows-data") && !PointsAtNothing && !IsTemplate;

    internal bool AsksMechanism => Linted.Shows("asks-mechanism") || Linted.Shows("asks-consequence") || TookHook;

    internal bool IsSocial => !Text.Contains('?', StringComparison.Ordinal) && (Introduces || Phrase.Thanks().IsMatch(Text));
}
