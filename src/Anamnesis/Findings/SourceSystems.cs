using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Rows that come from several systems, each of which has item codes of its own.</summary>
sealed class SourceSystems : IFindingKind
{
    const int MostSystems = 6;
    const double LeastShare = 0.05; // of the rows, from a system
    const int FewestItems = 5;
    const long FewestOfItem = 5; // rows
    const double LeastOwn = 0.5; // of the codes

    public string Id => "source-systems";

    public string Title => "Several systems with codes of their own";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        from reading in table.Reading.Columns
        where IsSystem(NameTokens.Of(reading.Column.Name)) && reading.Column.Kind == Kind.Text
        let systems = table.Column(reading.Column.Name)
        where systems is { Distinct: >= 2 and <= MostSystems } && systems.Texts.Count(text => text.Count >= LeastShare * systems.Present) >= 2
        let items = Items(profile, table, reading.Column, dataset)
        where items is not null
        select Told(table.Table, reading.Column, systems, items);

    static bool IsSystem(NameTokens name) =>
        name.Is("dbsource", "sourcedb", "sourcesystem", "srcsystem", "systemname", "system", "datasource", "quellsystem", "systemzrodlowy") || (name.Has("system") && name.Has("source", "src", "ehr", "his", "lis"));

    /// <summary>The table of values whose rows belong to these, with its codes and how many of them stand in one system only; null when they are shared.</summary>
    static Coded? Items(Profile profile, TableProfile table, Column system, Dataset dataset)
    {
        var coded = from link in profile.Links
                    where link.To == table.Table
                    let values = profile.Tables.First(other => other.Table == link.From)
                    let item = values.Reading.Of(Role.Item)
                    where item is not null && item != link.FromColumn && values.Reading.Layout == Layout.Long // a dictionary owns its codes
                    orderby values.Table.Rows descending
                    select Of(dataset, values, item, link, system);
        return coded.FirstOrDefault(one => one.Systems >= 2 && one.Own >= LeastOwn * one.Codes);
    }

    /// <summary>The codes, and those that stand in one system only.</summary>
    static Coded Of(Dataset dataset, TableProfile values, Column item, Link link, Column system)
    {
        var owned = dataset.Rows(
            $"""
            SELECT CASE WHEN systems = 1 THEN system END, count(*) FROM (
                SELECT v.item, count(DISTINCT s.system) AS systems, min(s.system) AS system
                FROM (SELECT {item.Value} AS item, {link.FromColumn.Value} AS owner FROM {values.ForShares.From} WHERE {item.Value} IS NOT NULL) AS v
                JOIN (SELECT {link.ToColumn.Value} AS owner, {system.Value} AS system FROM {link.To.From} WHERE {system.Value} IS NOT NULL) AS s ON s.owner = v.owner
                GROUP BY v.item HAVING count(*) >= {FewestOfItem}) AS items
            GROUP BY 1
            """,
            row => (System: row.TextAt(0), Codes: row.CountAt(1)));
        var own = owned.Where(one => one.System is not null).ToList();
        return new Coded(values.Table, item, owned.Sum(one => one.Codes), own.Sum(one => one.Codes), own.Count(one => one.Codes >= FewestItems));
    }

    Finding Told(Table table, Column system, VariableProfile systems, Coded items)
    {
        var most = systems.Texts.MaxBy(text => text.Count)!; // at least two are there
        return Draft.Of(
            Id, table, [system],
            $"The rows of {table.Name} come from {Says.Count(systems.Distinct)} systems ({system.Name}), and {Says.Of(items.Own, items.Codes, "codes")} of {items.Item.Name} in {items.Table.Name} stand in one of them only: who looks for one code finds the people of one system",
            (systems.Present - most.Count, systems.Present), $"{system.Value} <> {most.Text}") with
        {
            Weight = 0.6,
            Facts = new Dictionary<string, double> { ["own"] = (double)items.Own / items.Codes, ["codes"] = items.Codes, ["systems"] = systems.Distinct },
        };
    }

    /// <summary>A table of values: its codes, those of one system only, and the systems that have several of those.</summary>
    sealed record Coded(Table Table, Column Item, long Codes, long Own, int Systems);
}
