using Anamnesis.Engines;
using Anamnesis.Examinations;
using Anamnesis.Sources;

namespace Anamnesis.Profiling;

public sealed class ProfilerTests
{
    [Fact]
    public void A_table_without_rows_is_left_out()
    {
        using var dataset = Rows.Of($"SELECT 1.0 AS x WHERE FALSE", ("x", Kind.Number));
        Assert.Empty(Profiler.Measure(dataset, Recognition.Read(dataset)).Tables);
    }

    [Fact]
    public void One_row_is_measured()
    {
        using var dataset = Rows.Of($"SELECT 7 AS patient_id, 5.5 AS hb, TIMESTAMP '2020-01-01' AS taken", ("patient_id", Kind.Number), ("hb", Kind.Number), ("taken", Kind.Time));
        var table = dataset.Measure(Layout.Wide, Role.Patient, Role.Value, Role.Taken);
        Assert.Equal([5.5], table.Column("hb")!.Numbers.Values);
        Assert.Equal((1, 1), (table.Patients, table.MostRowsOfOnePatient));
        Assert.Null(table.Column("hb")!.Sequence);
        var clock = Assert.Single(table.Clocks);
        Assert.Equal((1, 1), (clock.Midnight, clock.NewYear));
        Assert.Equal(0, table.DuplicateRows);
    }

    [Fact]
    public void A_column_of_nothing_has_no_values_and_is_in_no_pattern()
    {
        using var dataset = Rows.Of(
            $"SELECT CAST(i AS DOUBLE) AS x, CAST(NULL AS DOUBLE) AS n, CAST(NULL AS VARCHAR) AS t, CAST(NULL AS TIMESTAMP) AS w, CAST(NULL AS BOOLEAN) AS b FROM range(10) AS r(i)",
            ("x", Kind.Number), ("n", Kind.Number), ("t", Kind.Text), ("w", Kind.Time), ("b", Kind.Truth));
        var table = dataset.Measure(Layout.Wide, Role.Value, Role.Value, Role.Category, Role.Taken, Role.Category);
        Assert.All(["n", "t", "w", "b"], name => Assert.Equal((10, 0, 0), (table.Column(name)!.Missing, table.Column(name)!.Present, table.Column(name)!.Distinct)));
        Assert.Empty(table.Patterned);
        Assert.Empty(table.Clocks);
    }

    [Fact]
    public void Counts_texts_and_truths_are_those_of_the_rows()
    {
        using var dataset = Rows.Of(
            $"SELECT * FROM (VALUES ('a', TRUE, 1.5), ('b', FALSE, NULL), ('a', NULL, 1.5), (NULL, TRUE, -2)) AS v(word, flag, x)",
            ("word", Kind.Text), ("flag", Kind.Truth), ("x", Kind.Number));
        var table = dataset.Measure(Layout.Wide, Role.Category, Role.Category, Role.Value);
        Assert.Equal([new TextCount("a", 2), new TextCount("b", 1)], table.Column("word")!.Texts);
        Assert.Equal([new TextCount("true", 2), new TextCount("false", 1)], table.Column("flag")!.Texts);
        Assert.Equal([-2, 1.5], table.Column("x")!.Numbers.Values);
        Assert.Equal([1L, 2], table.Column("x")!.Numbers.Counts);
        Assert.Equal(1, table.Column("x")!.Missing);
    }

    [Fact]
    public void Infinities_and_nan_are_no_values()
    {
        using var dataset = Rows.Of($"SELECT CAST(x AS DOUBLE) AS x FROM (VALUES ('nan'), ('inf'), ('-inf'), ('1'), ('2')) AS v(x)", ("x", Kind.Number));
        Assert.Equal([1, 2], dataset.Measure(Layout.Other, Role.Value).Column("x")!.Numbers.Values);
    }

    [Fact]
    public void The_clock_counts_minutes_hours_days_and_midnights()
    {
        using var dataset = Rows.Of(
            $"SELECT CAST(t AS TIMESTAMP) AS t FROM (VALUES ('2021-01-01 00:00:00'), ('2021-01-01 07:15:30'), ('2021-01-02 07:15:00'), ('2021-02-28 23:59:59'), (NULL)) AS v(t)",
            ("t", Kind.Time));
        var clock = Assert.Single(dataset.Measure(Layout.Events, Role.Taken).Clocks);
        Assert.Equal(4, clock.Present);
        Assert.Equal((new DateTime(2021, 1, 1), new DateTime(2021, 2, 28)), clock.Span);
        Assert.Equal((1, 2, 1), (clock.Minutes[0], clock.Minutes[15], clock.Minutes[59]));
        Assert.Equal((1, 2, 1), (clock.Hours[0], clock.Hours[7], clock.Hours[23]));
        Assert.Equal((2, 1, 1), (clock.Weekdays[(int)DayOfWeek.Friday], clock.Weekdays[(int)DayOfWeek.Saturday], clock.Weekdays[(int)DayOfWeek.Sunday]));
        Assert.Equal([(new DateTime(2021, 1, 1), 3L), (new DateTime(2021, 2, 1), 1L)], clock.Months);
        Assert.Equal((1, 2), (clock.Midnight, clock.NewYear));
        Assert.Equal(3, clock.Calendar.Count);
    }

