using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>How often units are missing by the answer in another column.</summary>
/// <param name="Parent">The other column.</param>
/// <param name="Answers">Its answers; null is an answer, too.</param>
/// <param name="OnlyStrict">A place or an outcome: other kinds of finding speak of it, unless it decides without exception.</param>
sealed record ParentAnswer(Column Parent, IReadOnlyList<ParentAnswer.Group> Answers, bool OnlyStrict)
{
    const int MostAnswers = 14;
    const int MostItems = 1000; // codes of what was measured or done, each of which may have no such column
    const int MostParents = 60;
    const long Screened = 6_000; // rows on which ties are looked for in large tables, before they are measured
    const double Apart = 0.3; // shares missing; a tie has 0.5

    /// <summary>The answers are the many codes of a long table: a tie has to be without exception, or chance would make one.</summary>
    internal bool IsItem { get; init; }

    /// <summary>Rows with one answer, and how many of them miss each unit.</summary>
    internal sealed record Group(Sql Condition, string Shown, long Rows, IReadOnlyList<long> Missing);

    internal static IReadOnlyList<ParentAnswer> Of(Dataset dataset, TableProfile table, IReadOnlyList<MissingUnit> units)
    {
        var parents = table.Variables.Where(variable => variable.Variable.Item is null && variable.Missing < 0.5 * variable.Rows
                && variable.Variable.Role is not (Role.RowId or Role.Patient or Role.Stay)
                && (variable.Variable.Column.Kind is Kind.Text or Kind.Number or Kind.Truth))
            .Where(variable => variable.Distinct is >= 2 and <= MostAnswers || ZeroShare(variable) is > 0.05 and < 0.95)
            .Take(MostParents).ToList();
        var from = table.ForShares;
        var screen = Sample.Of(dataset, table, Screened);
        var tied = screen.OneIn == from.OneIn ? parents : [.. parents.Where(parent => One(dataset, (screen.From, screen.OneIn), parent, units, parent.Distinct > MostAnswers).Differs)];
        var items = table.Variables.Where(variable => variable.Variable is { Item: null, Role: Role.Item } && variable.Missing == 0 && variable.Distinct is > MostAnswers and <= MostItems);
        return [.. tied.Select(parent => One(dataset, from, parent, units, parent.Distinct > MostAnswers)), .. items.Select(item => One(dataset, from, item, units, zero: false) with { IsItem = true })];
    }

    /// <summary>Some unit is missing much more often under one answer than under another.</summary>
    bool Differs => Answers.Count > 1 && Answers[0].Missing.Select((_, unit) => Answers.Select(answer => (double)answer.Missing[unit] / answer.Rows).ToList()).Any(shares => shares.Max() - shares.Min() >= Apart);

    static double ZeroShare(VariableProfile variable) =>
        variable.Numbers.Total == 0 ? 0 : (double)variable.Numbers.CountOf(0) / variable.Numbers.Total;

    static ParentAnswer One(Dataset dataset, (Sql From, int OneIn) rows, VariableProfile parent, IReadOnlyList<MissingUnit> units, bool zero)
    {
        var column = parent.Variable.Column;
        Sql answer = zero ? (Sql)$"CASE WHEN {column.Value} = 0 THEN '0' WHEN {column.Value} <> 0 THEN 'not 0' END" : dataset.Dialect.ToText(column.Value);
        // counting what is there is much cheaper than filtering what is not
        var counts = Sql.Join(", ", units.Select(unit => unit.IsBlock ? (Sql)$"count(*) - count(*) FILTER (WHERE {unit.Condition})" : $"count({unit.Columns[0].Value})"));
        var (from, oneIn) = rows;
        var groups = dataset.Rows(
            $"SELECT {answer}, count(*), {counts} FROM {from} GROUP BY 1 ORDER BY 1",
            row => (Answer: row.TextAt(0), Rows: oneIn * row.CountAt(1), Missing: units.Select((_, i) => oneIn * (row.CountAt(1) - row.CountAt(i + 2))).ToList()));
        return new ParentAnswer(column, [.. groups.Select(group => new Group(
            group.Answer is null ? (Sql)$"{column.Value} IS NULL" : (Sql)$"{answer} = {group.Answer}",
            group.Answer is null ? "empty" : RecognitionItems.Plain(group.Answer), group.Rows, group.Missing))], parent.Variable.Role is Role.Site or Role.Outcome);
    }
}
