using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A dictionary that lists one thing under the codes of two source systems.</summary>
sealed class SynonymCodes : IFindingKind
{
    const int Fewest = 5; // names
    const double WorthALine = 0.005; // of the names
    const int MostSystems = 12;

    public string Id => "synonym-codes";

    public string Title => "One thing under the codes of two systems";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        where table.Reading.Of(Role.Patient) is null && table.Table.Rows >= 2 * Fewest
        let code = Code(table)
        let name = Named(table)
        let system = table.Reading.Columns.FirstOrDefault(column => column.Role == Role.Site && table.Column(column.Column.Name)?.Distinct is >= 2 and <= MostSystems)?.Column
        where code is not null && name is not null && system is not null && system != name
        let finding = Of(dataset, table.Table, code, name, system)
        where finding is not null
        select finding;

    /// <summary>The code that a dictionary is about: unique, and no technical number where there is another.</summary>
    static Column? Code(TableProfile table) => table.Reading.Columns
        .Where(column => table.Column(column.Column.Name) is { Missing: 0 } profile && profile.Distinct == profile.Rows && column.Column.Kind is Kind.Number or Kind.Text)
        .OrderBy(column => NameTokens.Of(column.Column.Name).Joined is "rowid" or "rownames" ? 1 : 0).FirstOrDefault()?.Column;

    static Column? Named(TableProfile table) => table.Reading.Columns.FirstOrDefault(column =>
        column.Column.Kind == Kind.Text && NameTokens.Of(column.Column.Name).Has("label", "name", "description", "desc", "term", "title", "nazwa", "opis", "bezeichnung", "text"))?.Column;

    Finding? Of(Dataset dataset, Table table, Column code, Column name, Column system)
    {
        Sql names = $"SELECT DISTINCT lower(trim({name.Value})) AS name, {dataset.Dialect.ToText(system.Value)} AS system FROM {table.From} WHERE {name.Value} IS NOT NULL AND {system.Value} IS NOT NULL";
        Sql shared = $"FROM ({names}) AS a JOIN ({names}) AS b ON a.name = b.name AND a.system < b.system";
        var all = (long)dataset.Number($"SELECT count(DISTINCT name) FROM ({names}) AS names");
        var most = dataset.Rows($"SELECT a.system, b.system, count(*) {shared} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 1", row => (One: row.TextAt(0)!, Other: row.TextAt(1)!, Names: row.CountAt(2))); // not null by WHERE
        return most.Count == 0 || most[0].Names < Math.Max(Fewest, WorthALine * all) ? null : new Finding
        {
            Kind = Id,
            Table = table.Name,
            Columns = [name.Name, system.Name],
            Says = $"{Says.Of(most[0].Names, all, "names")} in {name.Name} stand both in {most[0].One} and in {most[0].Other}, each time under another {code.Name}: who looks for one code finds only a part",
            Count = most[0].Names,
            Denominator = all,
            Rows = $"SELECT a.name, a.system AS one, b.system AS other {shared}",
            Weight = 0.5,
        };
    }
}
