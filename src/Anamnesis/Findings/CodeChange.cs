using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>From one month on, the codes of a column give way to others.</summary>
sealed class CodeChange : IFindingKind
{
    const int MostDistinct = 5_000;
    const int MostCodes = 300; // looked at, the most frequent
    const int Repeats = 5; // rows a code, or they are no vocabulary
    const double PeopleOfCode = 1.5; // on average; below, codes are things of one patient
    const int MostColumns = 6; // a table
    const int MostSites = 12;

    public string Id => "code-change";

    public string Title => "Codes give way to others at a date";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Originals)
        {
            if (table.Calendar?.Column is { } clock)
            {
                foreach (var column in Vocabularies(table).Take(MostColumns))
                {
                    var findings = Of(dataset, table, clock, column).ToList();
                    foreach (var finding in findings.Count > 0 && BelongsToPeople(dataset, table, column) ? [] : findings)
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    static IEnumerable<Column> Vocabularies(TableProfile table) => table.Variables
        .Where(profile => profile.Variable is { Item: null, Role: Role.Item or Role.Category or Role.Other or Role.Outcome } && IsOfCodes(profile)
            && profile.Distinct is >= 2 * Turnover.FewestCodes and <= MostDistinct && profile.Present >= Repeats * profile.Distinct)
        .Select(profile => profile.Variable.Column);

    static bool IsOfCodes(VariableProfile profile) =>
        profile.Variable.Column.Kind == Kind.Text || profile.Variable.Role == Role.Item || (profile.Variable.Column.Kind == Kind.Number && Measured.IsNamedAsCode(profile.Variable.Column.Name));

    /// <summary>Each code stands for hardly more than one patient, such as the number of a device that was lent: it goes when the patient goes.</summary>
    static bool BelongsToPeople(Dataset dataset, TableProfile table, Column column) => table.Reading.Of(Role.Patient) is { } patient && dataset.Row(
        $"SELECT count(*), count(DISTINCT code) FROM (SELECT DISTINCT {patient.Value} AS patient, {column.Value} AS code FROM {table.ForShares.From} WHERE {column.Value} IS NOT NULL AND {patient.Value} IS NOT NULL) AS pairs",
        row => row.CountAt(0) <= PeopleOfCode * row.CountAt(1));

    static IEnumerable<Finding> Of(Dataset dataset, TableProfile table, Column clock, Column column)
    {
        var site = table.Reading.Columns.FirstOrDefault(one => one.Role == Role.Site && one.Column.Name != column.Name && table.Column(one.Column.Name)?.Distinct is >= 2 and <= MostSites)?.Column;
        var from = table.ForShares.From;
        Sql place = site is null ? Sql.Raw("''") : dataset.Dialect.ToText(site.Value);
        // what only one person has is no word of a vocabulary
        Sql shared = table.Reading.Of(Role.Patient) is { } patient ? $"HAVING min({patient.Key}) <> max({patient.Key})" : Sql.Raw(string.Empty);
        Sql frequent = $"SELECT {column.Key} FROM {from} WHERE {column.Key} IS NOT NULL GROUP BY 1 {shared} ORDER BY count(*) DESC, 1 LIMIT {MostCodes}";
        Sql code = column.Kind == Kind.Number ? dataset.Dialect.ToNumber($"code") : $"code";
        var (sites, cells) = (new List<string?>(), new List<Turnover.Cell>());
        dataset.Each(
            $"""
            SELECT place, month, {dataset.Dialect.ToText(code)}, n
            FROM (SELECT {place} AS place, date_trunc('month', {clock.Value}) AS month, {column.Key} AS code, count(*) AS n FROM {from} WHERE {clock.Value} IS NOT NULL AND {column.Key} IN ({frequent}) GROUP BY 1, 2, 3) AS cells
            ORDER BY 1, 2, 3
            """,
            row =>
            {
                sites.Add(row.TextAt(0));
                cells.Add(new Turnover.Cell(row.GetDateTime(1), row.TextAt(2)!, row.CountAt(3))); // codes are not null
            });
        if (Turnover.Of(cells) is { } everywhere)
        {
            return [Told(dataset, table, (clock, column, site), everywhere, null, 1)];
        }

        var changing = site is null ? [] : sites.Zip(cells).Where(pair => pair.First is not null).GroupBy(pair => pair.First!, pair => pair.Second)
            .Select(group => (Site: group.Key, Turnover: Turnover.Of([.. group]))).Where(group => group.Turnover is not null).ToList();
        return changing.Select(group => Told(dataset, table, (clock, column, site), group.Turnover!, group.Site, changing.Count)); // filtered
    }

    static Finding Told(Dataset dataset, TableProfile table, (Column Clock, Column Code, Column? Site) columns, Turnover turnover, string? site, int changing)
    {
        Sql here = site is null ? Sql.Raw("TRUE") : $"{dataset.Dialect.ToText(columns.Site!.Value)} = {site}"; // a site comes from that column
        Sql condition = $"{columns.Clock.Value} < {turnover.From} AND {columns.Code.Value} IS NOT NULL AND {here}";
        var (before, all) = dataset.Row($"SELECT count(*) FILTER (WHERE {condition}), count(*) FROM {table.Table.From} WHERE {columns.Code.Value} IS NOT NULL AND {here}", row => (row.CountAt(0), row.CountAt(1)));
        var at = site is null ? string.Empty : $" at {columns.Site!.Name} {RecognitionItems.Plain(site)}"; // as above
        return Draft.Of(
            "code-change", table.Table, [columns.Code],
            $"From {turnover.From:yyyy-MM} on, {columns.Code.Name} holds other codes{at}: {Says.Share(turnover.Gone)} of the rows before carry codes that nobody uses afterwards, {Says.Share(turnover.Come)} of those after it codes that nobody used before",
            (before, all), condition) with
        {
            Where = new Where(site, turnover.From),
            Weight = 0.6 + (0.3 * Math.Min(turnover.Gone, turnover.Come)),
            Facts = new Dictionary<string, double>
            {
                ["gone"] = turnover.Gone,
                ["come"] = turnover.Come,
                ["codes gone"] = turnover.CodesGone,
                ["codes come"] = turnover.CodesCome,
                ["form"] = turnover.OtherForm,
                ["places"] = changing,
            },
        };
    }
}
