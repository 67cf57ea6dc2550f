using Anamnesis.Engines;
using DuckDB.NET.Data;

namespace Anamnesis.Simulation;

/// <summary>Draws reach SQL as a function of this program: the seeded stream of a mechanism, a table and a row.</summary>
static class Draws
{
    internal static void Register(DuckDBConnection connection) =>
#pragma warning disable DuckDBNET001 // marked as new by its authors; covered by the test that the same seed gives the same bytes
        connection.RegisterScalarFunction<long, long, int, double>("drawn", Draw.At);
#pragma warning restore DuckDBNET001

    /// <summary>Four uniforms a row: <c>(row_id, u1, u2, u3, u4)</c>.</summary>
    internal static Sql Of(int seed, string mechanism, string table)
    {
        var key = Draw.Key(seed, $"{mechanism}/{table}");
        return $"(SELECT row_id, drawn({key}, row_id, 1) AS u1, drawn({key}, row_id, 2) AS u2, drawn({key}, row_id, 3) AS u3, drawn({key}, row_id, 4) AS u4 FROM {Sql.Raw("record." + table)})";
    }
}
