using System.Collections.Concurrent;
using System.Data.Common;
using DuckDB.NET.Data;

namespace Anamnesis.Engines;

/// <summary>The connections of a data set: an in-memory database opens another for every query that runs beside others; elsewhere queries wait for the one.</summary>
sealed class Connections(DbConnection first)
{
    readonly ConcurrentStack<DbConnection> _idle = new([first]);
    readonly ConcurrentBag<DbConnection> _others = [];
    readonly Lock _one = new();

    /// <summary>A connection that is used by nobody else until the turn is over.</summary>
    internal Turn Take()
    {
        if (first is not DuckDBConnection duck)
        {
            _one.Enter();
            return new Turn(this, first);
        }

        return new Turn(this, _idle.TryPop(out var idle) ? idle : Another(duck));
    }

    /// <summary>Closes all, or all but the first.</summary>
    internal void Close(bool butTheFirst)
    {
        foreach (var other in _others)
        {
            other.Dispose();
        }

        if (!butTheFirst)
        {
            first.Dispose();
        }
    }

    DuckDBConnection Another(DuckDBConnection duck)
    {
        var another = duck.Duplicate();
        _others.Add(another);
        another.Open();
        DuckDb.Settle(another);
        return another;
    }

    void Return(DbConnection connection)
    {
        if (connection is DuckDBConnection)
        {
            _idle.Push(connection);
        }
        else
        {
            _one.Exit();
        }
    }

    /// <summary>The time that a connection is lent; ends on the thread that took it.</summary>
    internal readonly struct Turn(Connections owner, DbConnection connection) : IDisposable
    {
        internal DbConnection Connection => connection;

        public void Dispose() => owner.Return(connection);
    }
}
