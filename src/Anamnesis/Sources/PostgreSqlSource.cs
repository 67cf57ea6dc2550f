using System.Data.Common;
using Anamnesis.Engines;
using Npgsql;

namespace Anamnesis.Sources;

/// <summary>A PostgreSQL database, examined in place in a read-only session.</summary>
sealed class PostgreSqlSource : ISource
{
    public string Form => "postgres://user@host:5432/database?schema=name (examined in place, read only)";

    public bool Claims(string address) => address.StartsWith(PostgreSqlAddress.Scheme, StringComparison.OrdinalIgnoreCase);

    public Dataset Open(string address, Opening opening)
    {
        var place = PostgreSqlAddress.Parse(address);
        var connection = new NpgsqlConnection(place.Connection);
        try
        {
            connection.Open();
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or ArgumentException)
        {
            connection.Dispose();
            throw new AnamnesisException(
                $"The database at {place.Shown} did not answer: {failure.Message} Check host, port, database, user and password, and that the server runs.", failure);
        }

        var dataset = new Dataset(place.Shown, "postgresql", new PostgreSqlDialect(), connection, canKeep: false) { Cancellation = opening.Cancellation };
        try
        {
            dataset.Tables = PostgreSqlTables.In(dataset, place.Schemas, opening);
        }
        catch
        {
            dataset.Dispose();
            throw;
        }

        return dataset.Tables.Count > 0
            ? dataset
            : throw Empty(dataset, place);
    }

    static AnamnesisException Empty(Dataset dataset, PostgreSqlAddress place)
    {
        dataset.Dispose();
        return new AnamnesisException(
            $"There is no table that may be read at {place.Shown}{(place.Schemas.Count > 0 ? $" in schema {string.Join(", ", place.Schemas)}" : string.Empty)}. "
            + "Expected at least one table or view on which this user has SELECT.");
    }
}
