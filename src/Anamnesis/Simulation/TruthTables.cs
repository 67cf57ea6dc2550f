using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>The tables of a truth being written; every row gets its id.</summary>
sealed class TruthTables : IDisposable
{
    readonly Dictionary<string, DuckDBAppender> _appenders = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);

    internal TruthTables(DuckDBConnection connection, ClinicPlan plan, Block block, string schema)
    {
        Wide = plan.Wide;
        foreach (var table in plan.Tables)
        {
            _appenders[table.Name] = connection.CreateAppender(schema, table.Name);
            _rows[table.Name] = table.Name == "patients" ? block.First - 1 : block.FirstRow;
        }
    }

    /// <summary>Whether the tables have all their columns.</summary>
    internal bool Wide { get; }

    /// <summary>A new row with its id written.</summary>
    internal IDuckDBAppenderRow Row(string table) => _appenders[table].CreateRow().AppendValue(++_rows[table]);

    public void Dispose()
    {
        foreach (var appender in _appenders.Values)
        {
            appender.Dispose();
        }
    }
}
