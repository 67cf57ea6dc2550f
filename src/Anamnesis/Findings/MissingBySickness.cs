using Anamnesis.Engines;
using Anamnesis.Findings.Statistics;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>How missing units go with sickness, within the site where there is one.</summary>
static class MissingBySickness
{
    const int Fewest = 20;
    const double Twice = 2;
    const double LeastDifference = 0.02; // of the shares
    const double Decided = 0.98; // of the shares: then the outcome decides whether there is anything to record

    /// <summary>Findings of one direction: missing more in the sicker, or in the less sick.</summary>
    internal static IEnumerable<Finding> Of(string kind, bool sicker, Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            if (table.Patterned.Count == 0 || Sickness.In(table) is not { } sickness)
            {
                continue;
            }

            var units = MissingUnit.Of(table).Where(unit => unit.Missing >= Fewest && unit.Missing <= unit.Rows - Fewest && unit.Columns.All(column => column.Name != sickness.Column.Name && !IsKey(table, column))).Take(60).ToList();
            if (units.Count == 0)
            {
                continue;
            }

            foreach (var (unit, odds, counts) in Measure(dataset, table, sickness, units))
            {
                var (ill, well) = Shares(counts);
                if (Math.Abs(ill - well) is >= LeastDifference and <= Decided && (sicker ? odds.Ratio >= Twice && odds.Low > 1 : odds.Ratio <= 1 / Twice && odds.High < 1))
                {
                    yield return Finding(kind, table, sickness, unit, odds, counts, sicker);
                }
            }
        }
    }

    static IEnumerable<(MissingUnit Unit, Odds Odds, (long A, long B, long C, long D) Counts)> Measure(Dataset dataset, TableProfile table, Sickness sickness, List<MissingUnit> units)
    {
        var facts = Sql.Join(", ", units.Select(unit => (Sql)$"count(*) FILTER (WHERE {unit.Condition})"));
        var groups = dataset.Rows(
            $"SELECT CASE WHEN {sickness.Sicker} THEN 1 ELSE 0 END, count(*), {facts} FROM {table.ForShares.From} WHERE {sickness.Column.Value} IS NOT NULL GROUP BY 1",
            row => (Sick: row.CountAt(0) == 1, Rows: row.CountAt(1), Missing: units.Select((_, i) => row.CountAt(i + 2)).ToList()));
        if (groups.Count != 2)
        {
            yield break;
        }

        var (sick, well) = groups[0].Sick ? (groups[0], groups[1]) : (groups[1], groups[0]);
        for (var i = 0; i < units.Count; i++)
        {
            var counts = (sick.Missing[i], sick.Rows - sick.Missing[i], well.Missing[i], well.Rows - well.Missing[i]);
            yield return (units[i], Odds.Of(counts.Item1, counts.Item2, counts.Item3, counts.Item4), counts);
        }
    }

    static bool IsKey(TableProfile table, Column column) =>
        table.Column(column.Name)?.Variable.Role is Role.Patient or Role.Stay or Role.RowId || NameTokens.Of(column.Name).Has("id", "ids", "key");

    static (double Ill, double Well) Shares((long A, long B, long C, long D) counts) => ((double)counts.A / (counts.A + counts.B), (double)counts.C / (counts.C + counts.D));

    static Finding Finding(string kind, TableProfile table, Sickness sickness, MissingUnit unit, Odds odds, (long A, long B, long C, long D) counts, bool sicker)
    {
        var (ill, well) = Shares(counts);
        return Draft.Of(
            kind, table.Table, unit.Columns,
            $"{unit.Label} {(unit.IsBlock ? "are" : "is")} empty in {Says.Share(ill)} where {sickness.Says}, and in {Says.Share(well)} of the others",
            (unit.Missing * table.OneIn, table.Table.Rows), unit.Condition) with
        {
            Token = sickness.Column.Name,
            Estimated = table.OneIn > 1,
            Weight = 0.3 + (0.3 * unit.Missing / unit.Rows),
            Facts = new Dictionary<string, double> { ["odds"] = odds.Ratio, ["sicker"] = sicker ? 1 : 0, ["ill"] = ill, ["well"] = well },
        };
    }
}
