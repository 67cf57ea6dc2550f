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
    const double Deviations = 4; // of their number by chance
    const double MostEmpty = 0.2; // of a column that is compared, too
    const double MostAlike = 0.3; // chance that two people agree in it
    const double Related = 3; // times that chance, as men are as tall as men

    public string Id => "same-person";

    public string Title => "One person, two or more ids";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        let key = table.Reading.Of(Role.Patient)
        let birth = table.Clocks.FirstOrDefault(clock => NameTokens.Of(clock.Column.Name).SaysBirth)?.Column
        where key is not null && birth is not null && table.Column(key.Name) is { } ids && ids.Distinct >= 0.98 * ids.Rows
        let told = Told(table, birth)
        let finding = Of(dataset, table, key, told, 1) ?? (Constant(table, key, told) is var (column, chance) ? Of(dataset, table, key, [.. told, column], chance) : null)
        where finding is not null
        select finding;

    /// <summary>Day of birth, sex and first name, as far as there are columns of them; the day comes first.</summary>
    static List<Column> Told(TableProfile table, Column birth)
    {
        Column? Named(Func<ColumnReading, bool> fits) => table.Reading.Columns.FirstOrDefault(fits)?.Column;
        return [.. new[] { birth, Named(column => IsSex(NameTokens.Of(column.Column.Name))), Named(column => column.Column.Kind == Kind.Text && IsFirstName(NameTokens.Of(column.Column.Name))) }.OfType<Column>()];
    }

    /// <summary>What else tells people apart best, and how often two of them agree in it by chance: where many were born on one day, few pairs of them are one person.</summary>
    static (Column Column, double Chance)? Constant(TableProfile table, Column key, List<Column> told) =>
        (from variable in table.Variables
         let column = variable.Variable.Column
         where variable.Variable is { Item: null, Role: not (Role.Patient or Role.Stay or Role.RowId or Role.Outcome) } && column.Kind is Kind.Number or Kind.Text
            && column.Name != key.Name && told.TrueForAll(other => other.Name != column.Name) && variable.Missing <= MostEmpty * variable.Rows && variable.Distinct is >= 2 and var distinct && distinct < variable.Rows / 2
         let counts = column.Kind == Kind.Number ? variable.Numbers.Pairs.Select(pair => pair.Count) : variable.Texts.Select(text => text.Count)
         let all = (double)counts.Sum()
         where all > 0
         let chance = Related * counts.Sum(count => count / all * (count / all))
         where chance <= MostAlike
         orderby chance
         select ((Column, double)?)(column, chance)).FirstOrDefault();

    Finding? Of(Dataset dataset, TableProfile table, Column key, List<Column> told, double alike)
    {
        var (birth, hasSex) = (told[0], told.Exists(column => IsSex(NameTokens.Of(column.Name))));
        Sql same = Sql.Join(" || '|' || ", told.Select(column => (Sql)$"coalesce(lower({dataset.Dialect.ToText(column.Value)}), '')"));
        var quartiles = dataset.Dialect.Quantiles($"{dataset.Dialect.Epoch(birth.Value)} / 86400", 0.25, 0.75);
        var spread = dataset.Row($"SELECT {quartiles[0]}, {quartiles[1]} FROM {table.Table.From} WHERE {birth.Value} IS NOT NULL", row => ((row.NumberAt(1) ?? 0) - (row.NumberAt(0) ?? 0)) / QuartilesApart);
        var (persons, shared, pairs) = dataset.Row(
            $"""
            SELECT sum(n), sum(n) FILTER (WHERE n > 1), sum(n * (n - 1) / 2.0)
            FROM (SELECT {same} AS same, count(DISTINCT {key.Value}) AS n FROM {table.Table.From} WHERE {birth.Value} IS NOT NULL GROUP BY 1) AS groups
            """,
            row => (row.CountAt(0), row.CountAt(1), row.NumberAt(2) ?? 0));
        var expected = alike * persons * (persons - 1) / 2.0 / Math.Clamp(SharedDay * spread, 1, DaysAlive) / (hasSex ? 2 : 1);
        var names = Says.List([.. told.Select(column => column.Name)]);
        // who bears another first name is another person; names make chance rarer still
        return shared < 2 || pairs < 1 || pairs < Excess * expected || pairs < expected + (Deviations * Math.Sqrt(expected))
            ? null
            : new Finding
            {
                Kind = Id,
                Table = table.Table.Name,
                Columns = [.. told.Select(column => column.Name)],
                Says = $"{Says.Of(shared, persons, "persons")} share {names} with another id; chance would give about {Says.Number(Math.Round(2 * expected, 1))}",
                Count = shared,
                Denominator = persons,
                Number = null,
                Rows = $"SELECT {same} AS same, count(*) AS ids FROM {table.Table.From} WHERE {birth.Value} IS NOT NULL GROUP BY 1 HAVING count(*) > 1",
                Weight = 0.3 + Math.Min(0.5, (double)shared / persons),
            };
    }

    static bool IsSex(NameTokens name) => name.Has("sex", "gender", "plec", "geschlecht");

    static bool IsFirstName(NameTokens name) => name.Is("first", "firstname", "givenname", "given", "forename", "vorname", "imie", "imiona");
}
