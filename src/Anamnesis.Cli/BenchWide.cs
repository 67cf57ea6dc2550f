using Anamnesis.Engines;

namespace Anamnesis.Cli;

/// <summary>A made-up wide table of 120 columns: laboratory values, counts, categories, flags, days, times, codes, texts, each with its own share missing.</summary>
static class BenchWide
{
    static readonly double[] Missing = [0, 0.01, 0.05, 0.12, 0.3, 0.6];
    static readonly long[] Ceilings = [2, 5, 20, 120, 5000];
    static readonly long[] Kinds = [2, 3, 8, 30, 400];
    static readonly long[] Lengths = [8, 12, 16, 32];

    internal static Sql Query(long rows)
    {
        var columns = new List<Sql> { $"(100000 + i)::BIGINT AS person_id" };
        var salt = 100;
        void Add(string prefix, int count, Func<int, int, Sql> make)
        {
            for (var k = 0; k < count; k++)
            {
                var value = make(k, salt += 3);
                var share = Missing[k % Missing.Length];
                columns.Add($"CASE WHEN u(i, {salt += 3}) < {share} THEN NULL ELSE {value} END AS {new Name($"{prefix}_{k}")}");
            }
        }

        Add("lab", 44, (k, s) => k % 3 == 0
            ? (Sql)$"round({1 + (k * 3.7)} * (1 + 0.2 * z(i, {s})), {k % 4})"
            : $"round({1 + (k * 3.7)} * exp(0.4 * z(i, {s})), {k % 4})");
        Add("n", 20, (k, s) => $"(u(i, {s}) * {Ceilings[k % 5]})::INTEGER");
        Add("c", 20, (k, s) => $"'cat' || (hash(i * 7 + {s}) % {Kinds[k % 5]})");
        Add("has", 12, (k, s) => $"(u(i, {s}) < {0.1 + (0.07 * k)})");
        Add("d", 8, (_, s) => $"DATE '1930-01-01' + (u(i, {s}) * 30000)::INTEGER");
        Add("t", 6, (_, s) => $"TIMESTAMP '2015-01-01' + to_seconds((u(i, {s}) * 250000000)::BIGINT)");
        Add("icd", 5, (_, s) => $"chr((65 + hash(i + {s}) % 26)::INTEGER) || lpad((hash(i * 3 + {s}) % 100)::VARCHAR, 2, '0') || '.' || (hash(i * 5 + {s}) % 10)");
        Add("free", 4, (k, s) => $"md5((i + {s})::VARCHAR)[:{Lengths[k]}]");
        return $"SELECT {Sql.Join(",\n", columns)} FROM range({rows}) AS t(i)";
    }
}
