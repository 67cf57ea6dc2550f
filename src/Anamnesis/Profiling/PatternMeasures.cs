using Anamnesis.Engines;

namespace Anamnesis.Profiling;

/// <summary>Which columns are missing together.</summary>
static class PatternMeasures
{
    internal const int MostColumns = 400;
    const int MostPatterns = 50_000;
    const int Bits = 60; // columns a number

    internal static IReadOnlyList<MissingPattern> Of(Dataset dataset, IReadOnlyList<Column> columns, Sample sample)
    {
        if (columns.Count == 0)
        {
            return [];
        }

        // a bit a column: grouping by a few numbers is much cheaper than by a text of flags
        var words = columns.Chunk(Bits).Select(some => Sql.Join(" + ", some.Select((column, bit) => (Sql)$"CASE WHEN {column.Key} IS NULL THEN CAST({1L << bit} AS BIGINT) ELSE 0 END"))).ToList();
        var names = words.Select((_, i) => (Sql)$"{new Name($"w{i}")}").ToList();
        var shown = Sql.Join(", ", words.Zip(names, (word, name) => (Sql)$"{word} AS {name}"));
        var keys = Sql.Join(", ", names);
        return dataset.Rows(
            $"SELECT count(*) AS n, {keys} FROM (SELECT {shown} FROM {sample.From}) AS flags GROUP BY {keys} ORDER BY n DESC, {keys} LIMIT {MostPatterns}",
            row =>
            {
                var read = new long[words.Count];
                for (var i = 0; i < read.Length; i++)
                {
                    read[i] = row.GetInt64(i + 1);
                }

                var missing = new bool[columns.Count];
                for (var i = 0; i < missing.Length; i++)
                {
                    missing[i] = (read[i / Bits] >> (i % Bits) & 1) == 1;
                }

                return new MissingPattern(missing, row.GetInt64(0));
            });
    }
}
