using Anamnesis.Engines;
using Anamnesis.Knowledge;

namespace Anamnesis.Examinations;

/// <summary>How to examine.</summary>
public sealed record ExaminationOptions
{
    /// <summary>Read every row, where otherwise a sample of patients would do.</summary>
    public bool Exact { get; init; }

    /// <summary>Told how far the examination has come.</summary>
    public IProgress<Step>? Progress { get; init; }

    /// <summary>Stops the examination; nothing is written then.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Folder to spill to, or null for a private temporary one.</summary>
    public string? Spill { get; init; }

    /// <summary>Folder of <c>anamnesis.yaml</c> and <c>answers.yaml</c>; null for the folder of the data. A database needs it.</summary>
    public string? Beside { get; init; }

    /// <summary>The weights of signs; calibration examines with defaults.</summary>
    internal Weights Weights { get; init; } = Weights.Counted;

    /// <summary>Where the time comes from.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
