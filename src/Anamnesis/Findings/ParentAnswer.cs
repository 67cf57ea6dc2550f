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
    const int Together = 20; // parents a query
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
        var tied = table.Few.Text == from.From.Text ? parents
            : [.. Counted(dataset, (table.Few, 1), parents, units).Zip(parents).Where(pair => pair.First.Differs).Select(pair => pair.Second)];
        var items = table.Variables.Where(variable => variable.Variable is { Item: null, Role: Role.Item } && variable.Missing == 0 && variable.Distinct is > MostAnswers and <= MostItems).ToList();
        return [.. Counted(dataset, from, tied, units), .. items.SelectMany(item => Some(dataset, from, [(item, false)], units)).Select(item => item with { IsItem = true })];
    }

    /// <summary>Some unit is missing much more often under one answer than under another.</summary>
    bool Differs => Answers.Count > 1 && Answers[0].Missing.Select((_, unit) => Answers.Select(answer => (double)answer.Missing[unit] / answer.Rows).ToList()).Any(shares => shares.Max() - shares.Min() >= Apart);

    static double ZeroShare(VariableProfile variable) =>
        variable.Numbers.Total == 0 ? 0 : (double)variable.Numbers.CountOf(0) / variable.Numbers.Total;

    static IEnumerable<ParentAnswer> Counted(Dataset dataset, (Sql From, int OneIn) rows, IReadOnlyList<VariableProfile> parents, IReadOnlyList<MissingUnit> units) =>
        parents.Select(parent => (parent, parent.Distinct > MostAnswers)).Chunk(Together).SelectMany(some => Some(dataset, rows, some, units));

    /// <summary>Several parents in one scan: each is a grouping of its own, told by the only bit that is not set.</summary>
    static IReadOnlyList<ParentAnswer> Some(Dataset dataset, (Sql From, int OneIn) rows, IReadOnlyList<(VariableProfile Profile, bool Zero)> parents, IReadOnlyList<MissingUnit> units)
    {
        var answers = parents.Select(parent => Answer(dataset, parent.Profile.Variable.Column, parent.Zero)).ToList();
        var names = Sql.Join(", ", parents.Select((_, place) => (Sql)$"{new Name($"a{place}")}"));
        var sets = Sql.Join(", ", parents.Select((_, place) => (Sql)$"({new Name($"a{place}")})"));
        // counting what is there is much cheaper than filtering what is not
        var shown = answers.Select((answer, place) => (Sql)$"{answer} AS {new Name($"a{place}")}")
            .Concat(units.Select((unit, place) => (Sql)$"{(unit.IsBlock ? (Sql)$"CASE WHEN NOT ({unit.Condition}) THEN 1 END" : unit.Columns[0].Value)} AS {new Name($"u{place}")}"));
        var counts = Sql.Join(", ", units.Select((_, place) => (Sql)$"count({new Name($"u{place}")})"));
        var (from, oneIn) = rows;
        var groups = dataset.Rows(
            $"SELECT grouping({names}), count(*), {counts}, {names} FROM (SELECT {Sql.Join(", ", shown)} FROM {from}) AS answered GROUP BY GROUPING SETS ({sets}) ORDER BY {names}",
            row =>
            {
                var place = parents.Count - 1 - System.Numerics.BitOperations.TrailingZeroCount(~row.CountAt(0));
                return (Place: place, Answer: row.TextAt(2 + units.Count + place), Rows: oneIn * row.CountAt(1), Missing: units.Select((_, i) => oneIn * (row.CountAt(1) - row.CountAt(i + 2))).ToList());
            }).ToLookup(group => group.Place);
        return [.. parents.Select((parent, place) => new ParentAnswer(
            parent.Profile.Variable.Column,
            [.. groups[place].Select(group => new Group(
                group.Answer is null ? (Sql)$"{parent.Profile.Variable.Value} IS NULL" : (Sql)$"{answers[place]} = {group.Answer}",
                group.Answer is null ? "empty" : RecognitionItems.Plain(group.Answer), group.Rows, group.Missing))],
            parent.Profile.Variable.Role is Role.Site or Role.Outcome))];
    }

    static Sql Answer(Dataset dataset, Column column, bool zero) => zero
        ? (Sql)$"CASE WHEN {column.Value} = 0 THEN '0' WHEN {column.Value} <> 0 THEN 'not 0' END"
        : dataset.Dialect.ToText(column.Value);
}
