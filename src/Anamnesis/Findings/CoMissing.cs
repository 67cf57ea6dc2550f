using Anamnesis.Engines;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Several columns are missing in the same rows.</summary>
sealed class CoMissing : IFindingKind
{
    const int Fewest = 3;

    public string Id => "co-missing";

    public string Title => "Several columns are missing together";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset) =>
        from table in profile.Tables
        from unit in MissingUnit.Of(table)
        where unit.IsBlock && unit.Missing >= Fewest && (unit.Columns.Count >= 3 || unit.Missing >= 0.01 * unit.Rows)
        select Draft.Of(
            Id, table.Table, unit.Columns, $"{unit.Label} are empty together in {Says.Of(unit.Missing * table.OneIn, table.Table.Rows)}",
            (unit.Missing * table.OneIn, table.Table.Rows), unit.Condition) with
        { Estimated = table.OneIn > 1, Weight = 0.1 + (0.5 * unit.Missing / unit.Rows) };
}
