using Anamnesis.Engines;

namespace Anamnesis.Simulation.Rows;

/// <summary>What is written to a table of the truth stands in the engine.</summary>
public sealed class TruthTableTests
{
    const int Rows = 5000; // more than two pages

    static readonly DateTime Start = new(2019, 2, 28, 23, 59, 58, DateTimeKind.Unspecified);

    [Theory]
    [InlineData(false, "VARCHAR")]
    [InlineData(true, "ENUM")]
    public void Every_cell_arrives_whether_words_are_texts_or_numbers(bool closed, string type)
    {
        using var connection = DuckDb.Open(null, out var close);
        var table = new TruthTable(Columns(closed), 100, new SparePages(), full: null);
        for (var row = 0; row < Rows; row++)
        {
            table.Row().AppendValue(Whole(row)).AppendValue(Number(row)).AppendValue(Word(row)).AppendValue(Start.AddSeconds(row)).AppendValue(Day(row)).AppendValue(Name(row)).EndRow();
        }

        Write(connection, table);
        using var dataset = new Dataset("truth", "duckdb", DuckDb.Dialect, connection, canKeep: true, close);
        var rows = dataset.Rows($"SELECT * FROM written ORDER BY row_id", row => (row.CountAt(0), Integer(row, 1), row.NumberAt(2), row.TextAt(3), row.GetDateTime(4), Day(row, 5), row.TextAt(6)));
        Assert.Equal(Enumerable.Range(0, Rows).Select(row => (101L + row, Whole(row), Number(row), Word(row), Start.AddSeconds(row), Day(row), Name(row))), rows!);
        Assert.StartsWith(type, dataset.Row($"SELECT typeof(word) FROM written LIMIT 1", row => row.TextAt(0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_are_numbers_compare_as_texts_do()
    {
        using var connection = DuckDb.Open(null, out var close);
        var table = new TruthTable(Columns(closed: true), 0, new SparePages(), full: null);
        foreach (var word in (string[])["b", "Ä", "a", "Z", "ab"])
        {
            table.Row().AppendValue((long?)null).AppendValue((double?)null).AppendValue(word).AppendValue((DateTime?)null).AppendValue((DateOnly?)null).AppendValue(word).EndRow();
        }

        Write(connection, table);
        using var dataset = new Dataset("truth", "duckdb", DuckDb.Dialect, connection, canKeep: true, close);
        Assert.Equal(
            dataset.Rows($"SELECT word FROM written ORDER BY CAST(word AS VARCHAR)", row => row.TextAt(0)),
            dataset.Rows($"SELECT word FROM written ORDER BY word", row => row.TextAt(0)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void As_many_words_as_there_are_arrive(int words)
    {
        using var connection = DuckDb.Open(null, out var close);
        var table = new TruthTable([new("row_id", "BIGINT", false), new("word", "VARCHAR", true)], 0, new SparePages(), full: null);
        for (var row = 0; row < Rows; row++)
        {
            table.Row().AppendValue($"{row % words:000}").EndRow();
        }

        Write(connection, table);
        using var dataset = new Dataset("truth", "duckdb", DuckDb.Dialect, connection, canKeep: true, close);
        Assert.Equal(Enumerable.Range(0, Rows).Select(row => $"{row % words:000}"), dataset.Rows($"SELECT word FROM written ORDER BY row_id", row => row.TextAt(0)!));
    }

    [Fact]
    public void A_full_page_is_handed_over_and_sentences_are_let_go_of()
    {
        var handed = 0;
        var columns = Columns(closed: false);
        var table = new TruthTable(columns, 0, new SparePages(), (_, rows) => handed += rows);
        for (var row = 0; row < Rows; row++)
        {
            table.Row().AppendValue(1L).AppendValue(1.0).AppendValue("w").AppendValue(Start).AppendValue((DateOnly?)null).AppendValue("n").EndRow();
        }

        Assert.InRange(handed, 1, Rows);
        Assert.Equal(Rows, handed + table.Pages().Sum(page => page.Rows));
    }

    [Fact]
    public void A_cell_of_another_type_and_a_row_cut_short_are_told()
    {
        var table = new TruthTable(Columns(closed: false), 0, new SparePages(), full: null);
        Assert.Contains("whole", Assert.Throws<InvalidOperationException>(() => table.Row().AppendValue("text")).Message, StringComparison.Ordinal);
        Assert.Contains("number", Assert.Throws<InvalidOperationException>(() => table.Row().AppendValue(1L).EndRow()).Message, StringComparison.Ordinal);
    }

    static List<TruthColumn> Columns(bool closed) =>
    [
        new("row_id", "BIGINT", false), new("whole", "BIGINT", closed), new("number", "DOUBLE", closed), new("word", "VARCHAR", closed),
        new("moment", "TIMESTAMP", closed), new("day", "DATE", closed), new("name", "VARCHAR", closed),
    ];

    static void Write(DuckDB.NET.Data.DuckDBConnection connection, TruthTable table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE written ({string.Join(", ", table.Columns.Select(column => $"{column.Name} {column.Written}"))})";
        command.ExecuteNonQuery();
        using var writer = new ChunkWriter(connection, "main", "written", table.Columns);
        foreach (var (cells, rows) in table.Pages())
        {
            writer.Append(cells, rows);
        }

        writer.Close();
    }

    static long? Integer(System.Data.Common.DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt64(at);

    static DateOnly? Day(System.Data.Common.DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);

    static long? Whole(int row) => row % 7 == 0 ? null : row * 1_000_000_007L;

    static double? Number(int row) => row % 5 == 0 ? null : row % 3 == 0 ? -0.0 : row / 3.0;

    static string? Word(int row) => row % 11 == 0 ? null : row % 2 == 0 ? $"żółć-{row % 300}" : $"a word of more than twelve bytes, {row % 9}";

    static DateOnly? Day(int row) => row % 13 == 0 ? null : new DateOnly(1935, 1, 1).AddDays(row * 7);

    static string? Name(int row) => row % 2 == 0 ? string.Empty : row % 17 == 0 ? null : $"{row % 4}";
}
