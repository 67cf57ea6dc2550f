using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Rows that equal another row in everything but technical numbers.</summary>
static class DuplicateMeasures
{
    internal static long Of(Dataset dataset, TableReading reading, Sample sample)
    {
        var columns = reading.Columns.Where(column => column.Role != Role.RowId && column.Column.Kind != Kind.Other).Select(column => column.Column.Value).ToList();
        return columns.Count < 2
            ? 0
            : sample.OneIn * (long)dataset.Number(
                $"SELECT sum(n - 1) FROM (SELECT h, count(*) AS n FROM (SELECT {dataset.Dialect.RowHash(columns)} AS h FROM {sample.From}) AS hashes GROUP BY h HAVING count(*) > 1) AS groups");
    }
}
