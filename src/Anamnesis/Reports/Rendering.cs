namespace Anamnesis.Reports;

/// <summary>How to render.</summary>
public sealed record Rendering
{
    /// <summary>Show values of patients and cells under 5. Only when the user asks for it.</summary>
    public bool ShowValues { get; init; }

    /// <summary>The use the user has in mind, or null for all.</summary>
    public string? Use { get; init; }
}
