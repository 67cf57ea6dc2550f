using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Which columns are missing together.</summary>
static class PatternMeasures
{
    internal const int MostColumns = 400;
    const int MostPatterns = 50_000;

    internal static IReadOnlyList<MissingPattern> Of(Dataset dataset, IReadOnlyList<Column> columns, Sample sample)
    {
        if (columns.Count == 0)
        {
            return [];
        }

        var flags = Sql.Join(" || ", columns.Select(column => (Sql)$"CASE WHEN {column.Value} IS NULL THEN '1' ELSE '0' END"));
        return dataset.Rows(
            $"SELECT pattern, count(*) AS n FROM (SELECT {flags} AS pattern FROM {sample.From}) AS flags GROUP BY 1 ORDER BY n DESC, 1 LIMIT {MostPatterns}",
            row => new MissingPattern([.. row.TextAt(0)!.Select(flag => flag == '1')], row.CountAt(1))); // a concatenation of texts that are never null
    }
}
