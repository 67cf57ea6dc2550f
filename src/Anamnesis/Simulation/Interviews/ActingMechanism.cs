using Anamnesis.Knowledge;

namespace Anamnesis.Simulation.Interviews;

/// <summary>A mechanism that changed cells of a written clinic.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Cells">How many cells the ledger holds of it.</param>
/// <param name="Recoverable">Whether what was so can be had again.</param>
/// <param name="From">From where, or why not.</param>
/// <param name="About">Tables, columns and tests that it touched, in words.</param>
/// <param name="Story">The lever behind it, in a sentence.</param>
/// <param name="Places">Where it acts, each with site and time; empty: everywhere and always.</param>
sealed record ActingMechanism(Page Page, long Cells, bool Recoverable, string From, IReadOnlyList<string> About, string Story, IReadOnlyList<(string? Site, string? Ward, string? From, string? To)> Places)
{
    /// <summary>Where it acts, as people say it.</summary>
    internal string Where => Places.Count == 0 || Places.Any(place => place is { Site: null, Ward: null, From: null, To: null }) ? "That is so everywhere here, and at all times."
        : $"That is {string.Join("; and ", Places.Select(Said).Distinct(StringComparer.Ordinal).Take(3))}. Elsewhere and at other times it is not so.";

    /// <summary>The sites in which it acts; empty: in all.</summary>
    internal IReadOnlyList<string> SitesActing => Places.Any(place => place is { Site: null, Ward: null }) ? []
        : [.. Places.Select(place => place.Site ?? Sites.All.FirstOrDefault(site => site.AllWards.Contains(place.Ward!))?.Name).OfType<string>().Distinct(StringComparer.Ordinal)]; // one of both is there

    static string Said((string? Site, string? Ward, string? From, string? To) place) => string.Join(' ', ((string?[])
    [
        place.Ward is not null ? $"on ward {place.Ward}" : place.Site is not null ? $"at {place.Site}" : "everywhere",
        place.From is not null ? $"from {place.From} on" : null,
        place.To is not null ? $"until {place.To}" : null,
    ]).OfType<string>());
}
