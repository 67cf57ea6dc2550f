using Anamnesis.Engines;
using Anamnesis.Simulation.Rows;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>An engine on one processor in which blocks of a clinic are simulated one after the other. Memory that one leaves is there for the next: fresh memory is dear.</summary>
sealed class BlockEngine : IDisposable
{
    readonly DuckDBConnection _first;
    readonly Action _close;

    internal BlockEngine()
    {
        _first = Clinic.Engine(out _close);
        Run(_first, $"SET threads = 1; {DuckDb.KeepBlocks.Text}");
    }

    /// <summary>Pages for the truth of a block.</summary>
    internal SparePages Pages { get; } = new();

    /// <summary>A connection to an empty database, which is gone when it is left.</summary>
    internal DuckDBConnection Enter(out Action leave)
    {
        var connection = _first.Duplicate();
        connection.Open();
        DuckDb.Settle(connection);
        Run(connection, "ATTACH ':memory:' AS block; USE block");
        leave = () => Run(_first, "DETACH block");
        return connection;
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
