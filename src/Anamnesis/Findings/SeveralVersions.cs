using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>One result of one sample stands there several times, with another value, status or time of release.</summary>
sealed class SeveralVersions : IFindingKind
{
    const double LeastShare = 0.003; // of the rows
    const double MostShare = 0.5; // beyond, the key lacks a part
    const long Fewest = 5;

    public string Id => "several-versions";

    public string Title => "One result in several versions";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let reading = table.Reading
        let person = reading.Of(Role.Patient) ?? reading.Of(Role.Stay)
        let item = reading.Of(Role.Item)
        let taken = reading.Of(Role.Taken)
        let value = reading.Of(Role.Value)
        where person is not null && item is not null && taken is { DaysOnly: false } && value is not null && table.Variables.Any(variable => variable.Sequence is { SameTime: > 0 })
        let finding = Of(dataset, table, (person, item, taken, value))
        where finding is not null
        select finding;

    Finding? Of(Dataset dataset, TableProfile table, (Column Person, Column Item, Column Taken, Column Value) by)
    {
        var known = table.Reading.Of(Role.Known);
        var status = Status(table);
        // whether there are two is known from the least and the greatest, which costs less than to count them
        static Sql Differ(Sql? value) => value is null ? Sql.Raw("FALSE") : $"min({value}) <> max({value})";
        var (values, released, stages) = (Differ(by.Value.Raw ?? by.Value.Value), Differ(known?.Value), Differ(status?.Value));
        Sql Versions(Sql from) => $"""
            SELECT {by.Person.Key} AS person, {by.Item.Key} AS item, {by.Taken.Key} AS taken, count(*) AS n, {values} AS vals, {released} AS releases, {stages} AS stages
            FROM {from} WHERE {by.Person.Key} IS NOT NULL AND {by.Item.Key} IS NOT NULL AND {by.Taken.Key} IS NOT NULL
            GROUP BY 1, 2, 3 HAVING count(*) > 1 AND ({values} OR {released} OR {stages})
            """;
        var (groups, rows, valued, timed, staged) = dataset.Row(
            $"SELECT count(*), sum(n), count(*) FILTER (WHERE vals), count(*) FILTER (WHERE releases), count(*) FILTER (WHERE stages) FROM ({Versions(table.ForShares.From)}) AS versions",
            row => (row.CountAt(0), row.CountAt(1), row.CountAt(2), row.CountAt(3), row.CountAt(4)));
        var all = (double)table.Table.Rows / table.ForShares.OneIn;
        if (groups < Fewest || rows < LeastShare * all || rows > MostShare * all)
        {
            return null;
        }

        Sql condition = $"({by.Person.Key}, {by.Item.Key}, {by.Taken.Key}) IN (SELECT person, item, taken FROM ({Versions(table.Table.From)}) AS versions)";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return Draft.Of(
            Id, table.Table, [by.Item, by.Taken, by.Value],
            $"{Says.Of(count, table.Table.Rows)} are versions of a result that stands there more than once for one patient, {by.Item.Name} and {by.Taken.Name}; in {Says.Share((double)valued / groups)} of these cases with another value",
            (count, table.Table.Rows), condition) with
        {
            Weight = 0.5,
            Facts = new Dictionary<string, double> { ["groups"] = groups, ["values"] = (double)valued / groups, ["times"] = (double)timed / groups, ["stages"] = (double)staged / groups, ["rows"] = rows / all },
        };
    }

    /// <summary>The column that tells the stage of a result by its name, or null.</summary>
    internal static Column? Status(TableProfile table) => table.Reading.Columns.FirstOrDefault(column =>
        column.Column.Kind == Kind.Text && !column.IsEmpty && NameTokens.Of(column.Column.Name).Has("status", "stage", "state", "stan", "version", "flag"))?.Column;
}