    [Fact]
    public void A_lag_counts_order_equality_and_whole_days()
    {
        using var dataset = Rows.Of(
            $"""
            SELECT CAST(a AS TIMESTAMP) AS taken, CAST(b AS TIMESTAMP) AS stored FROM (VALUES ('2021-01-02 08:00', '2021-01-02 09:00'), ('2021-01-02 08:00', '2021-01-02 08:00'),
              ('2021-01-02 08:00', '2021-01-01 08:00'), ('2021-01-02 08:00', '2021-01-02 07:59'), (NULL, '2021-01-01'), ('2021-01-01', NULL)) AS v(a, b)
            """,
            ("taken", Kind.Time), ("stored", Kind.Time));
        var lag = Assert.Single(dataset.Measure(Layout.Events, Role.Taken, Role.Recorded).Lags);
        Assert.Equal(("taken", "stored"), (lag.From.Name, lag.To.Name));
        Assert.Equal((4, 2, 1, 1), (lag.Pairs, lag.Negative, lag.Zero, lag.WholeDays));
        Assert.Equal(-30, lag.Median);
    }

    [Fact]
    public void Patterns_tell_what_is_missing_together_beyond_sixty_columns()
    {
        var columns = Enumerable.Range(0, 70).Select(i => ($"c{i}", Kind.Number)).ToArray();
        Sql values = Sql.Join(", ", columns.Select((column, i) => (Sql)$"CASE WHEN (r.i + {i % 7}) % 7 = 0 THEN NULL ELSE CAST(r.i AS DOUBLE) END AS {new Name(column.Item1)}"));
        using var dataset = Rows.Of($"SELECT {values} FROM range(70) AS r(i)", columns);
        var table = dataset.Measure(Layout.Wide, [.. columns.Select(_ => Role.Value)]);
        Assert.Equal(70, table.Patterned.Count);
        Assert.Equal(7, table.Patterns.Count);
        Assert.All(table.Patterns, pattern => Assert.Equal((10, 10), ((int)pattern.Rows, pattern.Missing.Count(missing => missing))));
        Assert.All(Enumerable.Range(0, 63), i => Assert.Equal(10, table.PatternCounts.Both(i, i + 7)));
    }

    [Fact]
    public void Duplicate_rows_are_those_that_equal_another_in_all_but_the_row_id()
    {
        using var dataset = Rows.Of(
            $"SELECT i AS row_id, i % 4 AS patient, CAST(i % 2 AS DOUBLE) AS x, CASE WHEN i % 4 = 0 THEN NULL ELSE 'w' END AS word FROM range(10) AS r(i)",
            ("row_id", Kind.Number), ("patient", Kind.Number), ("x", Kind.Number), ("word", Kind.Text));
        Assert.Equal(6, dataset.Measure(Layout.Other, Role.RowId, Role.Patient, Role.Value, Role.Category).DuplicateRows);
    }

    [Fact]
    public void Sequences_count_equal_and_simultaneous_neighbours_of_one_patient()
    {
        using var dataset = Rows.Of(
            $"""
            SELECT * FROM (VALUES (1, TIMESTAMP '2021-01-01', 5.0), (1, TIMESTAMP '2021-01-02', 5.0), (1, TIMESTAMP '2021-01-02', 6.0), (2, TIMESTAMP '2021-01-01', 6.0),
              (2, TIMESTAMP '2021-01-03', NULL), (2, TIMESTAMP '2021-01-05', 6.0)) AS v(patient, taken, x)
            """,
            ("patient", Kind.Number), ("taken", Kind.Time), ("x", Kind.Number));
        var sequence = dataset.Measure(Layout.Wide, Role.Patient, Role.Taken, Role.Value).Column("x")!.Sequence!;
        Assert.Equal((3, 2, 1), (sequence.Pairs, sequence.Same, sequence.SameTime));
    }

    [Fact]
    public void Values_five_steps_apart_tell_how_many_are_equal_by_chance()
    {
        using var dataset = Rows.Of(
            $"SELECT p, TIMESTAMP '2021-01-01' + INTERVAL 1 DAY * i AS taken, i % 5 AS five, i % 4 AS four FROM range(30) AS a(p), range(10) AS b(i)",
            ("p", Kind.Number), ("taken", Kind.Time), ("five", Kind.Number), ("four", Kind.Number));
        var table = dataset.Measure(Layout.Wide, Role.Patient, Role.Taken, Role.Value, Role.Value);
        Assert.Equal(new SequenceProfile(270, 0, 0, 1), table.Column("five")!.Sequence);
        Assert.Equal(new SequenceProfile(270, 0, 0, 0), table.Column("four")!.Sequence);
    }

