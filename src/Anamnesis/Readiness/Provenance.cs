using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>Can each value be traced to who, what, when and how?</summary>
sealed class Provenance : IDimension
{
    const double Fit = 0.95; // share of rows
    const double Usable = 0.70;

    public string Id => "provenance";

    public Gate Assess(Evidence evidence)
    {
        const string outside = "the log of transformations and the raw values lie outside the data";
        var held = Held.Back(new Held.Dimension(Id), evidence, fit: 0, usable: 0.05, "Values filled in without notice");
        var tables = evidence.Profile.Tables;
        var traced = tables.Where(table => table.Reading.Columns.Any(column => column.Role is Role.Site or Role.User)).Sum(table => table.Table.Rows);
        if (traced == 0)
        {
            return held with { Level = held.Level < 3 ? held.Level : 0, Says = $"No column says where or by whom a row was entered. {held.Says}", NotAssessed = $"state from where the rows come; {outside}" };
        }

        var share = (double)traced / tables.Sum(table => table.Table.Rows);
        return held with
        {
            Level = Math.Min(held.Level, share >= Fit ? 3 : share >= Usable ? 2 : 1),
            Says = $"{Findings.Says.Share(share)} of the rows say where or by whom they were entered. {held.Says}",
            NotAssessed = outside,
        };
    }
}
