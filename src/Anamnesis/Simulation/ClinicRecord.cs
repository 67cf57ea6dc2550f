using Anamnesis.Engines;
using Anamnesis.Simulation.Styles;
using Anamnesis.Sources;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>What an examiner may see of a clinic: the record, without ids of rows.</summary>
static class ClinicRecord
{
    internal static Dataset Of(Clinic clinic, string address, DuckDBConnection connection, Func<string, bool> asked)
    {
        var dataset = new Dataset(address, "duckdb", DuckDb.Dialect, connection, canKeep: true) { BorrowsConnection = true };
        dataset.Tables = [.. clinic.Plan.Tables.Where(table => asked(table.Name)).Select(table => Table(clinic.All, table, clinic.Plan.Style)).OrderBy(table => table.Name, StringComparer.Ordinal)];
        DuckDb.OneThreadWhereSmall(dataset);
        return dataset;
    }

    static Table Table(Dataset all, ClinicTable recorded, NamingStyle style)
    {
        var (schema, table, result) = (style == NamingStyle.English ? "record" : "shown", style.Table(recorded.Name), style.Column("result"));
        Sql from = $"{Sql.Raw(schema)}.{Sql.Raw(table)}";
        if (style != NamingStyle.English)
        {
            all.Execute($"CREATE SCHEMA IF NOT EXISTS shown");
            all.Execute($"CREATE OR REPLACE VIEW {from} AS {style.Query(recorded, recorded.In("record"), inText: false)}");
        }

        var columns = ParquetFile.Described(all, from).Where(column => column.Name != style.Column("row_id")).ToList();
        if (columns.Find(column => column.Name == result) is { } text)
        {
            from = Read(all, table, from, text);
        }

        var written = new Name(Written(result));
        var commas = columns.Exists(column => column.Name == result) ? (long)all.Number($"SELECT count(*) FROM {from} WHERE position(',' IN {written}) > 0") : 0;
        return new Table
        {
            Name = table,
            Notes = commas == 0 ? [] : [new SourceNote("number", "numbers are written with a decimal comma", result, commas)],
            From = from,
            Rows = (long)all.Number($"SELECT count(*) FROM {from}"),
            Columns = [.. columns.Select(column => column.Name == result ? column with { Kind = Kind.Number, Raw = $"{written}" } : column)],
        };
    }

    /// <summary>Results are texts; they are read as numbers once, decimal commas too, and the text is kept beside them, as of a file.</summary>
    static Sql Read(Dataset all, string table, Sql from, Column text)
    {
        Sql read = $"read.{Sql.Raw(table)}";
        all.Execute($"CREATE SCHEMA IF NOT EXISTS read");
        all.Execute(
            $"""
            CREATE OR REPLACE TABLE {read} AS
            SELECT * REPLACE ({DuckDb.Dialect.TryNumber($"replace({text.Value}, ',', '.')")} AS {new Name(text.Name)}), {text.Value} AS {new Name(Written(text.Name))}
            FROM {from}
            """);
        return read;
    }

    static string Written(string column) => $"{column} (as written)";
}
