using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>Parquet files are read where they lie: that one is damaged between its ends, or went away, shows only when its rows are read.</summary>
static class Damaged
{
    /// <summary>After a failure: leaves out the tables that cannot be read to their end and says so. False when none of them is the reason, or none would be left.</summary>
    internal static bool SetAside(Dataset dataset, AnamnesisException failure)
    {
        if (dataset.Dialect is not DuckDbDialect || dataset.Tables.Count < 2)
        {
            return false;
        }

        var refused = dataset.Tables.Select(table => (Table: table, Why: Refused(dataset, table, Refusals.IsUntrue(failure.InnerException)))).ToLookup(pair => pair.Why is null);
        if (!refused[false].Any() || !refused[true].Any())
        {
            return false;
        }

        dataset.Tables = [.. refused[true].Select(pair => pair.Table)];
        dataset.NotChecked = [.. refused[false].Select(pair => $"{pair.Table.Name}: {pair.Why}"), .. dataset.NotChecked];
        return true;
    }

    static string? Refused(Dataset dataset, Table table, bool untrue)
    {
        try
        {
            dataset.Execute($"SELECT {Sql.Join(", ", table.Columns.Select(column => (Sql)$"max(hash({new Name(column.Name)}))"))} FROM {table.From}");
            foreach (var column in table.Columns.Where(column => untrue && (column.Kind is Kind.Number or Kind.Time)))
            {
                Sql value = column.Kind == Kind.Time ? $"CAST({column.Value} AS DATE)" : column.Key;
                dataset.Execute($"SELECT max(n) FROM (SELECT {value} AS v, count(*) AS n FROM {table.From} GROUP BY 1) AS counts"); // a group beyond the extremes is refused
            }

            return null;
        }
        catch (AnamnesisException refused)
        {
            return refused.Message;
        }
    }
}
