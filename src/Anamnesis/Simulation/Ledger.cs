using Anamnesis.Engines;

namespace Anamnesis.Simulation;

/// <summary>For every recorded or absent cell that differs from before, which mechanism changed it.</summary>
/// <remarks><c>ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR)</c>; a whole row that came or went has <c>col</c> <c>*</c>.</remarks>
static class Ledger
{
    internal static void Clear(Dataset clinic) =>
        clinic.Execute($"CREATE OR REPLACE TABLE ledger (tab VARCHAR, row_id BIGINT, col VARCHAR, before VARCHAR, after VARCHAR, mechanism VARCHAR)");

    internal static void Before(Dataset clinic)
    {
        foreach (var table in ClinicTruth.Tables)
        {
            clinic.Execute($"CREATE OR REPLACE TEMP TABLE {new Name("before_" + table)} AS SELECT * FROM {Sql.Raw("record." + table)}");
        }
    }

    internal static void After(Dataset clinic, string mechanism)
    {
        foreach (var table in ClinicTruth.Tables)
        {
            var before = new Name("before_" + table);
            var record = Sql.Raw("record." + table);
            clinic.Execute($"INSERT INTO ledger SELECT {table}, r.row_id, '*', NULL, 'added', {mechanism} FROM {record} AS r ANTI JOIN {before} AS b ON b.row_id = r.row_id");
            clinic.Execute($"INSERT INTO ledger SELECT {table}, b.row_id, '*', 'removed', NULL, {mechanism} FROM {before} AS b ANTI JOIN {record} AS r ON b.row_id = r.row_id");
            foreach (var column in Changed(clinic, record, before, Columns(clinic, table)))
            {
                var name = new Name(column);
                clinic.Execute($"""
                    INSERT INTO ledger SELECT {table}, r.row_id, {column}, CAST(b.{name} AS VARCHAR), CAST(r.{name} AS VARCHAR), {mechanism}
                    FROM {record} AS r JOIN {before} AS b ON b.row_id = r.row_id WHERE r.{name} IS DISTINCT FROM b.{name}
                    """);
            }
        }
    }

    /// <summary>The columns of which a cell changed, found in one pass.</summary>
    static IEnumerable<string> Changed(Dataset clinic, Sql record, Name before, IReadOnlyList<string> columns)
    {
        var differing = Sql.Join(", ", columns.Select(column => (Sql)$"count(*) FILTER (WHERE r.{new Name(column)} IS DISTINCT FROM b.{new Name(column)})"));
        var counts = clinic.Row($"SELECT {differing} FROM {record} AS r JOIN {before} AS b ON b.row_id = r.row_id", row => columns.Select((_, place) => row.CountAt(place)).ToList());
        return columns.Where((_, place) => counts[place] > 0);
    }

    internal static IReadOnlyList<string> Columns(Dataset clinic, string table) => clinic.Rows(
        $"SELECT column_name FROM information_schema.columns WHERE table_schema = 'record' AND table_name = {table} AND column_name <> 'row_id' ORDER BY ordinal_position",
        row => row.TextAt(0)!); // names are not null
}
