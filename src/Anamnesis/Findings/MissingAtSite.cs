using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column is missing at one site, ward or source system, and much less elsewhere.</summary>
sealed class MissingAtSite : IFindingKind
{
    const double Points = 0.4; // difference between places that is worth a finding
    const double Always = 0.98; // share at a place that counts as all of it
    const int ManyPlaces = 5; // that have it always or never: places of two kinds; fewer may be systems, one of which has no such field
    const int FewestToCount = 5; // rows from which a place counts among those that have it always or never
    const int Fewest = 25; // rows of a place
    const int MostPlaces = 60;

    public string Id => "missing-at-site";

    public string Title => "Missing at one site or ward only";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            var units = MissingUnit.Of(table).Where(unit => unit.Missing >= Fewest).Take(60).ToList();
            foreach (var (site, from) in units.Count == 0 ? [] : Places(profile, table))
            {
                foreach (var finding in At(dataset, table, units, site, from))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>Columns that name a place: in the table itself, or in a table that knows the same stays.</summary>
    static IEnumerable<(Column Site, Sql From)> Places(Profile profile, TableProfile table)
    {
        foreach (var site in table.Reading.Columns.Where(column => column.Role == Role.Site && table.Column(column.Column.Name)?.Distinct is >= 2 and <= MostPlaces))
        {
            yield return (site.Column, table.ForShares.From);
        }

        var key = table.Reading.Of(Role.Stay);
        if (key is null || table.Column(key.Name) is not { } stays || stays.Distinct != stays.Present)
        {
            yield break;
        }

        foreach (var other in profile.Originals.Where(other => other != table && other.Table.Rows < 20 * table.Table.Rows && other.Table.Column(key.Name)?.Kind == key.Kind))
        {
            foreach (var site in other.Reading.Columns.Where(column => column.Role == Role.Site && other.Column(column.Column.Name)?.Distinct is >= 2 and <= 12))
            {
                Sql known = $"SELECT {other.Table.Column(key.Name)!.Value} AS site_key, min({site.Column.Value}) AS site_name FROM {other.Table.From} GROUP BY 1"; // just seen
                yield return (site.Column with { Value = $"known.site_name" }, $"{table.Table.From} JOIN ({known}) AS known ON known.site_key = {key.Value}");
            }
        }
    }

    IEnumerable<Finding> At(Dataset dataset, TableProfile table, List<MissingUnit> units, Column site, Sql from)
    {
        var facts = Sql.Join(", ", units.Select(unit => (Sql)$"count(*) FILTER (WHERE {unit.Condition})"));
        var groups = dataset.Rows(
            $"SELECT {dataset.Dialect.ToText(site.Value)}, count(*), {facts} FROM {from} WHERE {site.Value} IS NOT NULL GROUP BY 1 HAVING count(*) >= {FewestToCount} ORDER BY 1",
            row => (Site: row.TextAt(0)!, Rows: row.CountAt(1), Missing: units.Select((_, i) => row.CountAt(i + 2)).ToList())); // not null by WHERE
        var large = groups.Where(group => group.Rows >= Fewest).ToList();
        for (var i = 0; i < units.Count && large.Count > 1; i++)
        {
            var unit = units[i];
            if (unit.Columns.Any(column => column.Name == site.Name))
            {
                continue;
            }

            var worst = large.MaxBy(group => (double)group.Missing[i] / group.Rows);
            var best = large.MinBy(group => (double)group.Missing[i] / group.Rows);
            var decided = groups.All(group => group.Missing[i] >= Always * group.Rows || group.Missing[i] <= (1 - Always) * group.Rows);
            var (high, low) = ((double)worst.Missing[i] / worst.Rows, (double)best.Missing[i] / best.Rows);
            if (high - low >= Points)
            {
                yield return Draft.Of(
                    Id, table.Table, [.. unit.Columns, site],
                    $"{unit.Label} {(unit.IsBlock ? "are" : "is")} empty in {Says.Share(high)} at {site.Name} {RecognitionItems.Plain(worst.Site)} and in {Says.Share(low)} at {RecognitionItems.Plain(best.Site)}",
                    (unit.Missing * table.OneIn, table.Table.Rows), unit.Condition) with
                {
                    Where = new Where(Site: worst.Site),
                    Estimated = table.OneIn > 1,
                    Weight = 0.3 + (0.5 * (high - low)),
                    Facts = new Dictionary<string, double> { ["high"] = high, ["low"] = low, ["places"] = groups.Count, ["decided"] = decided ? 1 : 0, ["kinds"] = decided && groups.Count >= ManyPlaces ? 1 : 0 },
                };
            }
        }
    }
}
