using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>The tables of a PostgreSQL database and how to read their columns.</summary>
static class PostgreSqlTables
{
    internal static IReadOnlyList<Table> In(Dataset dataset, IReadOnlyList<string> schemas, Opening opening)
    {
        Sql only = schemas.Count == 0
            ? (Sql)$"c.table_schema NOT IN ('pg_catalog', 'information_schema')"
            : $"c.table_schema IN ({Sql.Join(", ", schemas.Select(schema => (Sql)$"{schema}"))})";
        Sql query = $"""
            SELECT CAST(c.table_schema AS VARCHAR), CAST(c.table_name AS VARCHAR), CAST(c.column_name AS VARCHAR), CAST(c.data_type AS VARCHAR)
            FROM information_schema.columns AS c
            JOIN information_schema.tables AS t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE {only} AND t.table_type IN ('BASE TABLE', 'VIEW', 'FOREIGN')
              AND has_table_privilege(quote_ident(c.table_schema) || '.' || quote_ident(c.table_name), 'SELECT')
            ORDER BY 1, 2, c.ordinal_position
            """;
        var columns = dataset.Rows(query, row => (Schema: row.TextAt(0)!, Table: row.TextAt(1)!, Column: row.TextAt(2)!, Type: row.TextAt(3)!)); // names are not null
        var tables = columns.GroupBy(column => (column.Schema, column.Table)).ToList();
        var many = tables.Select(table => table.Key.Schema).Distinct().Count() > 1;
        var read = new List<Table>();
        foreach (var table in tables)
        {
            opening.Progress?.Report(new Step($"looking at {table.Key.Table}", (double)read.Count / tables.Count));
            Sql from = $"{new Name(table.Key.Schema)}.{new Name(table.Key.Table)}";
            var plain = table.Select(column => Typed(column.Column, column.Type)).ToList();
            read.Add(new Table
            {
                Name = many ? $"{table.Key.Schema}.{table.Key.Table}" : table.Key.Table,
                From = from,
                Columns = PostgreSqlTexts.Read(dataset, from, OutOfRange.Guarded(dataset, from, plain)),
                Rows = (long)dataset.Number($"SELECT count(*) FROM {from}"),
            });
        }

        return [.. read.OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    static Column Typed(string name, string type)
    {
        Sql value = $"{new Name(name)}";
        return type switch
        {
            "smallint" or "integer" or "bigint" => new Column { Name = name, Kind = Kind.Number, Value = $"CAST({value} AS DOUBLE PRECISION)", Whole = true },
            "numeric" => new Column // below 1e-300 lies no double
            {
                Name = name,
                Kind = Kind.Number,
                Value = $"CASE WHEN {value} BETWEEN -1e-300 AND 1e-300 THEN 0 ELSE CAST({value} AS DOUBLE PRECISION) END",
                Bare = value,
            },
            "real" or "double precision" => new Column { Name = name, Kind = Kind.Number, Value = $"CAST({value} AS DOUBLE PRECISION)" },
            "date" => new Column { Name = name, Kind = Kind.Time, Value = $"CAST({value} AS TIMESTAMP)", Bare = value, DaysOnly = true },
            "timestamp without time zone" => new Column { Name = name, Kind = Kind.Time, Value = value },
            "timestamp with time zone" => new Column { Name = name, Kind = Kind.Time, Value = $"({value} AT TIME ZONE 'UTC')" },
            "boolean" => new Column { Name = name, Kind = Kind.Truth, Value = value },
            "text" or "character varying" or "character" or "uuid" or "USER-DEFINED" or "name" =>
                new Column { Name = name, Kind = Kind.Text, Value = $"CAST({value} AS VARCHAR)" },
            _ => new Column { Name = name, Kind = Kind.Other, Value = $"CAST({value} AS VARCHAR)" },
        };
    }
}
