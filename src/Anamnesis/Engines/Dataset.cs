using System.Data;
using System.Data.Common;

namespace Anamnesis.Engines;

/// <summary>Tables on an engine. The only place that runs SQL.</summary>
/// <remarks>Safe for concurrent queries: the embedded engine runs them side by side, others one after the other. Dispose closes the connection and
/// deletes what was loaded.</remarks>
public sealed class Dataset : IDisposable
{
    static readonly Name Kept = new("anamnesis kept");
    readonly Connections _connections;
    readonly Action? _close;
    readonly bool _canKeep;
    readonly Lock _keeping = new();
    int _kept;

    /// <summary>A data set on an open connection.</summary>
    /// <param name="address">Where the data came from, for people.</param>
    /// <param name="engine">Id of the engine, e.g. <c>duckdb</c>.</param>
    /// <param name="dialect">How the engine spells its words.</param>
    /// <param name="connection">Open; owned by the data set from now on.</param>
    /// <param name="canKeep">Whether intermediate results may be kept as temporary tables.</param>
    /// <param name="close">What to tidy up after the connection is closed.</param>
    public Dataset(string address, string engine, Dialect dialect, DbConnection connection, bool canKeep, Action? close = null)
    {
        (Address, Engine, Dialect, _connections, _canKeep, _close) = (address, engine, dialect, new Connections(connection), canKeep, close);
    }

    /// <summary>Where the data came from.</summary>
    public string Address { get; }

    /// <summary>Id of the engine.</summary>
    public string Engine { get; }

    /// <summary>How the engine spells the words that differ.</summary>
    public Dialect Dialect { get; }

    /// <summary>The tables, in the order of their names.</summary>
    public IReadOnlyList<Table> Tables { get; internal set; } = [];

    /// <summary>What was found at the address but not examined, and why.</summary>
    public IReadOnlyList<string> NotChecked { get; internal set; } = [];

    /// <summary>Stops the running query when it is cancelled.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Once it is open: turns what is the fault of a file, a disk or a server, and not of the query, into the error for the user; null for all else.</summary>
    internal Func<Exception, AnamnesisException?>? Outside { get; set; }

    /// <summary>Told the text of every query and how long it took, reading included.</summary>
    internal Action<string, TimeSpan>? Timed { get; set; }

    /// <summary>The rows of a query, read one by one.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the data set stays usable.</exception>
    /// <exception cref="InvalidOperationException">The engine refused the SQL; the message holds the SQL and the address.</exception>
    /// <exception cref="AnamnesisException">A file or server went away or is damaged, or there is no room.</exception>
    public IReadOnlyList<T> Rows<T>(Sql sql, Func<DbDataReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var rows = new List<T>();
        Run(sql, command =>
        {
            using var reader = Reader(command);
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows.Count;
        });
        return rows;
    }

    /// <summary>Reads the rows of a query one by one without keeping them; the engine streams where it can.</summary>
    public void Each(Sql sql, Action<DbDataReader> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        Run(sql, command =>
        {
            if (command is DuckDB.NET.Data.DuckDBCommand duck)
            {
                duck.UseStreamingMode = true;
            }

            using var reader = Reader(command);
            while (reader.Read())
            {
                read(reader);
            }

            return 0;
        });
    }

    /// <summary>Reads the one row of a query.</summary>
    public T Row<T>(Sql sql, Func<DbDataReader, T> read) => Rows(sql, read)[0];

    /// <summary>The single number of a query, 0 when it is NULL.</summary>
    public double Number(Sql sql) => Row(sql, row => row.NumberAt(0) ?? 0);

    /// <summary>Runs a statement that returns nothing.</summary>
    public void Execute(Sql sql) => Run(sql, command => command.ExecuteNonQueryAsync(Cancellation).GetAwaiter().GetResult());

    /// <summary>Runs statements side by side, each in a transaction of its own; they are committed in their order, and none after one that fails. Of the embedded engine.</summary>
    internal void ExecuteInTurn(params IReadOnlyList<Sql> statements)
    {
        TaskCompletionSource[] done = [.. statements.Select(_ => new TaskCompletionSource())];
        SideBySide.Do(statements.Count, [.. statements.Select((statement, place) => (Action)(() => Run(statement, command =>
        {
            try
            {
                Transact(command, () => done.ElementAtOrDefault(place - 1)?.Task.GetAwaiter().GetResult());
                done[place].SetResult();
                return 0;
            }
            catch (Exception failure)
            {
                done[place].SetException(failure);
                throw;
            }
        })))]);
    }

    static void Transact(DbCommand command, Action beforeCommit)
    {
        using var transaction = command.Connection!.BeginTransaction(); // rolled back when it is not committed
        command.ExecuteNonQuery();
        beforeCommit();
        transaction.Commit();
    }

    /// <summary>Makes rows of this program known to the embedded engine.</summary>
    internal RowFunction Offer(IRows rows)
    {
        using var turn = _connections.Take();
        return new RowFunction((DuckDB.NET.Data.DuckDBConnection)turn.Connection, rows);
    }

    /// <summary>Whether the engine keeps results of queries; another reads them anew in every query.</summary>
    internal bool Keeps => _canKeep;

    /// <summary>Keeps the result of a query where the engine can, and gives back what stands after FROM: a table of its own, or the query itself in brackets.</summary>
    public Sql Keep(Sql query)
    {
        if (!_canKeep)
        {
            return $"({query}) AS kept";
        }

        // not a temporary table: those belong to one connection
        Name name;
        lock (_keeping)
        {
            name = new Name($"kept_{_kept++}");
            if (_kept == 1)
            {
                Execute($"CREATE SCHEMA IF NOT EXISTS {Kept}");
            }
        }

        Execute($"CREATE OR REPLACE TABLE {Kept}.{name} AS {query}");
        return $"{Kept}.{name}";
    }

    /// <summary>The connection belongs to somebody else and stays open.</summary>
    internal bool BorrowsConnection { get; init; }

    /// <summary>What to close last.</summary>
    internal Action? Closing { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connections.Close(BorrowsConnection);
        _close?.Invoke();
        Closing?.Invoke();
    }

    // Npgsql gives up on a server that did not hear the cancelling only when it was told of the token; DuckDB runs these synchronously
    DbDataReader Reader(DbCommand command) => command.ExecuteReaderAsync(Cancellation).GetAwaiter().GetResult();

    int Run(Sql sql, Func<DbCommand, int> run)
    {
        ArgumentNullException.ThrowIfNull(sql);
        Cancellation.ThrowIfCancellationRequested();
        using var turn = _connections.Take();
        using var command = turn.Connection.CreateCommand();
        command.CommandText = sql.Text;
        command.CommandTimeout = 0;
        using var stopping = new Stopping(command, Cancellation);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            var result = run(command);
            Timed?.Invoke(sql.Text, TimeProvider.System.GetElapsedTime(started));
            return result;
        }
        catch (Exception failure) when (Cancellation.IsCancellationRequested && failure is DbException or OperationCanceledException)
        {
            throw new OperationCanceledException("The query was cancelled.", failure, Cancellation);
        }
        catch (Exception failure) when (failure is DbException || turn.Connection.State != ConnectionState.Open)
        {
            throw Outside?.Invoke(failure) ?? (Exception)new InvalidOperationException($"{Engine} refused a query on {Address}: {failure.Message}\n{sql.Text}", failure);
        }
    }
}
