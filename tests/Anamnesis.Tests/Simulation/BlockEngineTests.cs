using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>An engine for many blocks: none sees what another did, and none pays for all before it.</summary>
public sealed class BlockEngineTests
{
    [Fact]
    public void However_many_blocks_went_before_the_next_finds_an_empty_database_that_draws()
    {
        using var engine = new BlockEngine();
        for (var block = 0; block <= 2 * BlockEngine.Most; block++)
        {
            In(engine, connection =>
            {
                Assert.Equal(0L, Scalar(connection, "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'block'"));
                Assert.InRange((double)Scalar(connection, "SELECT drawn(1, 1, 1)"), 0, 1);
                Assert.Equal(1L, Scalar(connection, "SELECT current_setting('threads')"));
                Scalar(connection, "CREATE TABLE left_over AS SELECT 1 AS one");
            });
        }
    }

    [Fact]
    public void The_database_is_opened_anew_after_some_blocks_and_nothing_older_stays()
    {
        using var engine = new BlockEngine();
        var older = new List<long>();
        for (var block = 0; block <= 2 * BlockEngine.Most; block++)
        {
            In(engine, connection =>
            {
                older.Add((long)Scalar(connection, "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'memory'"));
                Scalar(connection, $"CREATE TABLE memory.main.of_{block} AS SELECT 1 AS one");
            });
        }

        Assert.Equal(Enumerable.Range(0, (2 * BlockEngine.Most) + 1).Select(block => (long)(block % BlockEngine.Most)), older);
    }

    static void In(BlockEngine engine, Action<DuckDBConnection> act)
    {
        var connection = engine.Enter(out var leave);
        act(connection);
        connection.Dispose();
        leave();
    }

    static object Scalar(DuckDBConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar()!; // every query here has a row
    }
}
