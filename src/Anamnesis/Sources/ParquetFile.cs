using Anamnesis.Engines;

namespace Anamnesis.Sources;

/// <summary>A Parquet file, read in place through a view.</summary>
static class ParquetFile
{
    const string WithinCalendar = "^[0-9]{4}-[^(]*$"; // neither infinity, nor five digits, nor (BC)

    internal static Table Open(Dataset dataset, FoundFile file, string name)
    {
        try
        {
            dataset.Execute($"CREATE VIEW {new Name(name)} AS SELECT * FROM read_parquet({file.Path})");
            var columns = Counted(dataset, $"{new Name(name)}", file.Path, Named(dataset, file.Path, name));
            ColumnNames.Check(file.Shown, columns.Count);
            var rows = (long)dataset.Number($"SELECT count(*) FROM {new Name(name)}");
            var (read, notes) = ParquetTexts.Read(dataset, new Name(name), columns, rows);
            return new Table
            {
                Name = name,
                From = $"{new Name(name)}",
                Columns = read,
                Notes = notes,
                Rows = rows,
            };
        }
        catch (InvalidOperationException refused)
        {
            throw new AnamnesisException(
                $"'{file.Shown}' is no whole Parquet file: {refused.InnerException?.Message.Split('\n')[0]} Expected a file that begins and ends with PAR1; write or fetch it again.", refused);
        }
    }

    /// <summary>The columns of the view; where a query cannot name one, the view is made again with other names.</summary>
    static IReadOnlyList<Column> Named(Dataset dataset, string path, string name)
    {
        var columns = Described(dataset, $"{new Name(name)}");
        if (!columns.Any(column => column.Name.Contains('\0', StringComparison.Ordinal)))
        {
            return columns;
        }

        var names = ColumnNames.Unique([.. columns.Select(column => column.Name)], columns.Count, []);
        dataset.Execute($"CREATE OR REPLACE VIEW {new Name(name)} ({Sql.Join(", ", names.Select(one => (Sql)$"{new Name(one)}"))}) AS SELECT * FROM read_parquet({path})");
        return Described(dataset, $"{new Name(name)}");
    }

    /// <summary>Columns of a file with their NULLs, and guarded where an extreme is out of range: the footer tells both for every row group; where one does not say, as many do of NaN, the column is looked at.</summary>
    internal static IReadOnlyList<Column> Counted(Dataset dataset, Sql from, string path, IEnumerable<Column> columns)
    {
        dataset.Execute($"SET GLOBAL parquet_metadata_cache = true"); // many small queries read the same footer
        var told = dataset.Rows(
            $"""
            SELECT path_in_schema, CASE WHEN count(*) = count(stats_null_count) THEN CAST(sum(stats_null_count) AS BIGINT) END,
              max(CASE WHEN NOT {OutOfRange.Fits($"TRY_CAST(least AS DOUBLE)")} OR NOT {OutOfRange.Fits($"TRY_CAST(greatest AS DOUBLE)")} THEN 1 ELSE 0 END),
              max(CASE WHEN NOT regexp_matches(least, {WithinCalendar}) OR NOT regexp_matches(greatest, {WithinCalendar}) THEN 1 ELSE 0 END),
              max(CASE WHEN (least IS NULL OR greatest IS NULL) AND coalesce(stats_null_count, 0) < num_values THEN 1 ELSE 0 END)
            FROM (SELECT *, coalesce(stats_min_value, stats_min) AS least, coalesce(stats_max_value, stats_max) AS greatest FROM parquet_metadata({path})) AS parts GROUP BY 1
            """,
            row => (Name: row.TextAt(0) ?? string.Empty, Nulls: (long?)row.NumberAt(1), Far: row.CountAt(2) > 0, Outside: row.CountAt(3) > 0, Silent: row.CountAt(4) > 0))
            .GroupBy(column => column.Name).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.Single());
        return OutOfRange.Guarded(
            dataset, from,
            [.. columns.Select(column => !told.TryGetValue(column.Name, out var footer) || column.Kind == Kind.Other ? column
                : (column is { Kind: Kind.Number, Whole: false } && footer.Far) || (column.Kind == Kind.Time && footer.Outside) ? OutOfRange.Guarded(column)
                : column with { Nulls = footer.Nulls })],
            column => told.TryGetValue(column.Name, out var footer) && !footer.Silent);
    }

    /// <summary>The columns of a table or view of the embedded engine, in their order.</summary>
    internal static IReadOnlyList<Column> Described(Dataset dataset, Sql table) =>
        dataset.Rows($"SELECT column_name, column_type FROM (DESCRIBE {table})", row => Typed(row.TextAt(0)!, row.TextAt(1)!)); // names and types are not null

    static Column Typed(string name, string type)
    {
        Sql value = $"{new Name(name)}";
        return type switch
        {
            "DOUBLE" => new Column { Name = name, Kind = Kind.Number, Value = value },
            "FLOAT" => new Column { Name = name, Kind = Kind.Number, Value = $"CAST({value} AS DOUBLE)" },
            "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" =>
                new Column { Name = name, Kind = Kind.Number, Value = $"CAST({value} AS DOUBLE)", Key = value, Whole = true },
            _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => new Column { Name = name, Kind = Kind.Number, Value = $"CAST({value} AS DOUBLE)" },
            "DATE" => new Column { Name = name, Kind = Kind.Time, Value = $"CAST({value} AS TIMESTAMP)", Key = value, Bare = value, DaysOnly = true },
            "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => new Column { Name = name, Kind = Kind.Time, Value = $"CAST({value} AS TIMESTAMP)" },
            "TIMESTAMP WITH TIME ZONE" => new Column { Name = name, Kind = Kind.Time, Value = $"({value} AT TIME ZONE 'UTC')" },
            "BOOLEAN" => new Column { Name = name, Kind = Kind.Truth, Value = value },
            "VARCHAR" => new Column { Name = name, Kind = Kind.Text, Value = value },
            _ when type.StartsWith("ENUM", StringComparison.Ordinal) || type == "UUID" => new Column { Name = name, Kind = Kind.Text, Value = $"CAST({value} AS VARCHAR)" },
            _ => new Column { Name = name, Kind = Kind.Other, Value = $"CAST({value} AS VARCHAR)" },
        };
    }
}
