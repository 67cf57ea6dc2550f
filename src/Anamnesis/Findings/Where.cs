namespace Anamnesis.Findings;

/// <summary>Where a finding is confined to; null means everywhere.</summary>
/// <param name="Site">The site or ward.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Item">The item code.</param>
public sealed record Where(string? Site = null, DateTime? From = null, DateTime? To = null, string? Item = null)
{
    /// <summary>Not confined.</summary>
    public static Where Anywhere { get; } = new();
}
