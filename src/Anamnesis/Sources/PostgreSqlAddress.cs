using System.Globalization;
using Npgsql;

namespace Anamnesis.Sources;

/// <summary>The address of a PostgreSQL database: <c>postgres://user:password@host:port/database?schema=a,b</c> or <c>postgres:Host=…;Database=…</c>.</summary>
/// <param name="Connection">What Npgsql opens.</param>
/// <param name="Shown">The address without its password.</param>
/// <param name="Schemas">The schemas to examine; empty means all but the system's.</param>
sealed record PostgreSqlAddress(string Connection, string Shown, IReadOnlyList<string> Schemas)
{
    internal const string Scheme = "postgres:";

    const int UsualPort = 5432;

    internal static PostgreSqlAddress Parse(string address)
    {
        try
        {
            return address.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) ? FromUri(new Uri(address)) : FromPairs(address[Scheme.Length..]);
        }
        catch (Exception malformed) when (malformed is UriFormatException or ArgumentException)
        {
            throw new AnamnesisException(
                "The address of the PostgreSQL database cannot be read. Expected postgres://user:password@host:5432/database?schema=name, "
                + $"or postgres:Host=…;Database=…;Username=…. {malformed.Message}", malformed);
        }
    }

    static PostgreSqlAddress FromUri(Uri uri)
    {
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : UsualPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
        };
        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        var schemas = new List<string>();
        foreach (var (key, value) in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(pair => (pair[0], Uri.UnescapeDataString(pair[^1]))))
        {
            if (key == "schema")
            {
                schemas.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries));
            }
            else
            {
                builder[key] = value; // such as sslmode=require
            }
        }

        return new PostgreSqlAddress(
            ReadOnly(builder),
            string.Create(CultureInfo.InvariantCulture, $"postgres://{(user[0].Length > 0 ? user[0] + "@" : string.Empty)}{builder.Host}:{builder.Port}/{builder.Database}"),
            schemas);
    }

    static PostgreSqlAddress FromPairs(string pairs)
    {
        var builder = new NpgsqlConnectionStringBuilder(pairs);
        return new PostgreSqlAddress(
            ReadOnly(builder), string.Create(CultureInfo.InvariantCulture, $"postgres://{builder.Host}:{builder.Port}/{builder.Database}"), []);
    }

    static string ReadOnly(NpgsqlConnectionStringBuilder builder)
    {
        builder.ApplicationName = "anamnesis";
        builder.Options = "-c default_transaction_read_only=on -c timezone=UTC";
        builder.Pooling = false;
        builder.CommandTimeout = 0;
        return builder.ConnectionString;
    }
}
