using Anamnesis.Engines;
using Anamnesis.Knowledge;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Nobody with a certain answer had the outcome, although many would have by the rate of the others.</summary>
sealed class OutcomeFreeGroup : IFindingKind
{
    const int Fewest = 50; // rows of the group
    const double Expected = 10; // rows with the outcome
    const int MostColumns = 30;
    const int MostAnswers = 8;
    const double Rare = 0.5; // the outcome is the rarer answer

    public string Id => "outcome-free-group";

    public string Title => "Nobody with a certain answer had the outcome";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        where table.Reading.Layout != Layout.Long
        let sickness = Sickness.In(table)
        where sickness is not null && table.Reading.Column(sickness.Column.Name)?.Role == Role.Outcome
        from column in table.Variables.Where(variable => IsGroup(variable, sickness)).Take(MostColumns)
        let finding = Of(dataset, table, sickness, column.Variable.Column)
        where finding is not null
        select finding;

    static bool IsGroup(VariableProfile variable, Sickness sickness) => variable.Variable is { Item: null, Role: Role.Category or Role.Value } && variable.Variable.Column.Name != sickness.Column.Name
        && variable.Distinct is >= 2 and <= MostAnswers && !Leakage.IsOfOutcome(variable.Variable.Column.Name) && !IsGrade(variable);

    /// <summary>Grades of how ill somebody is, and what they came for: nobody dies in the mildest of them, by nature.</summary>
    static bool IsGrade(VariableProfile variable) => variable.Variable.Known is { } id && Variables.Find(id) is { IsClass: true } || NameTokens.Of(variable.Variable.Column.Name).Has("grade", "stage", "class", "severity", "stopien", "stadium", "klasa", "klasse", "grad")
        || EndsOfStay(NameTokens.Of(variable.Variable.Column.Name)) || NameTokens.Of(variable.Variable.Column.Name).Contains("complaint", "reason", "symptom", "skarga", "powod", "grund", "aufngrd");

    /// <summary>Where somebody went, or how a stay ended, says by itself who lived.</summary>
    static bool EndsOfStay(NameTokens name) => name.Contains("discharge", "disposition", "wypis", "entlass");

    Finding? Of(Dataset dataset, TableProfile table, Sickness sickness, Column column)
    {
        var groups = dataset.Rows(
            $"SELECT {dataset.Dialect.ToText(column.Value)}, count(*), count(*) FILTER (WHERE {sickness.Sicker}) FROM {table.Table.From} WHERE {column.Value} IS NOT NULL AND {sickness.Column.Value} IS NOT NULL GROUP BY 1 ORDER BY 1",
            row => (Answer: row.TextAt(0)!, Rows: row.CountAt(1), Ill: row.CountAt(2))); // not null by WHERE
        var (rows, ill) = (groups.Sum(one => one.Rows), groups.Sum(one => one.Ill));
        if (rows == 0 || ill > Rare * rows)
        {
            return null;
        }

        var free = groups.Where(one => one.Ill == 0 && one.Rows >= Fewest && one.Rows * ((double)ill / Math.Max(1, rows - one.Rows)) >= Expected).ToList();
        if (free.Count != 1)
        {
            return null;
        }

        var (answer, count, _) = free[0];
        var expected = count * ((double)ill / (rows - count));
        return Draft.Of(
            Id, table.Table, [column, sickness.Column], $"{sickness.Says} in none of {Says.Count(count)} rows where {column.Name} is '{answer}', where about {Says.Count((long)Math.Round(expected))} would be expected from the others",
            (count, rows), $"{dataset.Dialect.ToText(column.Value)} = {answer} AND {sickness.Column.Value} IS NOT NULL") with
        { Weight = 0.6, Facts = new Dictionary<string, double> { ["expected"] = expected, ["rate"] = (double)ill / (rows - count) } };
    }
}
