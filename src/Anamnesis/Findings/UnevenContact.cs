using System.Data.Common;
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
    const double More = 1.5; // times
    const double AtLeast = 1.25; // lower end of its interval
    const double Deviations = 3; // the place with fewest rows is one of many
    const int MostPlaces = 40;

    public string Id => "uneven-contact";

    public string Title => "Some people have far more rows than others";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        Most(profile, dataset, ByHome).Concat(OnePlace.Also(profile, dataset, one => Most(one, dataset, BySickness)));

    /// <summary>Of tables with many rows the most uneven speaks for all: visits and their details are told once.</summary>
    static IEnumerable<Finding> Most(Profile profile, Dataset dataset, Func<Dataset, TableProfile, Column, TableProfile, IEnumerable<Finding>> of)
    {
        var tables = profile.Originals.Where(table => table.Reading.Of(Role.Patient) is not null && table.Patients >= 4 * Fewest && table.Table.Rows >= RowsEach * table.Patients).OrderByDescending(table => table.Table.Rows).Take(MostTables);
        var found = from rows in tables
                    let key = rows.Reading.Of(Role.Patient)!
                    from people in profile.Originals
                    where people.Table.Column(key.Name)?.Kind == key.Kind
                    from finding in of(dataset, rows, key, people)
                    select finding;
        return found.MaxBy(finding => finding.Facts.Values.Max()) is { } most ? [most] : [];
    }

    static IEnumerable<Finding> BySickness(Dataset dataset, TableProfile rows, Column key, TableProfile people)
    {
        // those who die have fewer stays, so that a stay is compared with a stay where there are some
        var stay = rows.Reading.Of(Role.Stay) is { } one && people.Table.Column(one.Name)?.Kind == one.Kind && people.Column(one.Name) is { } stays && stays.Distinct >= OneRowAStay * stays.Rows ? one : null;
        return Sickness.In(people) is { } sickness && (BySickness(dataset, rows, key, people, sickness) ?? (stay is null ? null : BySickness(dataset, rows, stay, people, sickness))) is { } uneven ? [uneven] : [];
    }

    static IEnumerable<Finding> ByHome(Dataset dataset, TableProfile rows, Column key, TableProfile people) =>
        from home in people.Reading.Columns
        where IsHome(home.Column.Name) && home.Column.Kind == Kind.Text && people.Column(home.Column.Name)?.Distinct is >= 2 and <= MostPlaces && people.Column(key.Name)?.Distinct == people.Table.Rows
        let far = ByHome(dataset, rows, key, people, home.Column)
        where far is not null
        select far;

    static bool IsHome(string column) => NameTokens.Of(column).Has("city", "town", "village", "district", "county", "region", "residence", "miasto", "miejscowosc", "zamieszkania", "gemeinde", "gmina", "powiat", "wojewodztwo", "ort", "wohnort", "kreis", "zip", "postcode", "plz");

    static Finding? BySickness(Dataset dataset, TableProfile rows, Column key, TableProfile people, Sickness sickness)
    {
        Sql group = $"CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END";
        Sql query = Query(rows, key, $"SELECT {people.Table.Column(key.Name)!.Value} AS k, max({group}) AS grp FROM {people.Table.From} WHERE {sickness.Column.Value} IS NOT NULL GROUP BY 1", all: false); // just seen
        var groups = dataset.Rows(query, row => (Ill: row.CountAt(0) == 1, Group: Read(row)));
        if (groups.Count != 2 || groups.Any(one => one.Group.People < Fewest))
        {
            return null;
        }

        var (ill, well) = groups[0].Ill ? (groups[0].Group, groups[1].Group) : (groups[1].Group, groups[0].Group);
        var ratio = ill.Each / Math.Max(1e-9, well.Each);
        return !IsMore(ill, well) ? null : Told(
            rows, [key], people, sickness.Column.Name, $"a {(key == rows.Reading.Of(Role.Stay) ? "stay" : "patient")} has {Each(ill)} rows in {rows.Table.Name} where {sickness.Says}, and {Each(well)} otherwise", ill.People, ill.People + well.People, query, ("sicker", ratio));
    }

    static Finding? ByHome(Dataset dataset, TableProfile rows, Column key, TableProfile people, Column home)
    {
        Sql query = Query(rows, key, $"SELECT {people.Table.Column(key.Name)!.Value} AS k, {home.Value} AS grp FROM {people.Table.From} WHERE {home.Value} IS NOT NULL", all: rows.ForShares.OneIn == 1); // both tables have the key
        var groups = dataset.Rows(query, row => (Place: row.TextAt(0)!, Group: Read(row))).Where(one => one.Group.People >= Fewest).ToList(); // not null by WHERE
        if (groups.Count < 3)
        {
            return null;
        }

        var (place, few) = groups.MinBy(one => one.Group.Each);
        var others = groups.Select(one => one.Group).Aggregate((one, next) => one.And(next, 1)).And(few, -1);
        var ratio = others.Each / Math.Max(1e-9, few.Each);
        return !IsMore(others, few) ? null : Told(
            rows, [home], people, rows.Table.Name, $"those whose {home.Name} is {RecognitionItems.Plain(place)} have {Each(few)} rows each in {rows.Table.Name}, and the others {Each(others)}",
            few.People, others.People + few.People, query, ("home", ratio)) with
        { Table = people.Table.Name };
    }

    /// <summary>People with the sum of their rows and of its squares.</summary>
    sealed record Group(long People, double Rows, double Squares)
    {
        internal double Each => Rows / People;

        /// <summary>Variance of the logarithm of the average.</summary>
        internal double Spread => Math.Max(0, (Squares / People) - (Each * Each)) / People / Math.Max(1e-9, Each * Each);

        internal Group And(Group other, int sign) => new(People + (sign * other.People), Rows + (sign * other.Rows), Squares + (sign * other.Squares));
    }

    static string Each(Group group) => Says.Number(Math.Round(group.Each, 1));

    static Sql Query(TableProfile rows, Column key, Sql groups, bool all) =>
        $"SELECT g.grp, count(*) AS people, coalesce(sum(r.n), 0) AS rows, coalesce(sum(r.n * r.n), 0) AS squares FROM ({groups}) AS g {(all ? (Sql)$"LEFT JOIN" : $"JOIN")} (SELECT {key.Value} AS k, count(*) AS n FROM {rows.ForShares.From} GROUP BY 1) AS r ON r.k = g.k GROUP BY 1 ORDER BY 1";

    static Finding Told(TableProfile rows, IReadOnlyList<Column> columns, TableProfile people, string about, string says, long count, long of, Sql query, (string Name, double Value) fact) => new()
    {
        Kind = "uneven-contact",
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

    /// <summary>So many times as many rows each, and not by a few people with many.</summary>
    static bool IsMore(Group many, Group few) =>
        many.Each >= More * few.Each && (few.Rows == 0 || Math.Log(many.Each / few.Each) - (Deviations * Math.Sqrt(many.Spread + few.Spread)) >= Math.Log(AtLeast));

    static Group Read(DbDataReader row) => new(row.CountAt(1), row.NumberAt(2) ?? 0, row.NumberAt(3) ?? 0);
}
