using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Several ids that share birth date and sex more often than chance allows.</summary>
sealed class SamePerson : IFindingKind
{
    const double DaysAlive = 29_000; // about 80 years of birthdays
    const double QuartilesApart = 1.349; // standard deviations of a normal distribution
    const double SharedDay = 3.545; // 2 sqrt(pi): two of one normal distribution meet on a day once in so many standard deviations
    const double Excess = 3; // pairs against those expected by chance

    public string Id => "same-person";

    public string Title => "One person, two or more ids";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        let key = table.Reading.Of(Role.Patient)
        let birth = table.Clocks.FirstOrDefault(clock => NameTokens.Of(clock.Column.Name).SaysBirth)?.Column
        where key is not null && birth is not null && table.Column(key.Name) is { } ids && ids.Distinct >= 0.98 * ids.Rows
        let finding = Of(dataset, table, key, birth)
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, TableProfile table, Column key, Column birth)
    {
        var sex = table.Reading.Columns.FirstOrDefault(column => NameTokens.Of(column.Column.Name).Has("sex", "gender", "plec", "geschlecht"))?.Column;
        var first = table.Reading.Columns.FirstOrDefault(column => column.Column.Kind == Kind.Text && IsFirstName(NameTokens.Of(column.Column.Name)))?.Column;
        Sql same = Sql.Join(" || '|' || ", new[] { birth, sex, first }.OfType<Column>().Select(column => (Sql)$"coalesce(lower({dataset.Dialect.ToText(column.Value)}), '')"));
        var quartiles = dataset.Dialect.Quantiles($"{dataset.Dialect.Epoch(birth.Value)} / 86400", 0.25, 0.75);
        var spread = dataset.Row($"SELECT {quartiles[0]}, {quartiles[1]} FROM {table.Table.From} WHERE {birth.Value} IS NOT NULL", row => ((row.NumberAt(1) ?? 0) - (row.NumberAt(0) ?? 0)) / QuartilesApart);
        var (persons, shared, pairs) = dataset.Row(
            $"""
            SELECT sum(n), sum(n) FILTER (WHERE n > 1), sum(n * (n - 1) / 2.0)
            FROM (SELECT {same} AS same, count(DISTINCT {key.Value}) AS n FROM {table.Table.From} WHERE {birth.Value} IS NOT NULL GROUP BY 1) AS groups
            """,
            row => (row.CountAt(0), row.CountAt(1), row.NumberAt(2) ?? 0));
        var expected = persons * (persons - 1) / 2.0 / Math.Clamp(SharedDay * spread, 1, DaysAlive) / (sex is null ? 1 : 2);
        // who bears another first name is another person; names make chance rarer still
        return shared < 2 || pairs < 1 || pairs < Excess * expected
            ? null
            : new Finding
            {
                Kind = Id,
                Table = table.Table.Name,
                Columns = [.. new[] { birth, sex, first }.OfType<Column>().Select(column => column.Name)],
                Says = $"{Says.Of(shared, persons, "persons")} share {Says.List([.. new[] { birth, sex, first }.OfType<Column>().Select(column => column.Name)])} with another id; chance would give about {Says.Number(Math.Round(2 * expected, 1))}",
                Count = shared,
                Denominator = persons,
                Number = null,
                Rows = $"SELECT {same} AS same, count(*) AS ids FROM {table.Table.From} WHERE {birth.Value} IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
                Weight = 0.3 + Math.Min(0.5, (double)shared / persons),
            };
    }

    static bool IsFirstName(NameTokens name) => name.Is("first", "firstname", "givenname", "given", "forename", "vorname", "imie", "imiona");
}
