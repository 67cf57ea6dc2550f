namespace Anamnesis.Questions.Needs;

/// <summary>A need in its place among others.</summary>
/// <param name="Need">The need, as it was written.</param>
/// <param name="Score">Its score, with the data as ready as they were found to be.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Best">The rank when one axis is one better.</param>
/// <param name="Worst">The rank when one axis is one worse.</param>
sealed record RankedNeed(Need Need, NeedScore Score, int Rank, int Best, int Worst)
{
    /// <summary>Why it is no more than a candidate, or null.</summary>
    internal string? Candidate { get; init; }

    /// <summary>Solutions in its words, and other faults of the statement.</summary>
    internal required IReadOnlyList<string> Faults { get; init; }

    /// <summary>What an examination says about the data for it, or null.</summary>
    internal NeedReadiness? Readiness { get; init; }

    /// <summary>Wrong picks that it looks like.</summary>
    internal required IReadOnlyList<WrongPick> Resembles { get; init; }
}
