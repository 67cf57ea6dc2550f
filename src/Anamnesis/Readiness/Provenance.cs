using Anamnesis.Profiling;

namespace Anamnesis.Readiness;

/// <summary>Can each value be traced to who, what, when and how?</summary>
sealed class Provenance : IDimension
{
    public string Id => "provenance";

    public Gate Assess(Evidence evidence)
    {
        var tables = evidence.Profile.Tables;
        var traced = tables.Count(table => table.Reading.Columns.Any(column => column.Role is Role.Site or Role.User));
        var share = tables.Count == 0 ? 0 : (double)traced / tables.Count;
        var held = Held.Back(Id, evidence, [], ["silent-imputation-constant"], fit: 0.0, usable: 0.05, "Values filled in without notice");
        var source = share >= 0.7 ? 3 : share >= 0.3 ? 2 : 1;
        return new Gate(
            Id, Math.Min(held.Level, source), held.Because,
            $"{traced} of {tables.Count} tables say where or by whom a row was entered.", "the log of transformations and the raw values lie outside the data");
    }
}
