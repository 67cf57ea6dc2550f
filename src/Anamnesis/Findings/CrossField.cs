using Anamnesis.Engines;
using Anamnesis.Findings.Contradictions;
using Anamnesis.Profiling;

namespace Anamnesis.Findings;

/// <summary>Columns of one row contradict each other, or one only repeats another.</summary>
sealed class CrossField : IFindingKind
{
    const long MostRows = 2_000_000; // beyond, only the rules between known variables are looked at

    public string Id => "cross-field";

    public string Title => "Columns that contradict each other";

    public IEnumerable<Finding> Find(Profile profile, Dataset dataset)
    {
        foreach (var table in profile.Tables)
        {
            foreach (var finding in KnownPairs.In(table, dataset).Concat(LongPairs.In(table, dataset)).Concat(PressureText.In(table)))
            {
                yield return finding;
            }

            foreach (var finding in table.Table.Rows > MostRows ? [] : LostBeside.In(table, table.Few, dataset))
            {
                yield return finding;
            }

            if (table.Table.Rows > MostRows || table.Reading.Layout == Layout.Long)
            {
                continue;
            }

            foreach (var finding in Screen(table, dataset))
            {
                yield return finding;
            }
        }
    }

    static IEnumerable<Finding> Screen(TableProfile table, Dataset dataset)
    {
        var flags = Flag.In(table);
        var separations = Separation.Of(table, flags, table.Few, dataset);
        return flags.SelectMany(flag => Restated.In(table, flag, [.. separations[flag.Name]]).Concat(PresentDespite.In(table, flag, table.Few, dataset)))
            .Concat(Twins.In(table, table.Few, dataset))
            .Concat(TwinTimes.In(table, flags, dataset));
    }
}
