namespace Anamnesis.Knowledge;

/// <summary>The pages of the catalogue.</summary>
public static class Pages
{
    static readonly Lazy<IReadOnlyList<Page>> Loaded = new(() => [.. Embedded.Names("mechanisms").Select(name => Page.Parse(Embedded.Text(name)))]);

    /// <summary>All pages, in the order of their ids.</summary>
    public static IReadOnlyList<Page> All => Loaded.Value;

    /// <summary>The page of a mechanism, or null.</summary>
    public static Page? Find(string id) => All.FirstOrDefault(page => page.Id == id);
}
