using Anamnesis.Findings;

namespace Anamnesis.Mechanisms;

/// <summary>A finding with its ranked causes.</summary>
public sealed record Diagnosis
{
    /// <summary>The symptom.</summary>
    public required Finding Finding { get; init; }

    /// <summary>The differential: most probable first, <c>something-else</c> included, summing to 1.</summary>
    public required IReadOnlyList<Candidate> Differential { get; init; }

    /// <summary>The verdict of the likely mechanism (probability of at least 0.5), else unclear.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>For missing values: which of the four kinds of absent; null otherwise.</summary>
    public string? Absence { get; init; }

    /// <summary>Id shared by findings with one common cause, or null.</summary>
    public string? Cause { get; init; }

    /// <summary>The finding by site, where its table has one; empty otherwise. Small cells are suppressed by every report.</summary>
    public IReadOnlyList<Breakdown> BySite { get; init; } = [];

    /// <summary>What people answered about it, newest first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Why answers do not settle it: they contradict each other, or nobody knew; null otherwise.</summary>
    public string? Open { get; init; }

    /// <summary>The role that somebody asked said would know, or null.</summary>
    public string? AskInstead { get; init; }

    /// <summary>Whether people settled it: it is not asked again.</summary>
    public bool IsSettled => Answers.Count > 0 && Open is null;

    /// <summary>The first mechanism when it is likely, else null.</summary>
    public Candidate? Likely => Differential.Count > 0 && Differential[0] is { Probability: >= 0.5, Mechanism: not "something-else" } first ? first : null;
}
