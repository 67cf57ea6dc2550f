using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>What never changes in a person changes under one id: sex, birth, blood group, height, or the birth that age and date tell.</summary>
sealed class ChangingPerson : IFindingKind
{
    const double MostShare = 0.3; // of the people with several rows; beyond, the column is no constant
    const long Fewest = 3; // people
    const double DaysOff = 731; // between two births that age and date tell; whole years leave one year open
    const double Taller = 0.06; // of the height

    public string Id => "changing-person";

    public string Title => "One id, changing person";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        let patient = table.Reading.Of(Role.Patient)
        where patient is not null && table.Patients > 0 && table.Patients < table.Table.Rows && table.Reading.Of(Role.Item) is null
        from constant in Constants(dataset, table)
        let finding = Of(dataset, table, patient, constant)
        where finding is not null
        select finding;

    /// <summary>A constant: its columns, what is compared, and how far apart two rows of a person may lie; text is compared as such.</summary>
    sealed record Constant(IReadOnlyList<Column> Columns, Sql Value, Sql Changes, string Says);

    static IEnumerable<Constant> Constants(Dataset dataset, TableProfile table)
    {
        foreach (var column in table.Reading.Columns.Where(column => !column.IsEmpty).Select(column => column.Column))
        {
            if (NameTokens.Of(column.Name) is var name && (name.Has("sex", "gender", "plec", "geschlecht", "dob", "birthdate", "birthday") || name.Contains("bloodgroup", "bloodtype", "grupakrwi", "blutgruppe", "birthdate", "dateofbirth")))
            {
                yield return new([column], column.Value, $"count(DISTINCT {column.Value}) > 1", $"{column.Name} changes");
            }
        }

        foreach (var variable in table.Variables.Where(variable => variable.Variable is { Item: null, Column.Kind: Kind.Number, Known: { } id } && variable.Variable.KnownConfidence >= 0.8 && Variables.Find(id) is { Constant: true, IsClass: false, Id: not "age" }))
        {
            var value = variable.Variable.Value;
            yield return new([variable.Variable.Column], value, $"min({value}) > 0 AND max({value}) - min({value}) > {Taller} * max({value})", $"{variable.Variable.Label} changes by more than {Says.Share(Taller)}");
        }

        var age = table.Variables.FirstOrDefault(variable => variable.Variable.Item is null && NameTokens.Of(variable.Variable.Column.Name).Is("age", "ageyears", "wiek", "alter", "lalter", "ageatadmission") && variable.Numbers.Total > 0);
        if (age is not null && table.Calendar?.Column is { } clock)
        {
            var column = age.Variable.Column;
            Sql young = OldestAge.Of(age) is { } heap ? (Sql)$" AND {column.Value} < {heap.Age}" : $""; // under one oldest age all older ones are hidden
            Sql born = $"CASE WHEN {column.Value} BETWEEN 1 AND 110{young} THEN {dataset.Dialect.Epoch(clock.Value)} / 86400.0 - 365.25 * {column.Value} END";
            yield return new([column, clock], born, $"max({born}) - min({born}) > {DaysOff}", $"{column.Name} and {clock.Name} tell births more than two years apart");
        }
    }

    Finding? Of(Dataset dataset, TableProfile table, Column patient, Constant constant)
    {
        Sql people = $"SELECT {patient.Value} AS person, {constant.Changes} AS changes FROM {table.Table.From} WHERE {patient.Value} IS NOT NULL AND {constant.Value} IS NOT NULL GROUP BY 1 HAVING count(*) > 1";
        var (all, changing) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE changes) FROM ({people}) AS people", row => (row.CountAt(0), row.CountAt(1)));
        if (changing < Fewest || changing > MostShare * all)
        {
            return null;
        }

        Sql condition = $"{patient.Value} IN (SELECT person FROM ({people}) AS people WHERE changes)";
        var count = (long)dataset.Number($"SELECT count(*) FROM {table.Table.From} WHERE {condition}");
        return Draft.Of(
            Id, table.Table, constant.Columns, $"Under {Says.Of(changing, all, "ids with several rows")} {constant.Says}", (count, table.Table.Rows), condition) with
        { Weight = 0.5, Facts = new Dictionary<string, double> { ["people"] = changing, ["of"] = all } };
    }

    /// <summary>The birth, in days, that age and date of a finding tell; the column itself for other constants.</summary>
    internal static Sql Compared(Finding finding, Table table, Dialect dialect) => finding.Columns.Count == 2
        ? $"({dialect.Epoch(table.Column(finding.Columns[1])!.Value)} / 86400.0 - 365.25 * {table.Column(finding.Columns[0])!.Value})" : table.Column(finding.Columns[0])!.Value; // columns of a finding are in its table
}
