using Anamnesis.Engines;
using Anamnesis.Simulation.Rows;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>The tables of a truth being written; every row gets its id. The tables of the engine are made here.</summary>
/// <remarks>A table with closed columns is kept until its words are known; the others are written as they go along.</remarks>
sealed class TruthTables : IDisposable
{
    readonly Dictionary<string, TruthTable> _tables = new(StringComparer.Ordinal);
    readonly Dictionary<string, ChunkWriter> _writers = new(StringComparer.Ordinal);
    readonly DuckDBConnection _connection;
    readonly string _schema;

    internal TruthTables(DuckDBConnection connection, ClinicPlan plan, Block block, string schema, ClosedColumns closed, SparePages spare)
    {
        (Wide, _connection, _schema) = (plan.Wide, connection, schema);
        foreach (var table in plan.Tables)
        {
            var columns = table.Recorded.Columns.Select(column => new TruthColumn(column.Name, column.Type, closed.Has(table, column.Name))).Prepend(new TruthColumn("row_id", "BIGINT", false)).ToList();
            Action<long[], int>? full = null;
            if (!columns.Exists(column => column.IsClosed))
            {
                _writers[table.Name] = Writer(table.Name, columns);
                full = _writers[table.Name].Append;
            }

            _tables[table.Name] = new TruthTable(columns, table.Name == "patients" ? block.First - 1 : block.FirstRow, spare, full);
        }
    }

    /// <summary>Whether the tables have all their columns.</summary>
    internal bool Wide { get; }

    /// <summary>A new row with its id written.</summary>
    internal TruthTable Row(string table) => _tables[table].Row();

    /// <summary>Hands over what was kept.</summary>
    internal void Finish()
    {
        foreach (var (name, table) in _tables)
        {
            using var writer = _writers.Remove(name, out var open) ? open : Writer(name, table.Columns);
            foreach (var (cells, rows) in table.Pages())
            {
                writer.Append(cells, rows);
            }

            writer.Close();
        }

        _tables.Clear();
    }

    /// <summary>Makes the table in the engine.</summary>
    ChunkWriter Writer(string table, IReadOnlyList<TruthColumn> columns)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"CREATE TABLE {_schema}.{table} ({string.Join(", ", columns.Select(column => $"{new Name(column.Name)} {column.Written}"))})";
        command.ExecuteNonQuery();
        return new ChunkWriter(_connection, _schema, table, columns);
    }

    public void Dispose()
    {
        foreach (var writer in _writers.Values)
        {
            writer.Dispose();
        }
    }
}
