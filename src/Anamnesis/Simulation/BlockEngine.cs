using Anamnesis.Engines;
using Anamnesis.Simulation.Rows;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>An engine on one processor in which blocks of a clinic are simulated one after the other. Memory that one leaves is there for the next: fresh memory is dear.</summary>
sealed class BlockEngine : IDisposable
{
    /// <summary>Blocks after which the database is opened anew: it keeps some megabytes of each, so that memory would grow with the clinic.</summary>
    internal const int Most = 8;

    DuckDBConnection _first;
    Action _close;
    int _blocks;

    internal BlockEngine() => (_first, _close) = Opened();

    /// <summary>Pages for the truth of a block.</summary>
    internal SparePages Pages { get; } = new();

    /// <summary>A connection to an empty database, which is gone when it is left. One at a time.</summary>
    internal DuckDBConnection Enter(out Action leave)
    {
        if (_blocks++ == Most)
        {
            Dispose();
            (_first, _close) = Opened();
            _blocks = 1;
        }

        var connection = _first.Duplicate();
        connection.Open();
        DuckDb.Settle(connection);
        Run(connection, "ATTACH ':memory:' AS block; USE block");
        leave = () => Run(_first, "DETACH block");
        return connection;
    }

    static (DuckDBConnection, Action) Opened()
    {
        var connection = Clinic.Engine(out var close);
        Run(connection, "SET threads = 1");
        DuckDb.KeepBlocks(sql => Run(connection, sql.Text));
        return (connection, close);
    }

    static void Run(DuckDBConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _first.Dispose();
        _close();
    }
}
