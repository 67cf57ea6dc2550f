namespace Anamnesis.Engines;

public sealed class SideBySideTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_things() =>
        Assert.Equal(Enumerable.Range(0, 500).Select(i => 3 * i), SideBySide.Each(Enumerable.Range(0, 500).ToList(), i => 3 * i));

    [Fact]
    public void The_failure_itself_is_thrown_and_not_a_wrapper() =>
        Assert.Throws<AnamnesisException>(() => SideBySide.Each(Enumerable.Range(0, 50).ToList(), i => i == 20 ? throw new AnamnesisException("twenty") : i));

    [Fact]
    public void Queries_side_by_side_see_the_same_tables_and_what_was_kept()
    {
        using var dataset = DuckDb.Empty("test");
        dataset.Execute($"CREATE TABLE t AS SELECT i FROM range(1000) AS r(i)");
        var sums = SideBySide.Each(Enumerable.Range(0, 40).ToList(), rest =>
        {
            var kept = dataset.Keep($"SELECT i FROM t WHERE i % 40 = {rest}");
            return SideBySide.Each([kept, kept], one => dataset.Number($"SELECT sum(i) FROM {one}"));
        });
        Assert.Equal(Enumerable.Range(0, 40).Select(rest => (25.0 * rest) + (40 * 300)), sums.Select(pair => pair[0]));
        Assert.All(sums, pair => Assert.Equal(pair[0], pair[1]));
    }

    [Fact]
    public void A_cancelled_examination_stops_and_leaves_the_data_set_usable()
    {
        using var dataset = DuckDb.Empty("test");
        using var stop = new CancellationTokenSource();
        dataset.Cancellation = stop.Token;
        Assert.Throws<OperationCanceledException>(() => SideBySide.Each(Enumerable.Range(0, 50).ToList(), i =>
        {
            if (i == 10)
            {
                stop.Cancel();
            }

            return dataset.Number($"SELECT {i}");
        }));
        dataset.Cancellation = default;
        Assert.Equal(7, dataset.Number($"SELECT 7"));
    }
}
