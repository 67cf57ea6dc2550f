using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Nearly all deaths that are known fell into a stay, although many people die at home.</summary>
sealed class DeathsInside : IFindingKind
{
    const int Fewest = 20; // deaths
    const double Nearly = 0.85; // of heart failure about half die outside

    public string Id => "deaths-inside";

    public string Title => "Nearly all known deaths fell into a stay";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) => OnePlace.Also(profile, dataset, one => Everywhere(one, dataset));

    IEnumerable<Finding> Everywhere(Profile profile, Dataset dataset) =>
        from persons in profile.Originals
        let key = persons.Reading.Of(Role.Patient)
        where key is not null && persons.Column(key.Name) is { } ids && ids.Distinct == ids.Present
        from death in persons.Reading.Columns
        where death.Role == Role.Outcome && death.Column.Kind == Kind.Time && persons.Column(death.Column.Name)?.Present >= Fewest
        from stays in profile.Originals
        where stays != persons && stays.Reading.Of(Role.Start) is not null && stays.Reading.Of(Role.End) is not null && stays.Table.Column(key.Name)?.Kind == key.Kind && stays.Table.Rows > persons.Table.Rows / 2
        let finding = Of(dataset, persons, key, death.Column, stays)
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, TableProfile persons, Column key, Column death, TableProfile stays)
    {
        Sql Day(string name) => $"floor({dataset.Dialect.Epoch(Sql.Raw(name))} / 86400)";
        Sql spans = $"SELECT {stays.Table.Column(key.Name)!.Value} AS k, {stays.Reading.Of(Role.Start)!.Value} AS started, {stays.Reading.Of(Role.End)!.Value} AS ended FROM {stays.Table.From}"; // all just seen
        Sql deaths = $"""
            SELECT d.k, min(CASE WHEN {Day("d.died")} BETWEEN {Day("s.started")} - 1 AND {Day("s.ended")} + 1 THEN 0 ELSE 1 END) AS outside
            FROM (SELECT {key.Value} AS k, {death.Value} AS died FROM {persons.Table.From} WHERE {death.Value} IS NOT NULL) AS d
            JOIN ({spans}) AS s ON s.k = d.k WHERE s.started IS NOT NULL AND s.ended IS NOT NULL GROUP BY d.k
            """;
        var (all, inside) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE outside = 0) FROM ({deaths}) AS known", row => (row.CountAt(0), row.CountAt(1)));
        return all < Fewest || inside < Nearly * all
            ? null
            : new Finding
            {
                Kind = Id,
                Table = persons.Table.Name,
                Columns = [death.Name],
                Token = stays.Table.Name,
                Says = $"{Says.Of(inside, all, "deaths")} fell into a stay of {stays.Table.Name} or on the day after: nearly nobody is known to have died outside",
                Count = inside,
                Denominator = all,
                Rows = $"SELECT * FROM ({deaths}) AS known WHERE outside = 0",
                Weight = 0.5,
                Facts = new Dictionary<string, double> { ["inside"] = (double)inside / all },
            };
    }
}
