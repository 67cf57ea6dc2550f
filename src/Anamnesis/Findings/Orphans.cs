using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>References to keys that are not there.</summary>
sealed class Orphans : IFindingKind
{
    public string Id => "orphans";

    public string Title => "References to keys that are not there";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from link in profile.Links
        where link.Orphans > 0
        let condition = (Sql)$"{link.FromColumn.Value} IS NOT NULL AND {link.FromColumn.Value} NOT IN (SELECT {link.ToColumn.Value} FROM {link.To.From} WHERE {link.ToColumn.Value} IS NOT NULL)"
        select Draft.Of(
            Id, link.From, [link.FromColumn], $"{link.FromColumn.Name} has no partner in {link.To.Name} in {Says.Of(link.Orphans, link.References)}",
            (link.Orphans, link.References), condition) with
        { Token = link.To.Name, Weight = 0.2 + ((double)link.Orphans / link.References) };
}
