using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One table knows the day of death of people for whom the table of persons has none.</summary>
sealed class DeathsKnownElsewhere : IFindingKind
{
    const long Fewest = 10; // people
    const double Least = 0.03; // of those of whom the other table knows the day

    public string Id => "deaths-known-elsewhere";

    public string Title => "Deaths that another table knows";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from persons in profile.Originals
        let key = KeyOfPersons(persons)
        let death = Death(persons)
        where key is not null && death is not null && persons.Column(death.Name) is { } known && known.Missing > 0
        from other in profile.Originals
        let their = KeyOfPersons(other)
        let day = Death(other)
        where other != persons && their is not null && day is not null && their.Kind == key.Kind && other.Table.Rows < persons.Table.Rows && other.Column(day.Name)?.Missing < Least * other.Table.Rows
        let finding = Of(dataset, persons.Table, key, death, $"SELECT {their.Value} FROM {other.Table.From} WHERE {day.Value} IS NOT NULL", other.Table.Name)
        where finding is not null
        select finding;

    /// <summary>The person, where each has one row.</summary>
    static Column? KeyOfPersons(TableProfile table) => table.Reading.Of(Role.Patient) is { } key && table.Column(key.Name) is { } ids && ids.Distinct == ids.Rows ? key : null;

    static Column? Death(TableProfile table) => table.Reading.Columns
        .Where(column => column.Column.Kind == Kind.Time && (column.Role == Role.Outcome || IsOfDeath(column.Column.Name)))
        .MaxBy(column => column.Role == Role.Outcome)?.Column;

    static bool IsOfDeath(string column) => NameTokens.Of(column) is var name && (name.Contains("death", "died", "deceas", "zgon", "tod", "sterbe", "gestorben", "verstorben") || name.Has("dod", "dth"));

    static Finding? Of(Dataset dataset, Table persons, Column key, Column death, Sql dead, string other)
    {
        Sql condition = $"{death.Value} IS NULL AND {key.Value} IN ({dead})";
        var (count, all) = dataset.Row($"SELECT count(*) FILTER (WHERE {condition}), count(*) FILTER (WHERE {key.Value} IN ({dead})) FROM {persons.From}", row => (row.CountAt(0), row.CountAt(1)));
        return count < Fewest || count < Least * all ? null : Draft.Of(
            "deaths-known-elsewhere", persons, [death], $"{other} knows the day of death of {Says.Count(all)} people, and {death.Name} is empty for {Says.Count(count)} of them", (count, all), condition) with
        { Token = other, Weight = 0.6, Facts = new Dictionary<string, double> { ["unknown"] = (double)count / all } };
    }
}
