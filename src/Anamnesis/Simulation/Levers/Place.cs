namespace Anamnesis.Simulation.Levers;

/// <summary>All hospitals, one, or one of its wards.</summary>
readonly record struct Place(string? Site, string? Ward)
{
    internal static Place Of(string? site, string? ward) => new(ward is null ? site : Sites.All.First(one => one.AllWards.Contains(ward)).Name, ward);

    internal bool Meets(Place other) => Covers(other) || other.Covers(this);

    internal bool Covers(Place other) => Site is null || (Site == other.Site && (Ward is null || Ward == other.Ward));

    /// <summary>What is left of this place without a smaller one within it.</summary>
    internal IEnumerable<Place> Without(Place part)
    {
        var (whole, ward) = (Site, part.Ward);
        var elsewhere = whole is null ? Sites.All.Where(site => site.Name != part.Site).Select(site => new Place(site.Name, null)) : [];
        return ward is null ? elsewhere : [.. elsewhere, .. Sites.Find(part.Site!).AllWards.Where(other => other != ward).Select(other => new Place(part.Site, other))]; // a ward has a site
    }
}