    [Fact]
    public void Rows_without_patient_or_time_follow_nothing()
    {
        using var dataset = Rows.Of(
            $"""
            SELECT * FROM (VALUES (1, TIMESTAMP '2021-01-01', 5.0), (1, NULL, 5.0), (NULL, TIMESTAMP '2021-01-02', 5.0), (NULL, TIMESTAMP '2021-01-03', 5.0), (1, TIMESTAMP '2021-01-04', 5.0))
              AS v(patient, taken, x)
            """,
            ("patient", Kind.Number), ("taken", Kind.Time), ("x", Kind.Number));
        Assert.Equal(1, dataset.Measure(Layout.Wide, Role.Patient, Role.Taken, Role.Value).Column("x")!.Sequence!.Pairs);
    }

    [Fact]
    public void Codes_of_text_are_items_as_they_stand()
    {
        string[] codes = ["A1", "A1.0", "hb", "crp"];
        using var folder = new TempFolder();
        var path = folder.File("labs.csv", "patient_id,taken,item,value\n" + string.Concat(Enumerable.Range(0, 600).Select(i => $"{i % 20},2021-01-{1 + (i / 20 % 28):00},{codes[i / 20 % 4]},{i % 7}.5\n")));
        using var dataset = Address.Open(path);
        var table = Examiner.Examine(dataset).Profile.Tables[0];
        Assert.All(codes, code =>
        {
            var item = table.Item(code)!; // just written
            Assert.Equal(item.Rows, (long)dataset.Number($"SELECT count(*) FROM labs WHERE {item.Variable.Rows}"));
            Assert.Equal(item.Rows - 20, item.Sequence!.Pairs);
        });
    }

    [Fact]
    public void More_than_twenty_thousand_numbers_are_rounded_and_their_count_is_exact()
    {
        using var dataset = Rows.Of($"SELECT 1 + i / 30000.0 AS x FROM range(30000) AS r(i)", ("x", Kind.Number));
        var x = dataset.Measure(Layout.Wide, Role.Value).Column("x")!;
        Assert.True(x.Rounded);
        Assert.Equal(30_000, x.Distinct);
        Assert.Equal(30_000, x.Numbers.Total);
        Assert.InRange(x.Numbers.Values.Count, 900, 1100);
        Assert.Equal(1.5, x.Numbers.Quantile(0.5), 2);
    }

    [Fact]
    public void Codes_of_nines_are_not_rounded_with_the_numbers_around_them()
    {
        using var dataset = Rows.Of($"SELECT CASE WHEN i % 600 = 0 THEN 999999 WHEN i % 600 = 1 THEN -99999 ELSE 1 + i / 30000.0 END AS x FROM range(30000) AS r(i)", ("x", Kind.Number));
        var x = dataset.Measure(Layout.Wide, Role.Value).Column("x")!;
        Assert.True(x.Rounded);
        Assert.Equal((50, 50), (x.Numbers.CountOf(999_999), x.Numbers.CountOf(-99_999)));
    }

    [Fact]
    public void A_key_of_another_table_is_a_link_and_its_orphans_are_counted()
    {
        using var dataset = Rows.Of($"SELECT i AS patient_id, 'p' || i AS label FROM range(20) AS r(i)", ("patient_id", Kind.Number), ("label", Kind.Text));
        Rows.Add(dataset, "u", $"SELECT i % 25 AS patient_id, i % 3 AS grade FROM range(100) AS r(i)", ("patient_id", Kind.Number), ("grade", Kind.Number));
        var link = Assert.Single(Profiler.Measure(dataset, Recognition.Read(dataset)).Links);
        Assert.Equal(("u", "t", 100, 20), (link.From.Name, link.To.Name, link.References, link.Orphans));
    }

    [Fact]
    public void Nothing_refers_to_a_table_of_some_patients_where_another_has_all()
    {
        using var dataset = Rows.Of($"SELECT i % 20 AS patient_id, 'p' || i AS label FROM range(21) AS r(i)", ("patient_id", Kind.Number), ("label", Kind.Text)); // one of them twice
        Rows.Add(dataset, "deaths", $"SELECT 2 * i AS patient_id, i % 3 AS place FROM range(8) AS r(i)", ("patient_id", Kind.Number), ("place", Kind.Number));
        Rows.Add(dataset, "u", $"SELECT 2 * (i % 10) AS patient_id, i % 3 AS grade FROM range(100) AS r(i)", ("patient_id", Kind.Number), ("grade", Kind.Number));
        Assert.DoesNotContain(Profiler.Measure(dataset, Recognition.Read(dataset)).Links, link => link.To.Name == "deaths");
    }
}
