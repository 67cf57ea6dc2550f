using Anamnesis.Profiling;
using Anamnesis.Sources;

namespace Anamnesis.Recognitions;

/// <summary>The reading of a small invented table.</summary>
static class ReadTable
{
    internal static TableReading Of(string header, IEnumerable<string> rows, Corrections? corrections = null)
    {
        var folder = Directory.CreateTempSubdirectory("recognition-");
        try
        {
            var path = Path.Combine(folder.FullName, "table.csv");
            File.WriteAllText(path, (header.Length > 0 ? header + "\n" : string.Empty) + string.Join('\n', rows) + "\n");
            using var dataset = Address.Open(path, new Opening());
            return Assert.Single(Recognition.Read(dataset, corrections));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The role and the variable of every column, in the order of the names.</summary>
    internal static IReadOnlyList<string> Said(TableReading reading) =>
        [.. reading.Columns.Select(column => $"{column.Column.Name}={column.Role}/{column.Variable}/{column.Confidence:0.00}").Order(StringComparer.Ordinal)];
}
