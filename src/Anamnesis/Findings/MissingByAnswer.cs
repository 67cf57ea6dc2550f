using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>A column is missing where another column has a certain answer, and hardly elsewhere.</summary>
sealed class MissingByAnswer : IFindingKind
{
    const double Always = 0.99; // share missing under the answer
    const double Often = 0.7; // the same for a looser tie
    const double Hardly = 0.25; // share missing under all other answers
    const double Covers = 0.4; // share of the missing rows that the answer accounts for
    const int Fewest = 5;

    public string Id => "missing-by-answer";

    public string Title => "Missing where another column has a certain answer";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables.Where(table => table.Patterned.Count > 0))
        {
            var units = MissingUnit.Of(table).Where(unit => unit.Missing >= Fewest).Take(60).ToList();
            if (units.Count == 0)
            {
                continue;
            }

            var parents = ParentAnswer.Of(dataset, table, units);
            for (var place = 0; place < units.Count; place++)
            {
                if (Best(table, parents, units[place], place) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>The parent that accounts for most of the missing rows, strict ties before loose ones.</summary>
    internal static (ParentAnswer Parent, List<ParentAnswer.Group> Under, double Share, double Elsewhere, double Covered, bool Strict)? Tie(
        IReadOnlyList<ParentAnswer> parents, MissingUnit unit, int place)
    {
        var ties = from parent in parents
                   where unit.Columns.All(column => column.Name != parent.Parent.Name)
                   let filled = parent.Answers.Where(answer => answer.Rows >= (parent.IsItem ? 1 : Fewest)).ToList()
                   let strict = filled.Where(answer => answer.Missing[place] >= Always * answer.Rows).ToList()
                   let under = strict.Count > 0 ? strict : parent.OnlyStrict || parent.IsItem ? [] : [.. filled.Where(answer => answer.Rows >= 30 && answer.Missing[place] >= Often * answer.Rows)]
                   where under.Count > 0 && under.Count < parent.Answers.Count && !under.TrueForAll(answer => answer.Shown == "empty")
                   let missing = under.Sum(answer => answer.Missing[place])
                   let rows = under.Sum(answer => answer.Rows)
                   let all = parent.Answers.Sum(answer => answer.Missing[place])
                   let others = parent.Answers.Sum(answer => answer.Rows) - rows
                   let elsewhere = others == 0 ? 1 : (double)(all - missing) / others
                   where elsewhere <= (parent.IsItem ? 1 - Always : Hardly) && missing >= (parent.IsItem ? Always : Covers) * all && missing >= Fewest
                   let share = (double)missing / rows
                   where share - elsewhere >= 0.5
                   select (parent, under, share, elsewhere, (double)missing / all, strict.Count > 0);
        var sorted = ties.OrderByDescending(tie => tie.Item6).ThenBy(tie => tie.parent.IsItem && tie.under.Count > 1).ThenByDescending(tie => tie.Item5 * (tie.share - tie.elsewhere)).ToList();
        return sorted.Count == 0 ? null : sorted[0];
    }

    Finding? Best(TableProfile table, IReadOnlyList<ParentAnswer> parents, MissingUnit unit, int place)
    {
        if (Tie(parents, unit, place) is not { } tie)
        {
            return null;
        }

        var answers = Says.List([.. tie.Under.Select(answer => $"'{answer.Shown}'")]);
        var missing = tie.Under.Sum(answer => answer.Missing[place]);
        Sql under = Sql.Join(" OR ", tie.Under.Select(answer => answer.Condition));
        return Draft.Of(
            Id, table.Table, [.. unit.Columns, tie.Parent.Parent],
            $"{unit.Label} {(unit.IsBlock ? "are" : "is")} empty in {Says.Share(tie.Share)} of the rows where {tie.Parent.Parent.Name} is {answers}, and in {Says.Share(tie.Elsewhere)} of the others ({Says.Count(missing)} of {Says.Count(unit.Missing)} empty rows)",
            (unit.Missing, table.Table.Rows), unit.Condition) with
        {
            Number = null,
            Token = null,
            Weight = 0.15,
            Facts = new Dictionary<string, double> { ["share"] = tie.Share, ["elsewhere"] = tie.Elsewhere, ["covered"] = tie.Covered, ["strict"] = tie.Strict ? 1 : 0 },
        };
    }
}
