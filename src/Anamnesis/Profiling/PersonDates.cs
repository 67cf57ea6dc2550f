using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Dates of which every person has one, repeated on all rows of the person, do not say when a row happened where another time does.</summary>
static class PersonDates
{
    internal const double Least = 0.45; // confidence: less than any other time has
    const int MostRows = 20_000;
    const double Recurs = 3; // rows of a person
    const double Varies = 2; // different times of a person

    internal static List<ColumnReading> Behind(Dataset dataset, Table table, List<ColumnReading> columns, IReadOnlyList<ColumnGlimpse> glimpses)
    {
        var person = columns.Index().FirstOrDefault(one => one.Item.Role == Role.Patient && one.Item.Serves);
        var times = columns.Where(column => column.Role is Role.Taken or Role.Start && column.Serves).ToList();
        if (person.Item is null || times.Count < 2 || glimpses[person.Index].Filled < Recurs * glimpses[person.Index].Distinct)
        {
            return columns;
        }

        var named = times.Select((time, place) => (Sql)$"{time.Column.Value} AS {new Name($"t{place}")}");
        var each = times.Select((_, place) => (Sql)$"count(DISTINCT {new Name($"t{place}")}) AS {new Name($"n{place}")}");
        var all = times.Select((_, place) => (Sql)$"max({new Name($"n{place}")}), coalesce(sum({new Name($"n{place}")}), 0)");
        var (people, counts) = dataset.Row(
            $"""
            SELECT count(*), {Sql.Join(", ", all)} FROM (SELECT p, {Sql.Join(", ", each)}
              FROM (SELECT {person.Item.Column.Key} AS p, {Sql.Join(", ", named)} FROM {table.From} LIMIT {MostRows}) AS first_rows WHERE p IS NOT NULL GROUP BY p) AS people
            """,
            row => (row.CountAt(0), times.Select((_, place) => (Most: row.CountAt((2 * place) + 1), All: row.CountAt((2 * place) + 2))).ToList()));
        var repeated = times.Zip(counts).Where(pair => pair.Second.Most == 1 && pair.First.Confidence < 1).Select(pair => pair.First).ToHashSet();
        return counts.Any(count => count.All >= Varies * people)
            ? [.. columns.Select(column => repeated.Contains(column) ? column with { Confidence = Least, Reason = column.Reason + "; one for each person, repeated on every row" } : column)]
            : columns;
    }
}
