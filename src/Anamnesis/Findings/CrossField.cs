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
            foreach (var finding in KnownPairs.In(table, dataset).Concat(PressureText.In(table)))
            {
                yield return finding;
            }

            if (table.Table.Rows > MostRows || table.Reading.Layout == Layout.Long)
            {
                continue;
            }

            foreach (var finding in Flag.In(table)
                .SelectMany(flag => Restated.In(table, flag, Separation.Of(table, flag, dataset)).Concat(PresentDespite.In(table, flag, dataset)))
                .Concat(Twins.In(table, dataset)))
            {
                yield return finding;
            }
        }
    }
}
