namespace Anamnesis.Simulation;

/// <summary>A mechanism at work in a clinic: how strongly, where and when.</summary>
/// <param name="Mechanism">Id of the mechanism.</param>
/// <param name="Severity">Share of the rows it could touch that it touches, in [0, 1].</param>
public sealed record Distortion(string Mechanism, double Severity)
{
    /// <summary>The site alone, or null for all.</summary>
    public string? Site { get; init; }

    /// <summary>The ward alone, or null for all.</summary>
    public string? Ward { get; init; }

    /// <summary>From this moment on, or null for ever.</summary>
    public DateTime? From { get; init; }

    /// <summary>Before this moment, or null for ever.</summary>
    public DateTime? To { get; init; }
}
