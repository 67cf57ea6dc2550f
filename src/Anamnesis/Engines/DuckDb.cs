using DuckDB.NET.Data;

namespace Anamnesis.Engines;

/// <summary>The embedded engine: DuckDB in this process, spilling to a folder of its own.</summary>
public static class DuckDb
{
    const long RowGroup = 122_880; // rows, DuckDB's unit of parallel work

    /// <summary>Opens an empty in-memory database that never fetches an extension and spills to a private temporary folder.</summary>
    /// <param name="spill">Where to spill, or null for a fresh folder under the system's temporary one.</param>
    /// <param name="close">Deletes the spill folder; call it after the connection is closed.</param>
    public static DuckDBConnection Open(string? spill, out Action close)
    {
        var folder = spill ?? Directory.CreateTempSubdirectory("anamnesis-").FullName;
        close = () =>
        {
            if (spill is null && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        };
        var connection = new DuckDBConnection(
            "DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        using var command = connection.CreateCommand();
        Sql set = $"SET temp_directory = {folder}";
        command.CommandText = set.Text;
        command.ExecuteNonQuery();
        Settle(connection);
        return connection;
    }

    /// <summary>What every connection of a database needs for itself.</summary>
    internal static void Settle(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SET TimeZone = 'UTC'";
        command.ExecuteNonQuery();
    }

    /// <summary>Before much is loaded: lets the engine keep an eighth of the memory for blocks of tables instead of asking for each anew, in large pages where there are any. It takes what it fills.</summary>
    /// <param name="execute">Runs a statement on the engine.</param>
    internal static void KeepBlocks(Action<Sql> execute)
    {
        var size = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / 1_048_576;
        LargePages.For(() => execute(Sql.Raw($"SET GLOBAL block_allocator_memory = '{size}MiB'")), size * 1_048_576);
    }

    /// <summary>Where no table fills more than one row group, a query has work for one processor: more threads would only wait for each other. Queries still run side by side.</summary>
    internal static void OneThreadWhereSmall(Dataset dataset) => OneThread(dataset, RowGroup, dataset.Tables.Select(table => table.Rows));

    /// <summary>The same for many questions that run side by side and read so many rows of each table: one of two row groups has the other processor beside it.</summary>
    internal static void OneThreadForQuestions(Dataset dataset, IEnumerable<long> rows) => OneThread(dataset, 2 * RowGroup, rows);

    static void OneThread(Dataset dataset, long most, IEnumerable<long> rows) => OneThreadIf(dataset, rows.All(some => some <= most));

    /// <summary>One thread a query, or as many as there are processors.</summary>
    internal static void OneThreadIf(Dataset dataset, bool one)
    {
        if (dataset.Dialect is DuckDbDialect)
        {
            dataset.Execute(one ? (Sql)$"SET threads = 1" : $"RESET threads");
        }
    }

    /// <summary>An empty data set on DuckDB: load tables through <see cref="Dataset.Execute"/> and name them in <see cref="Dataset.Tables"/>.</summary>
    public static Dataset Empty(string address)
    {
        var connection = Open(null, out var close);
        return new Dataset(address, "duckdb", new DuckDbDialect(), connection, canKeep: true, close);
    }

    /// <summary>The dialect of DuckDB.</summary>
    public static Dialect Dialect { get; } = new DuckDbDialect();
}
