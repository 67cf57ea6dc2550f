using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>How many persons are alone with what anybody may know of them: birth or age, sex, place.</summary>
static class Alone
{
    const int Fewest = 5; // a group of fewer persons gives one away
    const int MostShown = 4; // columns

    /// <summary>A sentence about the table of persons that gives most away, beginning with a blank; empty when none can.</summary>
    internal static string Says(Evidence evidence)
    {
        var worst = evidence.Profile.Tables.Select(table => In(table, evidence.Dataset)).OfType<(Table Table, IReadOnlyList<Column> By, double Share)>().OrderByDescending(one => one.Share).FirstOrDefault();
        return worst.By is not { Count: > 0 } || worst.Share == 0
            ? string.Empty
            : $" {Findings.Says.Share(worst.Share)} of the persons in {worst.Table.Name} share {Findings.Says.List([.. worst.By.Select(column => column.Name)])} with fewer than {Fewest - 1} others: keep it where no names are known.";
    }

    static (Table Table, IReadOnlyList<Column> By, double Share)? In(TableProfile table, Dataset dataset)
    {
        var person = table.Reading.Of(Role.Patient);
        var by = table.Reading.Columns.Select(column => column.Column).Where(IsKnownToOthers).Take(MostShown).ToList();
        if (person is null || by.Count < 2 || table.Column(person.Name) is not { } ids || ids.Distinct != ids.Rows)
        {
            return null;
        }

        var groups = Sql.Join(", ", by.Select(column => column.Value));
        var (few, all) = dataset.Row(
            $"SELECT sum(n) FILTER (WHERE n < {Fewest}), sum(n) FROM (SELECT count(*) AS n FROM {table.Table.From} GROUP BY {groups}) AS groups", row => (row.NumberAt(0) ?? 0, row.NumberAt(1) ?? 0));
        return all == 0 ? null : (table.Table, by, few / all);
    }

    static bool IsKnownToOthers(Column column)
    {
        var name = NameTokens.Of(column.Name);
        return name.Contains("birth", "urodz", "geburt", "postcode", "zipcode") || name.Has("dob", "age", "wiek", "alter", "sex", "gender", "plec", "geschlecht", "city", "zip", "plz", "miasto", "stadt", "race", "ethnicity", "county", "commune");
    }
}
