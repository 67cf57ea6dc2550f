using Anamnesis.Engines;
using Anamnesis.Findings;
using Anamnesis.Profiling;

namespace Anamnesis.Mechanisms.Coding;

/// <summary>A measurement by which a diagnosis can be held to account.</summary>
/// <param name="Beginnings">How its codes begin, in ICD-10 and ICD-9.</param>
/// <param name="Variable">The clinical variable.</param>
/// <param name="Above">Whether the diagnosed lie above the others.</param>
/// <param name="Threshold">From where on the diagnosis is as good as certain.</param>
sealed record Criterion(IReadOnlyList<string> Beginnings, string Variable, bool Above, double Threshold)
{
    static readonly IReadOnlyList<Criterion> All =
    [
        new(["N17", "N18", "N19", "584", "585"], "creatinine", true, 1.8), new(["I50", "428"], "lvef", false, 38), new(["I50", "428"], "ntprobnp", true, 2500), new(["E10", "E11", "E13", "E14", "250"], "hba1c", true, 6.5),
        new(["E87.5", "E875", "2767"], "potassium", true, 5.6), new(["E87.6", "E876", "2768"], "potassium", false, 3.3), new(["E87.1", "E871", "2761"], "sodium", false, 133), new(["D50", "D64", "280", "285"], "hb", false, 11), new(["R57", "7855"], "sbp", false, 95),
    ];

    /// <summary>The criteria of a code.</summary>
    internal static IEnumerable<Criterion> Of(string code) => All.Where(one => one.Beginnings.Any(beginning => code.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>All criteria of diseases that stay.</summary>
    internal static IEnumerable<Criterion> OfChronic => All.Where(one => one.Beginnings.Any(FlickeringCode.Chronic.Contains));

    /// <summary>Stay and value, one row a stay, from the table that measures it: a column, or the items of a long table; null when there is none with the key.</summary>
    internal Sql? Measured(Case @case, Column stay)
    {
        var found = @case.Profile.Originals.Where(table => table.Table.Name != @case.Finding.Table)
            .SelectMany(table => table.Variables.Where(variable => variable.Variable.Known == Variable && variable.Numbers.Total > 0).Select(variable => (table, variable.Variable, Key: table.Reading.Of(Role.Stay))))
            .Where(one => one.Key is not null && one.Key.Kind == stay.Kind).OrderBy(one => one.Variable.Item is null ? 0 : 1).FirstOrDefault();
        if (found.Variable is not { } variable || found.Key is not { } key)
        {
            return null;
        }

        var extreme = Sql.Raw(Above ? "max" : "min");
        return $"SELECT {key.Value} AS stay, {extreme}({variable.Value}) AS value FROM {variable.Table.From} WHERE {variable.Rows} AND {variable.Value} IS NOT NULL AND {key.Value} IS NOT NULL GROUP BY 1";
    }

    /// <summary>SQL for having a code of this criterion.</summary>
    internal Sql Coded(Sql code) => Sql.Join(" OR ", Beginnings.Select(beginning => (Sql)$"substr({code}, 1, {beginning.Length}) = {beginning}"));
}
