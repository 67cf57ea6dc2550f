using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>The tables of a truth being written; every row gets its id.</summary>
sealed class TruthTables : IDisposable
{
    readonly Dictionary<string, Written> _tables = new(StringComparer.Ordinal);

    internal TruthTables(DuckDBConnection connection, ClinicPlan plan, Block block, string schema)
    {
        Wide = plan.Wide;
        foreach (var table in plan.Tables)
        {
            _tables[table.Name] = new Written(connection.CreateAppender(schema, table.Name)) { Rows = table.Name == "patients" ? block.First - 1 : block.FirstRow };
        }
    }

    /// <summary>Whether the tables have all their columns.</summary>
    internal bool Wide { get; }

    /// <summary>A new row with its id written.</summary>
    internal IDuckDBAppenderRow Row(string table)
    {
        var written = _tables[table];
        return written.Appender.CreateRow().AppendValue(++written.Rows);
    }

    public void Dispose()
    {
        foreach (var written in _tables.Values)
        {
            written.Appender.Dispose();
        }
    }

    sealed class Written(DuckDBAppender appender)
    {
        internal DuckDBAppender Appender => appender;

        internal long Rows { get; set; }
    }
}
