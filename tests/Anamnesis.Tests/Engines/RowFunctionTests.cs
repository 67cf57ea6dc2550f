using System.Text;

namespace Anamnesis.Engines;

/// <summary>Rows that this program makes arrive in the engine as they were made.</summary>
public sealed class RowFunctionTests
{
    static readonly string[] Words = ["", "a", "Ω", "it's"];

    [Fact]
    public void Numbers_times_texts_words_and_what_is_absent()
    {
        using var dataset = DuckDb.Empty("rows");
        using var function = dataset.Offer(new Made(5000, i => i));
        dataset.Execute($"CREATE TABLE t AS SELECT * FROM {function.From}");
        function.Check();
        Assert.Equal(["DOUBLE", "TIMESTAMP", "VARCHAR", "ENUM('', 'a', 'Ω', 'it''s')"], dataset.Rows($"SELECT column_type FROM (DESCRIBE t)", row => row.TextAt(0)));
        Assert.Equal(
            Enumerable.Range(0, 5000).Select(i => i % 3 == 0 ? (null, null, null, null) : ((double?)i, (long?)1_000_000L * i, Text(i), Words[i % Words.Length])),
            dataset.Rows($"SELECT number, epoch_us(time), text, word FROM t", row => (row.NumberAt(0), (long?)row.NumberAt(1), row.TextAt(2), row.TextAt(3))));
    }

    [Fact]
    public void What_goes_wrong_is_told_and_the_engine_goes_on()
    {
        using var dataset = DuckDb.Empty("rows");
        using var function = dataset.Offer(new Made(5000, i => i < 3000 ? i : throw new IOException("the disk is gone")));
        Assert.Throws<InvalidOperationException>(() => dataset.Execute($"CREATE TABLE t AS SELECT * FROM {function.From}"));
        Assert.Equal("the disk is gone", Assert.Throws<IOException>(function.Check).Message);
        Assert.Equal(1, dataset.Number($"SELECT 1"));
    }

    [Fact]
    public void Statements_in_turn_write_in_their_order()
    {
        using var dataset = DuckDb.Empty("turn");
        dataset.Execute($"CREATE TABLE t (i BIGINT)");
        dataset.ExecuteInTurn([.. Enumerable.Range(0, 5).Select(part => (Sql)$"INSERT INTO t SELECT {part} FROM range({(part == 0 ? 300_000 : 10)}) AS r (i)")]);
        Assert.Equal([0, 1, 2, 3, 4], dataset.Rows($"SELECT i FROM t", row => (int)row.CountAt(0)).Distinct());
        Assert.Equal(300_040, dataset.Number($"SELECT count(*) FROM t"));
    }

    [Fact]
    public void After_one_that_fails_nothing_is_written()
    {
        using var dataset = DuckDb.Empty("turn");
        dataset.Execute($"CREATE TABLE t (i BIGINT)");
        var failure = Assert.Throws<InvalidOperationException>(() => dataset.ExecuteInTurn($"INSERT INTO t VALUES (1)", $"INSERT INTO t SELECT CAST('x' || i AS BIGINT) FROM range(9) AS r (i)", $"INSERT INTO t VALUES (3)"));
        Assert.Contains("Could not convert", failure.Message, StringComparison.Ordinal);
        Assert.True(dataset.Number($"SELECT coalesce(sum(i), 0) FROM t") is 0 or 1); // the first one may have been done before
        dataset.ExecuteInTurn($"INSERT INTO t VALUES (10)", $"INSERT INTO t VALUES (20)");
        Assert.True(dataset.Number($"SELECT sum(i) FROM t") >= 30);
    }

    static string Text(int i) => i % 2 == 0 ? $"{i}" : $"a text of more than twelve bytes, żółć {i}";

    sealed class Made(int rows, Func<int, double> number) : IRows
    {
        int _made;

        public IReadOnlyList<(Name Name, Kind Kind, IReadOnlyList<string>? Words)> Columns { get; } =
            [(new Name("number"), Kind.Number, null), (new Name("time"), Kind.Time, null), (new Name("text"), Kind.Text, null), (new Name("word"), Kind.Text, Words)];

        public int Next(Span<RowVector> columns, int most)
        {
            var row = 0;
            for (; row < most && _made < rows; row++, _made++)
            {
                if (_made % 3 == 0)
                {
                    foreach (ref var column in columns)
                    {
                        column.SetAbsent(row);
                    }

                    continue;
                }

                columns[0].Set(row, number(_made));
                columns[1].Set(row, 1_000_000L * _made);
                columns[2].Set(row, Encoding.UTF8.GetBytes(Text(_made)));
                columns[3].Set(row, (byte)(_made % Words.Length));
            }

            return row;
        }
    }
}
