using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>The sicker have far more rows than the others, or those who live at one place far fewer.</summary>
sealed class UnevenContact : IFindingKind
{
    const int Fewest = 25; // people of a group
    const int RowsEach = 3;
    const int MostTables = 3;
    const double OneRowAStay = 0.7; // some of them may have come twice
    const double Twice = 2;
    const int MostPlaces = 40;

    public string Id => "uneven-contact";

    public string Title => "Some people have far more rows than others";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        // of tables with many rows the most uneven speaks for all: visits and their details are told once
        var tables = profile.Originals.Where(table => table.Reading.Of(Role.Patient) is not null && table.Patients >= 4 * Fewest && table.Table.Rows >= RowsEach * table.Patients).OrderByDescending(table => table.Table.Rows).Take(MostTables);
        var found = tables.SelectMany(rows => Of(profile, dataset, rows, rows.Reading.Of(Role.Patient)!)).ToList(); // just seen
        return found.GroupBy(finding => finding.Facts.ContainsKey("home")).Select(alike => alike.MaxBy(finding => finding.Facts.Values.Max())!); // groups are not empty
    }

    IEnumerable<Finding> Of(Profile profile, Dataset dataset, TableProfile rows, Column key)
    {
        foreach (var people in profile.Originals.Where(people => people.Table.Column(key.Name)?.Kind == key.Kind))
        {
            // those who die have fewer stays, so that a stay is compared with a stay where there are some
            var stay = rows.Reading.Of(Role.Stay) is { } one && people.Table.Column(one.Name)?.Kind == one.Kind && people.Column(one.Name) is { } stays && stays.Distinct >= OneRowAStay * stays.Rows ? one : null;
            if (Sickness.In(people) is { } sickness && (BySickness(dataset, rows, key, people, sickness) ?? (stay is null ? null : BySickness(dataset, rows, stay, people, sickness))) is { } uneven)
            {
                yield return uneven;
            }

            foreach (var home in people.Reading.Columns.Where(column => IsHome(column.Column.Name) && column.Column.Kind == Kind.Text && people.Column(column.Column.Name)?.Distinct is >= 2 and <= MostPlaces && people.Column(key.Name)?.Distinct == people.Table.Rows))
            {
                if (ByHome(dataset, rows, key, people, home.Column) is { } far)
                {
                    yield return far;
                }
            }
        }
    }

    static bool IsHome(string column) => NameTokens.Of(column).Has("city", "town", "village", "district", "county", "region", "residence", "miasto", "miejscowosc", "zamieszkania", "gemeinde", "gmina", "powiat", "wojewodztwo", "ort", "wohnort", "kreis", "zip", "postcode", "plz");

    Finding? BySickness(Dataset dataset, TableProfile rows, Column key, TableProfile people, Sickness sickness)
    {
        Sql group = $"CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END";
        Sql query = Query(rows, key, $"SELECT {people.Table.Column(key.Name)!.Value} AS k, max({group}) AS grp FROM {people.Table.From} WHERE {sickness.Column.Value} IS NOT NULL GROUP BY 1", all: false); // just seen
        var groups = dataset.Rows(query, row => (Ill: row.CountAt(0) == 1, People: row.CountAt(1), Rows: (double)row.CountAt(2)));
        if (groups.Count != 2 || groups.Any(one => one.People < Fewest))
        {
            return null;
        }

        var (ill, well) = groups[0].Ill ? (groups[0], groups[1]) : (groups[1], groups[0]);
        var ratio = ill.Rows / ill.People / Math.Max(1e-9, well.Rows / well.People);
        return ratio < Twice ? null : Told(
            rows, [key], people, sickness.Column.Name, $"a {(key == rows.Reading.Of(Role.Stay) ? "stay" : "patient")} has {Each(ill)} rows in {rows.Table.Name} where {sickness.Says}, and {Each(well)} otherwise", ill.People, groups.Sum(one => one.People), query, ("sicker", ratio));
    }

    Finding? ByHome(Dataset dataset, TableProfile rows, Column key, TableProfile people, Column home)
    {
        Sql query = Query(rows, key, $"SELECT {key.Value} AS k, {home.Value} AS grp FROM {people.Table.From} WHERE {home.Value} IS NOT NULL", all: rows.ForShares.OneIn == 1);
        var groups = dataset.Rows(query, row => (Place: row.TextAt(0)!, People: row.CountAt(1), Rows: (double)row.CountAt(2))).Where(one => one.People >= Fewest).ToList(); // not null by WHERE
        if (groups.Count < 3)
        {
            return null;
        }

        var few = groups.MinBy(one => one.Rows / one.People);
        var (others, otherRows) = (groups.Sum(one => one.People) - few.People, groups.Sum(one => one.Rows) - few.Rows);
        var ratio = otherRows / others / Math.Max(1e-9, few.Rows / few.People);
        return ratio < Twice ? null : Told(
            rows, [home], people, rows.Table.Name, $"those whose {home.Name} is {RecognitionItems.Plain(few.Place)} have {Each((true, few.People, few.Rows))} rows each in {rows.Table.Name}, and the others {Each((true, others, otherRows))}",
            few.People, others + few.People, query, ("home", ratio)) with
        { Table = people.Table.Name };
    }

    static string Each((bool Ill, long People, double Rows) group) => Says.Number(Math.Round(group.Rows / group.People, 1));

    static Sql Query(TableProfile rows, Column key, Sql groups, bool all) =>
        $"SELECT g.grp, count(*) AS people, coalesce(sum(r.n), 0) AS rows FROM ({groups}) AS g {(all ? (Sql)$"LEFT JOIN" : $"JOIN")} (SELECT {key.Value} AS k, count(*) AS n FROM {rows.ForShares.From} GROUP BY 1) AS r ON r.k = g.k GROUP BY 1 ORDER BY 1";

    Finding Told(TableProfile rows, IReadOnlyList<Column> columns, TableProfile people, string about, string says, long count, long of, Sql query, (string Name, double Value) fact) => new()
    {
        Kind = Id,
        Table = rows.Table.Name,
        Columns = [.. columns.Select(column => column.Name)],
        Token = $"{people.Table.Name} {about}",
        Says = says,
        Count = count,
        Denominator = of,
        Estimated = rows.ForShares.OneIn > 1,
        Rows = query,
        Weight = 0.4,
        Facts = new Dictionary<string, double> { [fact.Name] = fact.Value },
    };
}
