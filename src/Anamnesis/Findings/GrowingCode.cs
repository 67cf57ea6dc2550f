using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A diagnosis is coded in a larger share of the stays from year to year.</summary>
sealed class GrowingCode : IFindingKind
{
    const int MostCodes = 60;
    const int MostSites = 12;

    public string Id => "growing-code";

    public string Title => "A code that grows from year to year";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from codes in CodeTable.In(profile)
        where codes.Table.Calendar is not null
        from finding in Of(dataset, codes, codes.Table.Calendar!.Column) // filtered
        select finding;

    static IEnumerable<Finding> Of(Dataset dataset, CodeTable codes, Column clock)
    {
        var table = codes.Table;
        var site = table.Reading.Columns.FirstOrDefault(one => one.Role == Role.Site && table.Column(one.Column.Name)?.Distinct is >= 2 and <= MostSites)?.Column;
        Sql place = site is null ? Sql.Raw("''") : dataset.Dialect.ToText(site.Value);
        var key = (codes.Stay ?? codes.Patient).Value;
        var from = table.ForShares.From;
        Sql frequent = $"SELECT {codes.Code.Value} FROM {from} WHERE {codes.Code.Value} IS NOT NULL AND {key} IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {MostCodes}";
        Sql known = $"SELECT {place} AS site, date_trunc('year', {clock.Value}) AS year, {key} AS stay, {codes.Code.Value} AS code FROM {from} WHERE {key} IS NOT NULL AND {codes.Code.Value} IS NOT NULL AND {clock.Value} IS NOT NULL";
        var all = dataset.Rows($"SELECT site, year, count(DISTINCT stay) FROM ({known}) AS known GROUP BY 1, 2", row => (Site: row.TextAt(0), Year: row.GetDateTime(1), Stays: row.CountAt(2)));
        var coded = dataset.Rows($"SELECT site, year, code, count(DISTINCT stay) FROM ({known}) AS known WHERE code IN ({frequent}) GROUP BY 1, 2, 3", row => (Site: row.TextAt(0), Year: row.GetDateTime(1), Code: row.TextAt(2)!, Stays: row.CountAt(3))); // not null by WHERE
        var places = all.GroupBy(one => one.Site ?? string.Empty).ToDictionary(site => site.Key, site => site.ToDictionary(one => one.Year, one => one.Stays), StringComparer.Ordinal);
        foreach (var code in coded.GroupBy(one => one.Code, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var used = code.GroupBy(one => one.Site ?? string.Empty).OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.ToDictionary(at => at.Year, at => at.Stays), StringComparer.Ordinal);
            var growing = used.Select(at => (Site: (string?)at.Key, Growth: Growth.Of(places[at.Key], at.Value))).Where(at => at.Growth is not null).ToList();
            if (growing.Count == 0 && used.Count > 1 && used.All(at => Growth.Rises(places[at.Key], at.Value)))
            {
                growing = [(null, Growth.Of(Together(used.Keys.Select(at => places[at])), Together(used.Values), everywhere: true))]; // too few at each place, and at each more
            }

            foreach (var (at, growth) in growing)
            {
                if (growth is not null)
                {
                    yield return Told(dataset, codes, at is null ? null : site, (at ?? string.Empty, code.Key), growth, places.Count);
                }
            }
        }
    }

    static Dictionary<DateTime, long> Together(IEnumerable<Dictionary<DateTime, long>> places) =>
        places.SelectMany(place => place).GroupBy(year => year.Key).ToDictionary(year => year.Key, year => year.Sum(one => one.Value));

    static Finding Told(Dataset dataset, CodeTable codes, Column? site, (string Site, string Code) at, Growth growth, int places)
    {
        Sql here = site is null ? Sql.Raw("TRUE") : $"{dataset.Dialect.ToText(site.Value)} = {at.Site}";
        Sql condition = $"{codes.Code.Value} = {at.Code} AND {here}";
        var (count, rows) = dataset.Row($"SELECT count(*) FILTER (WHERE {condition}), count(*) FROM {codes.Table.Table.From} WHERE {here}", row => (row.CountAt(0), row.CountAt(1)));
        return Draft.Of(
            "growing-code", codes.Table.Table, [codes.Code],
            $"The code {RecognitionItems.Plain(at.Code)} stands in {Says.Share(growth.First)} of the stays of the first years and in {Says.Share(growth.Last)} of the last{(site is null ? string.Empty : $" at {site.Name} {RecognitionItems.Plain(at.Site)}")}, rising over {growth.Years} years",
            (count, rows), condition) with
        {
            Token = at.Code,
            Where = new Where(site is null ? null : at.Site),
            Weight = 0.4 + (growth.Last - growth.First),
            Facts = new Dictionary<string, double> { ["first"] = growth.First, ["last"] = growth.Last, ["years"] = growth.Years, ["largest"] = growth.LargestStep, ["places"] = places },
        };
    }
}
