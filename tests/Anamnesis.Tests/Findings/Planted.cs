using System.Globalization;
using System.Text;
using Anamnesis.Examinations;
using Anamnesis.Mechanisms;

namespace Anamnesis.Findings;

/// <summary>A small invented table, examined from end to end.</summary>
static class Planted
{
    /// <summary>The diagnoses of the given kinds, or of all when none is given, for a table of one CSV file.</summary>
    internal static IReadOnlyList<Diagnosis> Examine(string header, IEnumerable<string> rows, params string[] kinds)
    {
        var folder = Directory.CreateTempSubdirectory("planted-");
        try
        {
            var path = Path.Combine(folder.FullName, "planted.csv");
            File.WriteAllText(path, new StringBuilder(header).Append('\n').AppendJoin('\n', rows).Append('\n').ToString());
            return [.. Examiner.Examine(path).Diagnoses.Where(diagnosis => kinds.Length == 0 || kinds.Contains(diagnosis.Finding.Kind))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A row of a CSV file.</summary>
    internal static string Row(params object?[] cells) => string.Join(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));

    /// <summary>A normal draw.</summary>
    internal static double Normal(this Random random, double mean, double deviation, int decimals = 1) => Math.Round(
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())), decimals);
}
