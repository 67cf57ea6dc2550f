using Anamnesis.Engines;
using CsCheck;

namespace Anamnesis.Profiling;

public sealed class ProfilerLaws
{
    static readonly Role[] LongRoles = [Role.Patient, Role.Taken, Role.Site, Role.Item, Role.Value];
    static readonly (string, Kind)[] LongColumns = [("patient", Kind.Number), ("taken", Kind.Time), ("site", Kind.Text), ("item", Kind.Text), ("value", Kind.Number)];

    // 300 measurements: a patient, a time, a site, and three things of which the second is missing now and then
    static Sql Wide(int seed) => $"""
        SELECT i % 17 AS patient, TIMESTAMP '2020-01-01' + to_hours(CAST(i * 31 % 4000 AS INTEGER)) AS taken, 's' || (i % 3) AS site,
          CAST(hash(i * 7 + {seed}) % 40 AS DOUBLE) / 4 AS a, CASE WHEN hash(i * 11 + {seed}) % 5 = 0 THEN NULL ELSE CAST(hash(i * 3 + {seed}) % 9 AS DOUBLE) END AS b, CAST(i AS DOUBLE) / 8 AS c
        FROM range(300) AS r(i)
        """;

    static Sql Long(int seed) => $"""
        SELECT patient, taken, site, item, value FROM (
          SELECT patient, taken, site, 'a' AS item, a AS value FROM ({Wide(seed)}) UNION ALL SELECT patient, taken, site, 'b', b FROM ({Wide(seed)}) UNION ALL SELECT patient, taken, site, 'c', c FROM ({Wide(seed)}))
        """;

    [Fact]
    public void A_wide_column_and_an_item_code_of_the_same_data_have_equal_profiles() => Gen.Int[0, 10_000].Sample(seed =>
    {
        using var wide = Rows.Of(Wide(seed), ("patient", Kind.Number), ("taken", Kind.Time), ("site", Kind.Text), ("a", Kind.Number), ("b", Kind.Number), ("c", Kind.Number));
        using var narrow = Rows.Of(Long(seed), LongColumns);
        var (columns, items) = (wide.Measure(Layout.Wide, Role.Patient, Role.Taken, Role.Site, Role.Value, Role.Value, Role.Value), narrow.Measure(Layout.Long, LongRoles));
        foreach (var name in (string[])["a", "b", "c"])
        {
            Same(columns.Column(name)!, items.Item(name)!);
        }
    }, iter: 20);

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Gen.Int[0, 10_000].Sample(seed =>
    {
        using var one = Rows.Of(Long(seed), LongColumns);
        using var other = Rows.Of($"SELECT patient, taken, site, item, value FROM ({Long(seed)}) ORDER BY hash(taken, item, value, patient)", LongColumns);
        var (first, second) = (one.Measure(Layout.Long, LongRoles), other.Measure(Layout.Long, LongRoles));
        Assert.Equal(first.DuplicateRows, second.DuplicateRows);
        Assert.Equal(first.Clocks[0].Hours, second.Clocks[0].Hours);
        Assert.Equal(first.Clocks[0].Calendar, second.Clocks[0].Calendar);
        Assert.Equal(first.Variables.Select(variable => variable.Variable.Label), second.Variables.Select(variable => variable.Variable.Label));
        foreach (var (mine, its) in first.Variables.Zip(second.Variables))
        {
            Same(mine, its);
        }
    }, iter: 20);

    [Fact]
    public void A_sampled_profile_is_near_the_exact_one_and_says_what_it_sampled()
    {
        using var dataset = Rows.Of(
            $"""
            SELECT i // 20 AS patient, TIMESTAMP '2020-01-01' + to_minutes(CAST(i * 7813 % 500000 AS INTEGER)) AS taken, 's' || (i // 20 % 4) AS site, 'item' || (i % 3) AS item,
              CASE WHEN hash(i) % 10 = 0 THEN NULL ELSE CAST(hash(i * 5) % 100 AS DOUBLE) END AS value
            FROM range(900000) AS r(i)
            """,
            LongColumns);
        var (sampled, exact) = (dataset.Measure(Layout.Long, false, LongRoles), dataset.Measure(Layout.Long, true, LongRoles));
        Assert.Equal((8, 1), (sampled.OneIn, exact.OneIn)); // at most 200,000 rows
        Assert.NotNull(sampled.Sampled);
        Same(exact.Item("item1")!, sampled.Item("item1")! with { Cells = exact.Item("item1")!.Cells, Sequence = exact.Item("item1")!.Sequence });
        Near(exact.Patterns[0].Rows, sampled.Patterns[0].Rows * sampled.OneIn);
        Near(exact.Item("item1")!.Sequence!.Pairs, sampled.Item("item1")!.Sequence!.Pairs * sampled.Item("item1")!.Sequence!.OneIn);
        Near(exact.Clocks[0].Hours[7], sampled.Clocks[0].Hours[7]);
        Assert.Equal(exact.Clocks[0].Calendar, sampled.Clocks[0].Calendar);
        Near(exact.Column("site")!.Texts.Single(text => text.Text == "s1").Count, sampled.OneIn * sampled.Column("site")!.Texts.Single(text => text.Text == "s1").Count);
    }

    static void Near(long exact, long estimated) => Assert.InRange(estimated, 0.95 * exact, 1.05 * exact);

    static void Same(VariableProfile one, VariableProfile other)
    {
        Assert.Equal((one.Rows, one.Missing, one.Distinct, one.Rounded), (other.Rows, other.Missing, other.Distinct, other.Rounded));
        Assert.Equal(one.Numbers.Pairs, other.Numbers.Pairs);
        Assert.Equal(one.Texts, other.Texts);
        Assert.Equal(one.Cells, other.Cells);
        Assert.Equal(one.Sequence, other.Sequence);
    }
}
