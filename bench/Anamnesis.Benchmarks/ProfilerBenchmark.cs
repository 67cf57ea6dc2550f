using Anamnesis.Engines;
using Anamnesis.Profiling;
using BenchmarkDotNet.Attributes;

namespace Anamnesis.Benchmarks;

/// <summary>The profile of a long table against a bare count of its values.</summary>
[MemoryDiagnoser]
public class ProfilerBenchmark : IDisposable
{
    Dataset _dataset = DuckDb.Empty("benchmark");
    IReadOnlyList<TableReading> _readings = [];

    [Params(10_000, 1_000_000)]
    public long Rows { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _dataset.Dispose();
        _dataset = DuckDb.Empty("benchmark");
        _dataset.Execute($"""
            CREATE TABLE lab AS SELECT i // 40 AS patient_id, TIMESTAMP '2020-01-01' + to_minutes(CAST(i * 7 % 1000000 AS INTEGER)) AS charttime, 50800 + i % 30 AS itemid,
              CASE WHEN hash(i) % 12 = 0 THEN NULL ELSE CAST(hash(i * 5) % 400 AS DOUBLE) / 10 END AS valuenum, CASE i % 2 WHEN 0 THEN 'mg/dL' ELSE 'mmol/L' END AS valueuom
            FROM range({Rows}) AS r(i)
            """);
        _dataset.Tables =
        [
            new Table
            {
                Name = "lab",
                From = $"lab",
                Rows = Rows,
                Columns =
                [
                    Column.Of("patient_id", Kind.Number), Column.Of("charttime", Kind.Time), Column.Of("itemid", Kind.Number), Column.Of("valuenum", Kind.Number), Column.Of("valueuom", Kind.Text),
                ],
            },
        ];
        _readings = Recognition.Read(_dataset);
    }

    [Benchmark(Baseline = true)]
    public double Count() => _dataset.Number($"SELECT count(*) FROM (SELECT itemid, valueuom, valuenum, count(*) FROM lab GROUP BY 1, 2, 3) AS counts");

    [Benchmark]
    public Profile Measure() => Profiler.Measure(_dataset, _readings);

    [GlobalCleanup]
    public void Dispose()
    {
        _dataset.Dispose();
        GC.SuppressFinalize(this);
    }
}
