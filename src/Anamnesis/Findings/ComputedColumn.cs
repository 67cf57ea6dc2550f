using Anamnesis.Engines;
using Anamnesis.Findings.Contradictions;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column that follows from two others of its row: a sum, a product, a quotient, an index.</summary>
sealed class ComputedColumn : IFindingKind
{
    const int MostNumbers = 24; // a table
    const int FewestDistinct = 8;
    const int FewestRows = 40;
    const double Holds = 0.97; // share of the rows

    public string Id => "computed-column";

    public string Title => "A column that is computed from others";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Originals
        where table.Reading.Layout != Layout.Long
        let numbers = Numbers(table)
        where numbers.Count >= 3
        from formula in Formula.In(numbers, Values(table, numbers, dataset), FewestRows, Holds)
        let finding = Told(table, formula, dataset)
        where finding is not null
        select finding;

    static List<VariableProfile> Numbers(TableProfile table) =>
        [.. Measured.In(table).Where(number => number.Variable.Item is null && number.Variable.Role is not Role.Outcome && number.Numbers.Values.Count >= FewestDistinct).Take(MostNumbers)];

    static List<double?[]> Values(TableProfile table, List<VariableProfile> numbers, Dataset dataset) => [.. dataset.Rows(
        $"SELECT {Sql.Join(", ", numbers.Select(number => number.Variable.Value))} FROM {table.Few}",
        row => numbers.Select((_, place) => row.NumberAt(place)).ToArray())];

    Finding? Told(TableProfile table, Formula formula, Dataset dataset)
    {
        var (result, one, other) = (formula.Result.Variable, formula.One.Variable, formula.Other.Variable);
        Sql holds = $"abs({result.Value} - ({formula.Expression})) <= {formula.Tolerance}";
        Sql filled = $"{result.Value} IS NOT NULL AND {one.Value} IS NOT NULL AND {other.Value} IS NOT NULL{formula.Guard}";
        var (rows, fits) = dataset.Row($"SELECT count(*), count(*) FILTER (WHERE {holds}) FROM {table.Table.From} WHERE {filled}", row => (row.CountAt(0), row.CountAt(1)));
        return rows < FewestRows || fits < Holds * rows ? null : Draft.Of(
            Id, table.Table, [result.Column, one.Column, other.Column],
            $"{result.Label} is {formula.Says} in {Says.Of(fits, rows)}: it was computed, not measured",
            (fits, rows), $"{filled} AND {holds}") with
        { Weight = 0.15, Facts = new Dictionary<string, double> { ["differing"] = rows - fits } };
    }
}
