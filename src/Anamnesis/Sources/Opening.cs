using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>How to open an address.</summary>
public sealed record Opening
{
    /// <summary>Told how far the loading has come; shares run from 0 to 1 for the loading alone.</summary>
    public IProgress<Step>? Progress { get; init; }

    /// <summary>Stops the loading.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Folder to spill to, or null for a private temporary one.</summary>
    public string? Spill { get; init; }
}
